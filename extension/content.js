// The content script. The first click on the button runs it and tags the article; each later click runs it again, finds the first run
// and changes what is shown: card closed → opened; card open → everything taken away; nothing there → tagged anew.
import { configure } from '../www/engine.js'
import { takeOver } from '../www/plain-script.js'
import { annotate } from '../www/sidelight.js'

const place = Symbol.for('sidelight.extension')

function begin() {
  configure({
    // Chromium holds content scripts to the page's policy on WebAssembly; where it forbids that, the plain build serves.
    wasm: () => fetch(chrome.runtime.getURL('sidelight_bg.wasm')),
    plain: async () => {
      const answer = await chrome.runtime.sendMessage({ ask: 'plain' })
      if (!answer?.ok) throw new Error(answer?.message ?? 'the extension did not answer')
      return takeOver()
    },
  })

  let controller = null
  let busy = false

  const tell = (message) => chrome.runtime.sendMessage(message).catch(() => {})

  async function tag() {
    controller = await annotate(null, { card: 'open' })
    await tell({ tell: 'figures', figures: controller.facts.figures.length })
  }

  async function untag() {
    controller.destroy()
    controller = null
    await tell({ tell: 'figures', figures: 0 })
  }

  async function click() {
    if (busy) return
    busy = true
    try {
      if (!controller) await tag()
      else if (controller.isOpen) await untag()
      else controller.open()
    } catch (error) {
      controller?.destroy()
      controller = null
      await tell({ tell: 'failure', reason: error.message })
    } finally {
      busy = false
    }
  }

  return { click }
}

globalThis[place] ??= begin()
globalThis[place].click()
