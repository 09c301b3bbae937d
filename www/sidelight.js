// The programming interface. `index.d.ts` describes it for callers.
import { call, configure, start } from './engine.js'
import { SidelightError } from './errors.js'
import { analysisOptions, format } from './options.js'
import { annotate as annotateRoot } from './session.js'
export { version } from '../package.json'
export { SidelightError } from './errors.js'
export { formats, kinds } from './options.js'

/**
 * Loads the module. Needed only to say where its files are, or to load it before its first use.
 *
 * @param {{ wasm?: any, plain?: any }} [options]
 */
export async function init(options = {}) {
  const given = {}
  if (options.wasm !== undefined) given.wasm = () => options.wasm
  if (options.plain !== undefined) given.plain = plainSource(options.plain)
  configure(given)
  await start()
}

function plainSource(plain) {
  if (plain === null) return null
  if (typeof plain === 'string' || plain instanceof URL) return () => import(/* webpackIgnore: true */ /* @vite-ignore */ String(plain))
  return async () => plain
}

/**
 * Reads a text and returns its facts.
 *
 * @param {string} text
 * @param {object} [options]
 */
export async function analyze(text, options = {}) {
  mustBeText(text)
  const wanted = analysisOptions(options)
  await start()
  return call('analyze', text, wanted)
}

/**
 * Reads a text and returns its facts in one of `formats`.
 *
 * @param {string} text
 * @param {string} [form]
 * @param {object} [options]
 */
export async function exportText(text, form, options = {}) {
  mustBeText(text)
  const wanted = analysisOptions(options)
  const named = format(form)
  await start()
  return call('export_text', text, wanted, named)
}

/**
 * Tags the article in `root` (or the one found in the document) and sets its fact card beside it.
 *
 * @param {Element | null} [root]
 * @param {object} [options]
 */
export async function annotate(root = null, options = {}) {
  if (typeof document === 'undefined') throw new SidelightError('argument', 'annotate needs a page; analyze reads plain text anywhere')
  return annotateRoot(root, options)
}

function mustBeText(text) {
  if (typeof text !== 'string') throw new SidelightError('argument', 'the text is not a string')
}
