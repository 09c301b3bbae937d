// One article, tagged: from the first slice until `destroy`.
import { call, onLost, start } from './engine.js'
import { SidelightError } from './errors.js'
import { format, sessionOptions } from './options.js'
import { removeResidue } from './residue.js'
import { inSlices } from './slices.js'

/** Open controllers by their root, so that a root has one. @type {Map<Element | null, object>} */
const open = new Map()

/** Controllers of all sessions that are open. */
export const openControllers = () => [...open.values()]

/**
 * Tags the article in `root`, or the article found in the document.
 *
 * @param {Element | null} root
 * @param {object} options  see `index.d.ts`
 */
export async function annotate(root, options = {}) {
  if (root !== null && !(root?.nodeType === 1)) throw new SidelightError('argument', 'annotate takes an element, or nothing')
  // Highlights and style sheets belong to one document, and reach only what hangs in it.
  if (root && (root.ownerDocument !== document || !root.isConnected)) throw new SidelightError('argument', 'the element is not in this document')
  const wanted = sessionOptions(options)
  if (options.signal?.aborted) throw new SidelightError('closed', 'the signal was aborted already')
  open.get(root)?.destroy()
  const session = new Session(root, wanted)
  open.set(root, session.controller)
  options.signal?.addEventListener('abort', () => session.destroy(), { once: true, signal: session.ended.signal })
  try {
    await session.run()
    return session.controller
  } catch (error) {
    if (error.code !== 'closed' && error.code !== 'lost') session.emit('error', { error })
    session.destroy()
    throw error
  }
}

class Session {
  /** Aborted when the controller is destroyed. */
  ended = new AbortController()
  /** Aborted when the module's session ends; every listener of the module hangs on it. @type {AbortController | null} */
  #run = null
  /** The module's number for this session. @type {number | null} */
  #id = null
  /** @type {object | null} */
  #facts = null
  #root
  #options

  constructor(root, options) {
    this.#root = root
    this.#options = options
    onLost.add(this.#lost)
    const session = this
    this.controller = Object.freeze({
      get facts() {
        return session.#read()
      },
      get isOpen() {
        return session.#call('is_card_open')
      },
      open: () => session.#call('open_card'),
      close: () => session.#call('close_card'),
      refresh: () => session.run(),
      export: (form) => session.#export(form),
      destroy: () => session.destroy(),
    })
  }

  /** Where events are seen: they bubble from here to the window. */
  get #target() {
    return this.#root ?? document
  }

  emit(name, detail) {
    this.#target.dispatchEvent(new CustomEvent(`sidelight:${name}`, { bubbles: true, composed: true, detail }))
  }

  /** Reads the article, again when it was read before. */
  async run() {
    this.#mustBeOpen()
    this.#stop()
    const run = new AbortController()
    this.#run = run
    await start()
    const stopped = () => run.signal.aborted
    try {
      if (!stopped()) {
        const id = call('open_session', this.#root, this.#options, run.signal, () => this.#told())
        this.#id = id
        const work = await inSlices((bytes) => call('advance', id, bytes), stopped)
        if (!stopped()) {
          this.#told()
          this.emit('ready', { controller: this.controller, ...work })
        }
      }
    } catch (error) {
      throw stopped() ? run.signal.reason : error
    }
    // Whoever waits for an article that was given up must not believe that it is there. One that is read anew meanwhile will be.
    if (stopped() && this.#run === run) throw run.signal.reason
  }

  /** The article was read, again if the page changed it. The facts of a long one are made when somebody asks for them. */
  #told() {
    this.#facts = null
    const session = this
    this.emit('facts', {
      get facts() {
        return session.#read()
      },
    })
  }

  destroy() {
    if (this.ended.signal.aborted) return
    this.#stop()
    this.ended.abort()
    onLost.delete(this.#lost)
    if (open.get(this.#root) === this.controller) open.delete(this.#root)
    this.emit('destroy', {})
  }

  #lost = (error) => {
    this.#id = null
    this.#facts = null
    this.#run?.abort(error)
    removeResidue(document)
    queueMicrotask(() => this.emit('error', { error }))
  }

  #stop() {
    const id = this.#id
    this.#id = null
    this.#facts = null
    if (id !== null) call('close_session', id)
    this.#run?.abort(new SidelightError('closed', 'this session was ended'))
  }

  #mustBeOpen() {
    if (this.ended.signal.aborted) throw new SidelightError('closed', 'this controller was destroyed')
  }

  #call(name, ...args) {
    this.#mustBeOpen()
    if (this.#id === null) throw new SidelightError('lost', 'the module stopped; refresh() starts it again')
    return call(name, this.#id, ...args)
  }

  #read() {
    this.#facts ??= this.#call('facts')
    return this.#facts
  }

  #export(form) {
    const wanted = format(form)
    return this.#call('export_session', wanted)
  }
}
