// The extension in Chromium and in Firefox, on pages without a policy and with the strictest. The button's click is a real one in
// Chromium; Firefox lets no test click it, so there the background's own listener is called, with leave for the test's host.
import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import puppeteer from 'puppeteer-core'
import { browser as pathOf } from '../../scripts/lib/browsers.mjs'
import { at } from '../../scripts/lib/paths.mjs'
import { serve } from '../../scripts/serve.mjs'
import { articlePage } from './lib/pages.mjs'

const folder = at('dist', 'extension')
const host = '[data-sidelight-host]'

const policies = {
  '/open': null,
  '/own-scripts': "script-src 'self'",
  '/nothing': "default-src 'none'",
  '/typed': "default-src 'none'; require-trusted-types-for 'script'",
}

let server
before(async () => {
  const pages = Object.fromEntries(Object.keys(policies).map((path) => [path, articlePage()]))
  server = await serve({ folder: at('tests', 'e2e', 'lib'), pages, headers: (path) => (policies[path] ? { 'content-security-policy': policies[path] } : {}) })
})
after(() => server.close())

test('the manifest asks for nothing but the tab that the reader clicks on', () => {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
  assert.deepEqual(manifest.permissions, ['activeTab', 'scripting'])
  for (const key of ['host_permissions', 'optional_host_permissions', 'optional_permissions', 'content_scripts', 'externally_connectable']) assert.equal(manifest[key], undefined, key)
  assert.deepEqual(manifest.browser_specific_settings.gecko.data_collection_permissions, { required: ['none'] })
  const messages = JSON.parse(readFileSync(join(folder, '_locales', 'en', 'messages.json'), 'utf8'))
  assert.ok(messages.name.message.length <= 75 && messages.description.message.length <= 132, 'the stores cut longer ones')
  for (const [, name] of JSON.stringify(manifest).matchAll(/__MSG_(\w+)__/g)) assert.ok(messages[name], name)
})

/** What the reader sees: whether the card's host is there, and what is highlighted. */
const state = (page) =>
  page.evaluate((host) => {
    const kinds = Object.fromEntries([...CSS.highlights].map(([name, ranges]) => [name, [...ranges].map(String)]))
    return { hosts: document.querySelectorAll(host).length, casualty: kinds['sidelight-casualty'] ?? [] }
  }, host)

/** The whole way of a reader: tag, take away, tag again. */
async function walk(page, path, click) {
  const asked = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(server.address + path)
  const earlier = await page.evaluate(() => document.documentElement.outerHTML)
  const shown = () => page.waitForFunction((host) => document.querySelector(host) && CSS.highlights.has('sidelight-casualty'), { timeout: 60_000 }, host)
  const gone = () => page.waitForFunction((host) => !document.querySelector(host) && !CSS.highlights.has('sidelight-casualty'), { timeout: 60_000 }, host)
  await click(page)
  await shown()
  const { hosts, casualty } = await state(page)
  assert.equal(hosts, 1)
  assert.ok(casualty.includes('At least 40'), `tagged: ${casualty}`)
  await click(page)
  await gone()
  assert.equal(await page.evaluate(() => document.documentElement.outerHTML), earlier, 'the page is as it was')
  await click(page)
  await shown()
  const strangers = asked.filter((url) => !url.startsWith(server.address) && !/^(data|chrome-extension|moz-extension):/.test(url))
  assert.deepEqual(strangers, [], 'nothing is asked of anybody')
}

describe('Chromium', () => {
  let browser
  let extension
  before(async () => {
    browser = await puppeteer.launch({
      executablePath: pathOf('chromium'),
      pipe: true,
      enableExtensions: true,
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    })
    const id = await browser.installExtension(folder)
    extension = (await browser.extensions()).get(id)
    // The listener is there once the background has run.
    await browser.waitForTarget((target) => target.type() === 'service_worker' && target.url().includes(id))
  })
  after(() => browser?.close())

  for (const [path, policy] of Object.entries(policies)) {
    test(`on a page with ${policy ?? 'no policy'}`, async () => {
      const page = await browser.newPage()
      try {
        await walk(page, path, (page) => extension.triggerAction(page))
      } finally {
        await page.close()
      }
    })
  }
})

describe('Firefox', () => {
  let browser
  let copy
  before(async () => {
    copy = mkdtempSync(join(tmpdir(), 'sidelight-extension-'))
    cpSync(folder, copy, { recursive: true })
    const manifest = JSON.parse(readFileSync(join(copy, 'manifest.json'), 'utf8'))
    manifest.host_permissions = ['http://127.0.0.1/*']
    manifest.background.scripts.unshift('listen.js')
    manifest.content_scripts = [{ matches: ['http://127.0.0.1/*'], js: ['press.js'] }]
    writeFileSync(join(copy, 'manifest.json'), JSON.stringify(manifest))
    // The test's stand-in for the button: the page posts a message, this content script passes it on, and the listener that
    // background.js gave to the button is called with the tab.
    writeFileSync(join(copy, 'press.js'), "addEventListener('message', ({ data }) => data === 'press' && browser.runtime.sendMessage({ press: true }))")
    writeFileSync(
      join(copy, 'listen.js'),
      `const pressed = []
       const { onClicked } = browser.action
       const add = onClicked.addListener.bind(onClicked)
       onClicked.addListener = (listener) => (pressed.push(listener), add(listener))
       browser.runtime.onMessage.addListener((message, { tab }) => { if (message.press) for (const listener of pressed) listener(tab) })`,
    )
    browser = await puppeteer.launch({ browser: 'firefox', executablePath: pathOf('firefox'), headless: true })
    await browser.installExtension(copy)
  })
  after(async () => {
    await browser?.close()
    rmSync(copy, { recursive: true, force: true })
  })

  for (const [path, policy] of Object.entries(policies)) {
    test(`on a page with ${policy ?? 'no policy'}`, async () => {
      const page = await browser.newPage()
      try {
        await walk(page, path, (page) => page.evaluate(() => postMessage('press', '*')))
      } finally {
        await page.close()
      }
    })
  }
})
