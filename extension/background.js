// The extension's background: puts the content script into the page that the reader asked for, and nothing else. It holds no state,
// so the browser may stop it at any time.

chrome.action.onClicked.addListener(async (tab) => {
  try {
    await insert(tab.id)
    await chrome.action.setTitle({ tabId: tab.id, title: chrome.i18n.getMessage('action') })
  } catch {
    // The browser's own pages, its add-on shop, its PDF viewer.
    await tell(tab.id, '–', chrome.i18n.getMessage('refused'))
  }
})

/** A page that has only just loaded is refused for a moment in Chromium, until the leave that the click gave has reached it. */
const patience = [100, 400, 1500]

async function insert(tabId) {
  for (let round = 0; ; round += 1) {
    try {
      return await chrome.scripting.executeScript({ target: { tabId }, files: ['content.js'] })
    } catch (error) {
      if (round === patience.length) throw error
      await new Promise((resolve) => setTimeout(resolve, patience[round]))
    }
  }
}

chrome.runtime.onMessage.addListener((message, { id, tab, frameId }, reply) => {
  if (id !== chrome.runtime.id || !tab) return false
  if (message.ask === 'plain') {
    chrome.scripting
      .executeScript({ target: { tabId: tab.id, frameIds: [frameId] }, files: ['plain.js'] })
      .then(() => reply({ ok: true }), (error) => reply({ ok: false, message: error.message }))
    return true
  }
  if (message.tell === 'figures') tell(tab.id, message.figures ? String(message.figures) : '')
  if (message.tell === 'failure') tell(tab.id, '–', chrome.i18n.getMessage('nothing', message.reason))
  return false
})

/** Shows a few letters on the button of one tab; the browser takes them away when the tab goes elsewhere. */
async function tell(tabId, badge, title) {
  try {
    await chrome.action.setBadgeBackgroundColor({ tabId, color: '#17324d' })
    await chrome.action.setBadgeText({ tabId, text: badge })
    if (title) await chrome.action.setTitle({ tabId, title })
  } catch {
    // The tab was closed meanwhile.
  }
}
