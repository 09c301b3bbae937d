// The script tag for publishers:
//
//   <script src="https://your.host/sidelight.js" data-root="article" data-card="open" async></script>
//
// The other two files lie beside this one, on whatever host. `data-` attributes are the options of `annotate`.
import { configure } from './engine.js'
import { openControllers } from './session.js'
import * as api from './sidelight.js'
import { takeOver } from './plain-script.js'

// Only while a classic script runs does the page tell which one it is.
const script = document.currentScript
const base = script?.src || document.baseURI

const plainAddress = () => new URL('sidelight_plain.js', base).href

/** Vouches for our own script where the page takes none but trusted ones. A name can be taken only once, so it is kept. */
let policy

function trustedPlainAddress() {
  try {
    policy ??= window.trustedTypes.createPolicy('sidelight', { createScriptURL: plainAddress })
    return policy.createScriptURL('')
  } catch {
    // This browser has no such policies, or this page allows none of that name, which it then says itself.
    return plainAddress()
  }
}

function loadPlain() {
  return new Promise((resolve, reject) => {
    const element = document.createElement('script')
    element.src = trustedPlainAddress()
    // A policy that names a nonce lets in what carries it.
    if (script?.nonce) element.nonce = script.nonce
    const finish = (settle) => (element.remove(), settle())
    element.onload = () => finish(() => resolve(new Promise((taken) => taken(takeOver()))))
    element.onerror = () => finish(() => reject(new Error(`${element.src} could not be loaded`)))
    document.head.append(element)
  })
}

configure({ wasm: () => new URL('sidelight_bg.wasm', base), plain: loadPlain })

/** The options that stand on the script tag. */
function tagOptions(data) {
  const list = data.kinds?.split(/[\s,]+/).filter(Boolean)
  return {
    published: data.published,
    language: data.language,
    renderer: data.renderer,
    // "button" is the card closed, with the button that opens it.
    card: data.card === 'button' ? 'closed' : data.card,
    kinds: list?.length ? list : undefined,
  }
}

const parsed = () =>
  document.readyState === 'loading' ? new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true })) : Promise.resolve()

/** After the page's own start: nothing of ours is urgent. */
const idle = () => new Promise((resolve) => (globalThis.requestIdleCallback ? requestIdleCallback(resolve, { timeout: 1000 }) : setTimeout(resolve, 1)))

async function boot(data) {
  await parsed()
  await idle()
  // A newer copy took over meanwhile.
  if (window.sidelight !== published) return null
  try {
    const root = data.root ? document.querySelector(data.root) : null
    if (data.root && !root) {
      console.warn(`Sidelight: data-root="${data.root}" names no element of this page`)
      return null
    }
    return await api.annotate(root, tagOptions(data))
  } catch (error) {
    if (error.code !== 'closed') console.warn(`Sidelight: ${error.message}`)
    return null
  }
}

const newer = (one, other) => one.localeCompare(other, 'en', { numeric: true }) > 0

const older = window.sidelight
const published = { ...api, ready: Promise.resolve(null), destroy: () => openControllers().forEach((controller) => controller.destroy()) }

// A page that names the tag twice is tagged once, by the newest copy.
if (!older?.version || newer(api.version, older.version)) {
  older?.destroy?.()
  window.sidelight = published
  const data = { ...script?.dataset }
  if (data.auto !== 'false') published.ready = boot(data)
}
