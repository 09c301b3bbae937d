// The running module: WebAssembly where the page allows it, else the same module as plain JavaScript. There is one glue, hence one
// instance at a time. An instance that trapped is dropped whole, since nothing is known of its memory; the next call starts another.
import * as glue from '#glue'
import { SidelightError } from './errors.js'

/** The name under which the module imports its glue. */
const importName = './sidelight_bg.js'

/** An empty module: compiling it tells, without any download, whether this page lets WebAssembly run. */
const emptyModule = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)

/**
 * Where the two builds come from. Functions, so that nothing is fetched before it is needed.
 *
 * @typedef {object} Sources
 * @property {() => any} wasm  what `compile` takes, or a promise of it
 * @property {(() => Promise<{ instantiate: (glue: object) => object }>) | null} plain
 */

/** @type {Sources} */
let sources = { wasm: () => null, plain: null }
/** Makes a new instance of what was loaded. @type {(() => Promise<object>) | null} */
let make = null
/** @type {Promise<void> | null} */
let starting = null
/** The exports of the live instance. @type {object | null} */
let live = null
/** @type {'wasm' | 'plain' | null} */
let build = null
/** Why the last instance was lost. @type {SidelightError | null} */
let loss = null

/** Told when the instance is lost. @type {Set<(error: SidelightError) => void>} */
export const onLost = new Set()

/** Which build runs: `wasm`, `plain`, or `null` before it is loaded. */
export const buildInUse = () => build

/** Sets where the builds come from; what is already loaded stays. @param {Partial<Sources>} given */
export function configure(given) {
  sources = { ...sources, ...given }
}

/** Resolves when an instance runs. Rejects with code `load`; a later call tries again. */
export function start() {
  starting ??= boot().catch((error) => {
    starting = null
    throw error
  })
  return starting
}

/** Calls an export of the running module. Throws with code `lost` when the module traps on it. @param {string} name @param {...unknown} args */
export function call(name, ...args) {
  if (!live) throw new SidelightError('lost', 'the module is not running')
  const called = live
  try {
    return glue[name](...args)
  } catch (error) {
    throw live === called ? error : loss
  }
}

async function boot() {
  make ??= await load()
  live = guarded(await make())
  glue.__wbg_set_wasm(live)
  live.__wbindgen_start?.()
}

async function load() {
  let refusal
  if (webAssemblyAllowed()) {
    try {
      const module = await compile(await sources.wasm())
      build = 'wasm'
      return async () => (await WebAssembly.instantiate(module, { [importName]: glue })).exports
    } catch (error) {
      refusal = error
    }
  } else {
    refusal = new Error("this page does not let WebAssembly run (its Content-Security-Policy lacks 'wasm-unsafe-eval')")
  }
  if (!sources.plain) throw new SidelightError('load', `Sidelight could not start: ${refusal.message}`, refusal)
  try {
    const { instantiate } = await sources.plain()
    build = 'plain'
    return async () => instantiate(glue)
  } catch (error) {
    throw new SidelightError('load', `Sidelight could not start: ${refusal.message}; the plain-JavaScript build: ${error.message}`, refusal)
  }
}

function webAssemblyAllowed() {
  try {
    return Boolean(new WebAssembly.Module(emptyModule))
  } catch {
    return false
  }
}

/**
 * Compiles a module out of whatever the caller has.
 *
 * @param {string | URL | Response | Blob | BufferSource | WebAssembly.Module} source
 */
async function compile(source) {
  if (source instanceof WebAssembly.Module) return source
  if (typeof source === 'string' || source instanceof URL) source = await fetch(source)
  if (source?.ok === false) throw new Error(`${source.url} was answered with ${source.status}`)
  // Compiling while it arrives needs the right content type; a host that does not send it is served all the same.
  const typed = source?.headers?.get?.('content-type')?.split(';')[0].trim() === 'application/wasm'
  if (typed && WebAssembly.compileStreaming) return WebAssembly.compileStreaming(source)
  if (typeof source?.arrayBuffer === 'function') source = await source.arrayBuffer()
  if (source == null) throw new Error('no WebAssembly module was given')
  return WebAssembly.compile(source)
}

/**
 * The exports of an instance, watched: at this level, below the glue, an exception is never an answer. It is a trap, a stack overflow,
 * or an exception of the page that ran through the module's frames, and leaves the instance in a state nobody knows. Calls that the
 * browser makes into the module (listeners, observers) go through here as well.
 */
function guarded(exports) {
  const watched = {}
  const inert = Object.fromEntries(Object.entries(exports).map(([name, value]) => [name, typeof value === 'function' ? () => 0 : value]))
  const lose = (cause) => {
    if (live !== watched) return
    live = null
    starting = null
    loss = new SidelightError('lost', `Sidelight stopped: ${cause?.message ?? cause}`, cause)
    // Taken from the glue at once: callbacks that the instance left in the page then do nothing. The glue's frames above still unwind,
    // and clean up through names that must be there.
    glue.__wbg_set_wasm(inert)
    for (const told of [...onLost]) told(loss)
  }
  for (const [name, value] of Object.entries(exports)) {
    watched[name] =
      typeof value !== 'function'
        ? value
        : (...args) => {
            try {
              return value(...args)
            } catch (error) {
              lose(error)
              throw error
            }
          }
  }
  return watched
}
