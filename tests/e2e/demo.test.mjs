// The demo as a reader meets it: tags and card at once, from entry to words and back, filters, the card over a tag, one's own article.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { at } from '../../scripts/lib/paths.mjs'
import { serve } from '../../scripts/serve.mjs'
import { cardOf, inView, middleOf } from './lib/card.mjs'
import { highlighted, highlights, recordEvents, tagged, withPage } from './lib/chromium.mjs'
import { articlePage, paragraphs } from './lib/pages.mjs'
import { screenshot } from './lib/screenshot.mjs'

const axe = readFileSync(at('node_modules', 'axe-core', 'axe.min.js'), 'utf8')

let server
before(async () => (server = await serve({ folder: at('dist', 'demo') })))
after(() => server.close())

const visit = (body, options) =>
  withPage(async (page) => {
    await recordEvents(page)
    await page.goto(`${server.address}/`)
    await tagged(page)
    await body(page, cardOf(page))
    assert.deepEqual(page.complaints, [])
    assert.deepEqual(page.asked.filter((url) => !url.startsWith(server.address) && !url.startsWith('data:')), [], 'nothing is asked of anybody else')
  }, options)

test('the article is tagged on load, with its card beside it', () =>
  visit(async (page, card) => {
    const words = await highlighted(page)
    for (const [kind, some] of Object.entries({
      casualty: ['At least 180,000', 'a third', '62', '14', '23'],
      person: ['Henrik Solberg', 'Anna Kostova', 'Viktor Hale'],
      place: ['Geneva', 'Turkey'],
      time: ['Tuesday', 'March 28'],
    })) {
      for (const one of some) assert.ok(words[kind]?.includes(one), `${kind}: ${one} in ${words[kind]}`)
    }
    await card.panel.waitFor()
    assert.ok((await card.entries('casualty').count()) >= 8)
    assert.match(await page.locator('#status').textContent(), /^\d+ casualty figures · \d+ names · \d+ dates and times · \d+ quotes$/)
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, 'no sideways scrolling')
    await screenshot(page, 'demo-light')
  }))

test('only the demo’s own files are loaded', () =>
  visit(async (page) => {
    const paths = new Set(page.asked.map((url) => new URL(url).pathname))
    assert.deepEqual([...paths].sort(), ['/', '/demo.css', '/demo.js', '/icon.svg', '/sidelight.js', '/sidelight_bg.wasm'])
  }))

test('an entry of the card leads to its words', () =>
  visit(async (page, card) => {
    const entry = card.entries('casualty').filter({ hasText: '2,000' }).first()
    assert.equal(await inView(page, 'casualty', 'as many as 2,000'), false)
    await entry.locator('.title').click()
    await page.waitForFunction(() => [...(CSS.highlights.get('sidelight-active') ?? [])].some((range) => String(range).includes('2,000')))
    await page.waitForTimeout(300)
    assert.equal(await inView(page, 'casualty', 'as many as 2,000'), true)
    const selected = await page.evaluate(() => globalThis.recorded.filter(({ name }) => name === 'select').length)
    assert.ok(selected > 0, 'sidelight:select is told')
  }))

test('a filter takes the tags of a kind off the page, and puts them back', () =>
  visit(async (page, card) => {
    const earlier = await highlights(page)
    await card.filter('person').click()
    assert.equal(await card.filter('person').getAttribute('aria-pressed'), 'false')
    const { person, ...others } = earlier
    assert.ok(person > 0)
    assert.deepEqual(await highlights(page), others)
    await card.filter('person').click()
    assert.deepEqual(await highlights(page), earlier)
  }))

test('the pointer over a tag brings up its card, Escape takes it away', () =>
  visit(async (page, card) => {
    const { x, y } = await middleOf(page, 'casualty', 'At least 180,000')
    await page.mouse.move(x, y)
    await card.hover.waitFor()
    assert.match(await card.hover.textContent(), /180,000/)
    await screenshot(page, 'demo-hover')
    await page.keyboard.press('Escape')
    await card.hover.waitFor({ state: 'hidden' })
  }))

test('everything can be done from the keyboard', () =>
  visit(async (page, card) => {
    await card.close.focus()
    await page.keyboard.press('Enter')
    await card.panel.waitFor({ state: 'hidden' })
    await card.launcher.focus()
    await page.keyboard.press('Enter')
    await card.panel.waitFor()
    await card.entries('casualty').first().locator('.title').focus()
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => CSS.highlights.get('sidelight-active')?.size > 0)
  }))

test('switched off, the page is as it was; switched on, it is tagged again', () =>
  visit(async (page, card) => {
    const article = () => page.locator('#article').evaluate((element) => element.outerHTML)
    const earlier = await article()
    await page.locator('#toggle').click()
    assert.equal(await article(), earlier)
    assert.deepEqual(await highlights(page), {})
    assert.equal(await card.panel.count(), 0)
    assert.equal(await page.locator('#toggle').textContent(), 'Tags on')
    assert.equal(await page.locator('#toggle').getAttribute('aria-pressed'), null, 'its words say what it does; "pressed" would say the opposite')
    await page.locator('#toggle').click()
    await card.panel.waitFor()
  }))

describe('one’s own article', () => {
  const paste = async (page, text, published) => {
    const before = await page.evaluate(() => globalThis.recorded.filter(({ name }) => name === 'ready').length)
    if (published) await page.locator('#published').fill(published)
    await page.locator('#paste').fill(text)
    await page.getByRole('button', { name: 'Read this article' }).click()
    await page.waitForFunction((before) => globalThis.recorded.filter(({ name }) => name === 'ready').length > before, before)
  }

  test('as plain text, with the day it was published', () =>
    visit(async (page) => {
      await paste(page, ['Ferry fire off Odrin', ...paragraphs].join('\n\n'), '2025-03-11')
      assert.equal(await page.locator('#article h1').textContent(), 'Ferry fire off Odrin')
      assert.equal(await page.locator('#article p').count(), 3)
      const words = await highlighted(page)
      for (const one of ['At least 40', 'dozens', '12', 'three', 'half']) assert.ok(words.casualty.includes(one), `${one} in ${words.casualty}`)
      await page.getByRole('button', { name: 'Back to the sample' }).click()
      await page.waitForFunction(() => document.querySelector('#article h1').textContent.startsWith('Truce holds'))
    }))

  test('as the source of a page: text only, nothing runs, nothing is loaded', () =>
    visit(async (page) => {
      const trap = `<script>globalThis.ran = true</script><img src="https://tracker.invalid/pixel.gif" onerror="globalThis.ran = true"><iframe src="https://tracker.invalid/"></iframe><link rel="stylesheet" href="https://tracker.invalid/a.css"><p onclick="globalThis.ran = true" style="background:url(https://tracker.invalid/b.png)">A paragraph with a <a href="javascript:globalThis.ran = true">link</a>.</p><svg onload="globalThis.ran = true"></svg><nav>Menu, 5 killed here</nav>`
      await paste(page, articlePage({ head: '<base href="https://tracker.invalid/">', tail: '', texts: paragraphs }).replace('</article>', `${trap}</article>`))
      const article = page.locator('#article')
      assert.equal(await article.locator('script, img, iframe, link, svg, a, nav, [style], [onclick], [href], [src]').count(), 0)
      assert.equal(await page.evaluate(() => globalThis.ran), undefined)
      assert.match(await article.textContent(), /A paragraph with a link\./)
      const facts = await page.evaluate(() => document.querySelector('#status').textContent)
      assert.match(facts, /casualty figures/)
      assert.ok((await highlighted(page)).casualty.includes('At least 40'))
      // The browser tells that it kept the pasted page from acting even while it was parsed.
      page.complaints = page.complaints.filter((line) => !/Content Security Policy/.test(line))
    }))

  test('as a saved file, dated by its own head', () =>
    visit(async (page) => {
      const dated = page.evaluate(() => new Promise((resolve) => addEventListener('sidelight:facts', ({ detail }) => resolve(detail.facts.anchor.date), { once: true })))
      await page.locator('#file').setInputFiles({ name: 'saved.html', mimeType: 'text/html', buffer: Buffer.from(articlePage({ published: '2019-06-05' })) })
      assert.equal(await dated, '2019-06-05')
    }))

  test('in another language is said to be so', () =>
    visit(async (page) => {
      await page.locator('#paste').fill('Al menos doce personas murieron y treinta resultaron heridas el lunes en la ciudad de Odrin, según informó el Ministerio del Interior. Los equipos de rescate siguen buscando a los desaparecidos en el puerto.')
      await page.getByRole('button', { name: 'Read this article' }).click()
      await page.waitForFunction(() => document.querySelector('#status').textContent === 'This article is not in English: nothing was tagged.')
    }))

  test('an article without a date has none, whatever the sample had', () =>
    visit(async (page) => {
      const about = () => page.evaluate(() => new Promise((resolve) => addEventListener('sidelight:facts', ({ detail: { facts } }) => resolve([facts.anchor.date, facts.article.publisher]), { once: true })))
      let told = about()
      await page.locator('#file').setInputFiles({ name: 'saved.html', mimeType: 'text/html', buffer: Buffer.from(articlePage({ published: '2019-06-05', head: '<meta property="og:site_name" content="The Daily">' })) })
      assert.deepEqual(await told, ['2019-06-05', 'The Daily'])
      told = about()
      await page.locator('#paste').fill(paragraphs.join('\n\n'))
      await page.getByRole('button', { name: 'Read this article' }).click()
      assert.deepEqual(await told, [null, null])
      told = about()
      await page.getByRole('button', { name: 'Back to the sample' }).click()
      assert.deepEqual(await told, ['2025-03-11', 'The Sidelight Sample'])
    }))

  for (const [encoding, buffer] of [
    ['the encoding that it names', Buffer.from(articlePage({ texts: ['Two people died in the Café “Été” on Monday.', ...paragraphs] }).replace('charset="utf-8"', 'charset="windows-1252"').replaceAll('“', '\x93').replaceAll('”', '\x94').replaceAll('’', '\x92').replaceAll('—', '\x97'), 'latin1')],
    ['UTF-16', Buffer.from(`\ufeff${articlePage({ texts: ['Two people died in the Café “Été” on Monday.', ...paragraphs] })}`, 'utf16le')],
  ]) {
    test(`as a saved file in ${encoding}`, () =>
      visit(async (page) => {
        await page.locator('#file').setInputFiles({ name: 'saved.html', mimeType: 'text/html', buffer })
        await page.waitForFunction(() => document.querySelector('#article p')?.textContent === 'Two people died in the Café “Été” on Monday.')
      }))
  }

  test('nothing pasted is said, not read', () =>
    visit(async (page) => {
      await page.getByRole('button', { name: 'Read this article' }).click()
      assert.match(await page.locator('#status').textContent(), /nothing to read yet/)
      assert.equal(await page.locator('#article h1').count(), 1)
    }))
})

/** What axe finds on the page and in the card. */
const violations = async (page) => {
  await page.evaluate(axe)
  return page.evaluate(async () => (await globalThis.axe.run()).violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary.split('\n').slice(1, 2)}`)))
}

for (const colorScheme of ['light', 'dark']) {
  test(`axe finds nothing on the demo with its card, ${colorScheme}`, () =>
    visit(
      async (page, card) => {
        await card.panel.waitFor()
        assert.deepEqual(await violations(page), [])
        if (colorScheme === 'dark') await screenshot(page, 'demo-dark')
        const { x, y } = await middleOf(page, 'person', 'Henrik Solberg')
        await page.mouse.move(x, y)
        await card.hover.waitFor()
        assert.deepEqual(await violations(page), [])
        if (colorScheme === 'dark') await screenshot(page, 'demo-dark-hover')
      },
      { colorScheme },
    ))
}

for (const colorScheme of ['light', 'dark']) {
  test(`on a phone the article comes first, the card on demand, ${colorScheme}`, () =>
    visit(
      async (page, card) => {
        assert.equal(await card.panel.isVisible(), false)
        assert.deepEqual(await violations(page), [])
        await screenshot(page, `demo-phone-${colorScheme}`)
        await card.launcher.click()
        await card.panel.waitFor()
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, 'no sideways scrolling')
        assert.deepEqual(await violations(page), [])
        await screenshot(page, `demo-phone-card-${colorScheme}`)
        await card.close.click()
        const { x, y } = await middleOf(page, 'casualty', 'At least 180,000')
        await page.touchscreen.tap(x, y)
        await card.hover.waitFor()
        await screenshot(page, `demo-phone-tap-${colorScheme}`)
      },
      { colorScheme, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
    ))
}

test('screenshots of the rest', () =>
  visit(async (page, card) => {
    await screenshot(page, 'demo-whole', { fullPage: true })
    await card.close.click()
    await screenshot(page, 'demo-closed')
  }))
