// The script tag as publishers use it: from another host, under the policies that publishers have, and when things go wrong.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { at } from '../../scripts/lib/paths.mjs'
import { serve } from '../../scripts/serve.mjs'
import { eventsOf, highlights, markup, recordEvents, tagged, withPage } from './lib/chromium.mjs'
import { articlePage } from './lib/pages.mjs'

let cdn
let publisher
const pages = {}
const policies = {}
const files = ['/sidelight.js', '/sidelight_bg.wasm', '/sidelight_plain.js']

before(async () => {
  cdn = await serve({ folder: Object.fromEntries(files.map((file) => [file, at('dist', file)])), cors: true })
  publisher = await serve({ folder: at('www', 'demo'), pages, headers: (path) => (policies[path] ? { 'content-security-policy': policies[path] } : {}) })
})
after(() => Promise.all([cdn.close(), publisher.close()]))

const tag = (attributes = '') => `<script src="${cdn.address}/sidelight.js" ${attributes}></script>`

/** Opens a page of the publisher's and hands it to `body`. */
const visit = (path, { html, policy, init }, body) =>
  withPage(async (page) => {
    pages[path] = html
    policies[path] = policy
    await recordEvents(page)
    if (init) await page.addInitScript(init)
    await page.goto(publisher.address + path)
    await body(page)
  })

const fromCdn = (page) => page.asked.filter((url) => url.startsWith(cdn.address)).map((url) => url.slice(cdn.address.length))
/** Everything that the page asked for beyond itself and our own files. */
const strangers = (page, path) => page.asked.filter((url) => url !== publisher.address + path && !url.startsWith('data:') && !files.some((file) => url === cdn.address + file))

test('one tag from another host tags the article and asks for nothing but its own files', () =>
  visit('/plain-page', { html: articlePage({ head: tag('async') }) }, async (page) => {
    await tagged(page)
    assert.deepEqual(fromCdn(page), ['/sidelight.js', '/sidelight_bg.wasm'])
    assert.deepEqual(strangers(page, '/plain-page'), [])
    assert.ok((await highlights(page)).casualty > 0)
    assert.deepEqual(page.complaints.filter((line) => !/favicon/.test(line)), [])
  }))

test('options stand on the tag', () =>
  visit('/options', { html: articlePage({ published: null, tail: `<div id="other"><p>At least 7 people were killed on Monday.</p></div>${tag('data-root="#other" data-kinds="casualty time" data-published="2025-03-11" data-card="closed"')}` }) }, async (page) => {
    await tagged(page)
    const facts = await page.evaluate(async () => (await window.sidelight.ready).facts)
    assert.deepEqual(facts.figures.map(({ low }) => low), [7])
    assert.equal(facts.anchor.date, '2025-03-11')
    assert.deepEqual(Object.keys(await highlights(page)).filter((kind) => kind !== 'active').sort(), ['casualty', 'time'])
    assert.equal((await eventsOf(page)).find(({ name }) => name === 'ready').target, 'other')
  }))

test('data-auto="false" waits to be called', () =>
  visit('/manual', { html: articlePage({ head: tag('data-auto="false"') }) }, async (page) => {
    assert.deepEqual(fromCdn(page), ['/sidelight.js'], 'the module is not even loaded')
    const low = await page.evaluate(async () => (await window.sidelight.annotate()).facts.figures[0].low)
    assert.equal(low, 40)
  }))

test('a root that is not there is said, and nothing happens', () =>
  visit('/no-root', { html: articlePage({ head: tag('data-root="#nowhere"') }) }, async (page) => {
    assert.equal(await page.evaluate(async () => (await window.sidelight.ready) === null), true)
    assert.deepEqual(fromCdn(page), ['/sidelight.js'])
  }))

test('a root that is no selector is said, and nothing happens', () =>
  visit('/no-selector', { html: articlePage({ head: tag('data-root="#1st"') }) }, async (page) => {
    assert.equal(await page.evaluate(async () => (await window.sidelight.ready) === null), true)
    assert.deepEqual(page.complaints, [])
  }))

test('an element outside the document is refused, and other articles keep their tags', () =>
  visit('/outside', { html: articlePage({ head: tag() }) }, async (page) => {
    await tagged(page)
    const earlier = await highlights(page)
    const codes = await page.evaluate(async () => {
      const loose = document.createElement('article')
      const foreign = new DOMParser().parseFromString('<article></article>', 'text/html').body.firstChild
      for (const element of [loose, foreign]) element.innerHTML = '<p>At least 7 people were killed on Monday.</p>'
      return Promise.all([loose, foreign].map((element) => window.sidelight.annotate(element).then(String, ({ code }) => code)))
    })
    assert.deepEqual(codes, ['argument', 'argument'])
    assert.deepEqual(await highlights(page), earlier)
  }))

test('an article that the page takes away can be read again', () =>
  visit('/taken-away', { html: articlePage({ head: tag('data-root="#article"') }) }, async (page) => {
    await tagged(page)
    const figures = await page.evaluate(async () => {
      const controller = await window.sidelight.ready
      document.querySelector('#article').remove()
      await controller.refresh()
      return controller.facts.figures.length
    })
    assert.ok(figures > 0)
  }))

test('a signal that was aborted ends the session, early or late, with the same code', () =>
  visit('/aborted', { html: articlePage({ head: tag('data-auto="false"') }) }, async (page) => {
    const codes = await page.evaluate(() => {
      const early = AbortSignal.abort()
      const late = new AbortController()
      const both = [early, late.signal].map((signal) => window.sidelight.annotate(null, { signal }).then(String, ({ code }) => code))
      late.abort()
      return Promise.all(both)
    })
    assert.deepEqual(codes, ['closed', 'closed'])
  }))

const policyCases = [
  ['the host alone', (host) => `script-src 'self' ${host}`, 'plain'],
  ['the host alone, nothing else allowed', (host) => `default-src 'none'; script-src ${host}`, 'plain'],
  ["the host and 'wasm-unsafe-eval'", (host) => `script-src 'self' ${host} 'wasm-unsafe-eval'`, 'wasm'],
  ["the host and 'wasm-unsafe-eval', but no connect-src", (host) => `default-src 'self'; script-src ${host} 'wasm-unsafe-eval'`, 'plain'],
  ['strict styles and trusted types', (host) => `default-src 'none'; script-src ${host} 'wasm-unsafe-eval'; connect-src ${host}; style-src 'self'; require-trusted-types-for 'script'`, null],
  ['trusted types and no WebAssembly', (host) => `script-src ${host}; require-trusted-types-for 'script'`, 'plain'],
  ['trusted types that are named', (host) => `script-src ${host}; require-trusted-types-for 'script'; trusted-types sidelight`, 'plain'],
]
for (const [what, policy, build] of policyCases) {
  test(`under a policy with ${what}`, () =>
    visit(`/policy-${policyCases.findIndex(([name]) => name === what)}`, { html: articlePage({ head: tag() }), policy: policy(cdn.address) }, async (page) => {
      await tagged(page)
      if (build) assert.deepEqual(fromCdn(page).includes('/sidelight_plain.js'), build === 'plain')
      assert.equal(await page.evaluate(async () => (await window.sidelight.ready).facts.figures[0].low), 40)
      assert.ok((await highlights(page)).casualty > 0)
      const wrong = page.complaints.filter((line) => /style|TrustedHTML|TrustedScript/.test(line))
      if (build !== null) assert.deepEqual(wrong, [], 'no style of ours is blocked')
    }))
}

test('under a policy with a nonce', () =>
  visit('/nonce', { html: articlePage({ head: tag('nonce="abc123"') }), policy: "default-src 'none'; script-src 'nonce-abc123'" }, async (page) => {
    await tagged(page)
    assert.deepEqual(fromCdn(page), ['/sidelight.js', '/sidelight_plain.js'])
  }))

test('named twice, the tag works once', () =>
  visit('/twice', { html: articlePage({ head: tag() + tag() }) }, async (page) => {
    await tagged(page)
    await page.evaluate(() => window.sidelight.ready)
    assert.equal((await eventsOf(page)).filter(({ name }) => name === 'ready').length, 1)
    assert.equal(await page.locator('[data-sidelight-host]').count(), 1)
  }))

test('a newer copy takes over from an older one', () =>
  visit('/older', { html: articlePage({ head: `<script>window.sidelight = { version: '0.0.9', destroy() { window.retired = true } }</script>${tag()}` }) }, async (page) => {
    await tagged(page)
    assert.equal(await page.evaluate(() => window.retired), true)
  }))

test('an older copy leaves a newer one alone', () =>
  visit('/newer', { html: articlePage({ head: `<script>window.sidelight = { version: '99.10.0' }</script>${tag()}` }) }, async (page) => {
    assert.equal(await page.evaluate(() => window.sidelight.version), '99.10.0')
    assert.deepEqual(fromCdn(page), ['/sidelight.js'])
  }))

for (const renderer of ['highlight', 'mark']) {
  test(`destroy leaves the page as it was, tagged by ${renderer}`, () =>
    visit(`/destroy-${renderer}`, { html: articlePage({ head: tag(`data-auto="false"`) }) }, async (page) => {
      const outer = () => page.evaluate(() => document.documentElement.outerHTML)
      const nodes = () => page.evaluate(() => [...document.querySelectorAll('#article *')].map((element) => element.childNodes.length))
      const earlier = [await outer(), await nodes()]
      const [marks, low] = await page.evaluate(async (renderer) => {
        const controller = await window.sidelight.annotate(null, { renderer, card: 'open' })
        return [document.querySelectorAll('article mark').length, controller.facts.figures[0].low]
      }, renderer)
      assert.equal(low, 40)
      assert.equal(marks > 0, renderer === 'mark')
      await page.evaluate(() => window.sidelight.destroy())
      assert.deepEqual([await outer(), await nodes()], earlier)
      assert.deepEqual(await highlights(page), {})
      assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 0)
    }))
}

/** Makes the module's export `name` trap at its call number `at`; other calls go through. */
const trap = (name, at) => `(() => {
  const instantiate = WebAssembly.instantiate
  WebAssembly.instantiate = async (...given) => {
    const instance = await instantiate.apply(WebAssembly, given)
    const exports = { ...instance.exports }
    let calls = globalThis.calls ?? 0
    const original = exports.${name}
    exports.${name} = (...args) => {
      if (++calls === ${at}) { globalThis.calls = calls; throw new WebAssembly.RuntimeError('unreachable') }
      return original(...args)
    }
    return { exports }
  }
})()`

test('a module that traps while it reads is dropped, the page is as it was, and the next call starts anew', () =>
  visit('/trap-reading', { html: articlePage({ head: tag('data-auto="false"') }), init: trap('advance', 1) }, async (page) => {
    const earlier = await markup(page)
    const error = await page.evaluate(() => window.sidelight.annotate().catch(({ name, code, message }) => ({ name, code, message })))
    assert.deepEqual(error, { name: 'SidelightError', code: 'lost', message: 'Sidelight stopped: unreachable' })
    assert.equal(await markup(page), earlier)
    assert.equal(await page.locator('[data-sidelight-host]').count(), 0)
    assert.deepEqual(await highlights(page), {})
    assert.equal(await page.evaluate(async () => (await window.sidelight.annotate()).facts.figures[0].low), 40)
  }))

test('a module that traps later takes its tags and its card along', () =>
  visit('/trap-later', { html: articlePage({ head: tag('data-auto="false"') }), init: trap('export_session', 1) }, async (page) => {
    const earlier = await markup(page)
    const result = await page.evaluate(async () => {
      const controller = await window.sidelight.annotate(null, { renderer: 'mark', card: 'open' })
      let message
      try {
        controller.export('csv')
      } catch (error) {
        message = [error.code, error.message]
      }
      return message
    })
    assert.deepEqual(result, ['lost', 'Sidelight stopped: unreachable'])
    assert.equal(await markup(page), earlier)
    assert.equal(await page.locator('[data-sidelight-host]').count(), 0)
    assert.deepEqual((await eventsOf(page)).filter(({ name }) => name === 'error').map(({ message }) => message), ['Sidelight stopped: unreachable'])
    assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 0)
    assert.equal(await page.evaluate(async () => (await window.sidelight.annotate()).facts.figures[0].low), 40)
  }))
