// Chromium for the end-to-end tests: one browser a test file, one page a test, and a log of all that a page asks the network for.
import { after } from 'node:test'
import { chromium } from 'playwright-core'
import { browser as pathOf } from '../../../scripts/lib/browsers.mjs'

let running = null

/** The browser, started when first needed and closed after the file's tests. */
export function chromiumBrowser() {
  running ??= chromium.launch({ executablePath: pathOf('chromium'), args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] })
  return running
}

after(async () => (await running)?.close())

/** A page that never answers again fails its test, not the whole run. */
const patience = 120_000
async function inTime(work) {
  let timer
  const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(`no answer within ${patience / 1000} s`)), patience)))
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Runs `body(page)` in a page of its own. `page.asked` lists the addresses of all requests, `page.complaints` what the console said
 * as an error and what was thrown; the test decides what they should be.
 */
export async function withPage(body, options = {}) {
  const context = await (await chromiumBrowser()).newContext({ viewport: { width: 1280, height: 900 }, ...options })
  try {
    const page = await context.newPage()
    page.asked = []
    page.complaints = []
    page.on('request', (request) => page.asked.push(request.url()))
    page.on('console', (message) => message.type() === 'error' && page.complaints.push(message.text()))
    page.on('pageerror', (error) => page.complaints.push(String(error)))
    await inTime(body(page))
  } finally {
    await context.close()
  }
}

/** Keeps events of a page from its very start; read them with `eventsOf`. */
export const recordEvents = (page) =>
  page.addInitScript(() => {
    globalThis.recorded = []
    for (const name of ['ready', 'facts', 'select', 'error', 'destroy']) {
      addEventListener(`sidelight:${name}`, ({ target, detail }) => globalThis.recorded.push({ name, target: target.id || target.nodeName, tasks: detail?.tasks, message: detail?.error?.message }))
    }
  })
export const eventsOf = (page) => page.evaluate(() => globalThis.recorded)

/** Resolves when the page's article is tagged. Needs `recordEvents`. */
export const tagged = (page) => page.waitForFunction(() => globalThis.recorded?.some(({ name }) => name === 'ready'))

/** The document's markup without the card. */
export const markup = (page) => page.evaluate(() => {
  const copy = document.documentElement.cloneNode(true)
  for (const host of copy.querySelectorAll('[data-sidelight-host]')) host.remove()
  return copy.outerHTML
})

/** How many ranges are highlighted, by kind. */
export const highlights = (page) => page.evaluate(() => Object.fromEntries([...CSS.highlights].filter(([name]) => name.startsWith('sidelight-')).map(([name, ranges]) => [name.slice('sidelight-'.length), ranges.size])))

/** The words that are highlighted, by kind. */
export const highlighted = (page) => page.evaluate(() => Object.fromEntries([...CSS.highlights].filter(([name]) => name.startsWith('sidelight-')).map(([name, ranges]) => [name.slice('sidelight-'.length), [...ranges].map(String)])))
