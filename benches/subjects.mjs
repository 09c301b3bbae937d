// What is measured: each subject loads itself and returns a function from a text to the number of things it found in it.
// The peers find parts of what Sidelight finds; each is called as its own documentation shows, with what a news reader would ask of it.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const published = '2019-08-14'
const reference = new Date(`${published}T12:00:00Z`)
const peer = createRequire(new URL('peers/package.json', import.meta.url))

/** The number of findings: lengths of all lists of the answer. */
const total = (facts) => Object.values(facts).reduce((sum, list) => sum + (Array.isArray(list) ? list.length : 0), 0)

async function started(instantiate) {
  const glue = await import('#glue')
  const exports = await instantiate(glue)
  glue.__wbg_set_wasm(exports)
  exports.__wbindgen_start?.()
  return glue
}

async function sidelight(instantiate) {
  const glue = await started(instantiate)
  return (text) => total(glue.analyze(text, { published }))
}

/** The analysis as a page runs it: all of it, but what goes over to JavaScript is the figures as one string of CSV. */
async function sidelightFigures(instantiate) {
  const glue = await started(instantiate)
  return (text) => glue.export_text(text, { published }, 'csv').split('\r\n').length - 2
}

async function webAssembly(glue) {
  const bytes = readFileSync(new URL('sidelight_bg.wasm', import.meta.resolve('#glue')))
  return (await WebAssembly.instantiate(bytes, { './sidelight_bg.js': glue })).instance.exports
}

function recognizers() {
  const { recognizeDateTime } = peer('@microsoft/recognizers-text-date-time')
  const { Culture } = peer('@microsoft/recognizers-text-suite')
  // A paragraph at a time: on a whole text it takes the square of the time.
  return (text) => text.split('\n\n').reduce((sum, paragraph) => sum + recognizeDateTime(paragraph, Culture.English, undefined, reference).length, 0)
}

function wink() {
  const nlp = peer('wink-nlp')(peer('wink-eng-lite-web-model'))
  return (text) => nlp.readDoc(text).entities().length()
}

function compromise() {
  const nlp = peer('compromise')
  return (text) => {
    const document = nlp(text)
    return [document.people(), document.places(), document.organizations(), document.numbers()].reduce((sum, found) => sum + found.length, 0)
  }
}

export const subjects = {
  'sidelight wasm': { finds: 'everything, as objects', load: () => sidelight(webAssembly) },
  'sidelight wasm, figures': { finds: 'everything; figures as CSV', load: () => sidelightFigures(webAssembly) },
  'sidelight plain': { finds: 'everything', load: () => sidelight(async (glue) => (await import('#plain')).instantiate(glue)) },
  'chrono-node': { peer: true, finds: 'dates', load: () => { const chrono = peer('chrono-node/en'); return (text) => chrono.parse(text, reference).length } },
  'wink-nlp': { peer: true, finds: 'spans of dates, times, numbers', load: wink },
  compromise: { peer: true, finds: 'people, places, organisations, numbers', load: compromise },
  'recognizers-text': { peer: true, finds: 'dates, times, durations', load: recognizers },
}
