// Pages that bite: nothing to read, far too much to read, no article, and pages that change under the reader. Ours may find nothing
// there, but must answer, yield, and leave the page alone.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { at } from '../../scripts/lib/paths.mjs'
import { serve } from '../../scripts/serve.mjs'
import { eventsOf, highlighted, highlights, markup, recordEvents, withPage } from './lib/chromium.mjs'
import { articlePage, paragraphs } from './lib/pages.mjs'

let server
const pages = {}
before(async () => (server = await serve({ folder: at('dist'), pages })))
after(() => server.close())

/** A page without one is asked for /favicon.ico. */
const icon = '<link rel="icon" href="data:,">'
const script = '<script src="/sidelight.js" data-auto="false"></script>'

/** Opens `html` (with the script tag in it), annotates, checks that the page is untouched, and hands over what came of it. */
const read = (path, html, body, { options = {}, prepare } = {}) =>
  withPage(async (page) => {
    pages[path] = html
    await recordEvents(page)
    await page.goto(server.address + path)
    if (prepare) await page.evaluate(prepare)
    const earlier = await markup(page)
    // Only the first figures are brought over: of a huge page there are too many to send.
    const facts = await page.evaluate(async (options) => {
      globalThis.controller = await window.sidelight.annotate(null, options)
      const { reading, state, figures, quotes } = globalThis.controller.facts
      return { reading, state, count: figures.length, figures: figures.slice(0, 5), quotes: quotes.slice(0, 5) }
    }, options)
    assert.equal(await markup(page), earlier, 'the page is untouched')
    await body({ page, facts, ready: (await eventsOf(page)).find(({ name }) => name === 'ready') })
    await page.evaluate(() => globalThis.controller.destroy())
    assert.deepEqual(await highlights(page), {})
    assert.deepEqual(page.complaints.filter((line) => !/favicon/.test(line)), [])
  })

test('an empty page', () => read('/empty', `${icon}${script}`, ({ facts }) => assert.notEqual(facts.state, 'ready')))

test('a page without an article', () =>
  read('/shop', `<!doctype html>${icon}<title>Shop</title>${script}<nav><a href="#">Home</a> <a href="#">Sale</a></nav><form><input><button>Buy 3 for 2</button></form>`, ({ facts }) => {
    assert.deepEqual([facts.figures, facts.quotes], [[], []])
  }))

test('an article in another language', () =>
  read(
    '/french',
    articlePage({
      head: script,
      lang: 'fr',
      title: 'Un incendie fait douze morts',
      texts: Array(6).fill('Douze personnes sont mortes et une trentaine ont été blessées lundi dans un incendie qui a ravagé un immeuble du centre-ville, ont annoncé les pompiers. Les causes du sinistre restent inconnues.'),
    }),
    async ({ page, facts }) => {
      assert.equal(facts.reading, 'other_language')
      assert.deepEqual(facts.figures, [])
      assert.equal((await highlights(page)).casualty ?? 0, 0)
    },
  ))

test('ten megabytes of text are read in many short tasks', () =>
  read(
    '/long',
    articlePage({ head: script }),
    async ({ page, facts, ready }) => {
      assert.ok(facts.count > 1000, `${facts.count} figures`)
      assert.ok(ready.tasks > 100, `${ready.tasks} tasks`)
      // A browser goes through all ranges for each frame after a change: only those that can soon be seen are there.
      const few = async () => Object.values(await highlights(page)).reduce((sum, count) => sum + count, 0) < 2000
      assert.ok(await few())
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
      const last = (ranges) => [...ranges].some((range) => range.startContainer.parentNode === document.querySelector('#article').lastElementChild)
      await page.waitForFunction(`(${last})(CSS.highlights.get('sidelight-casualty') ?? [])`)
      assert.ok(await few())
    },
    {
      prepare: () => {
        const told = [...document.querySelectorAll('#article p')].map(({ textContent }) => textContent).join(' ')
        const filler = 'The road to the coast runs through fields and small woods, and few people use it outside the season. '
        const text = `${told} ${filler.repeat(60)}`
        for (let length = 0; length < 10_000_000; length += text.length) {
          const element = document.createElement('p')
          element.textContent = text
          document.querySelector('#article').append(element)
        }
      },
    },
  ))

test('a hundred thousand nodes', () =>
  read('/many', articlePage({ head: script }), ({ facts, ready }) => {
    assert.ok(facts.count >= 3)
    assert.ok(ready.tasks > 5, `${ready.tasks} tasks`)
  }, {
    prepare: () => {
      const article = document.querySelector('#article')
      for (let index = 0; index < 25_000; index++) {
        const element = document.createElement('p')
        element.append('Some words ', document.createElement('b'), ' and some more words.')
        article.append(element)
      }
    },
  }))

// Chromium's own layout gives up at five thousand.
test('an article two thousand elements deep', () =>
  read('/deep', articlePage({ head: script }), ({ facts }) => assert.equal(facts.figures[0].low, 40), {
    prepare: () => {
      const top = document.createElement('div')
      let inner = top
      for (let index = 0; index < 2000; index++) inner = inner.appendChild(document.createElement('div'))
      const article = document.querySelector('#article')
      article.replaceWith(top)
      inner.append(article)
    },
  }))

test('words cut by the page into many text nodes are found whole', () =>
  read('/cut', articlePage({ head: script }), async ({ page, facts }) => {
    assert.ok(facts.figures.some(({ text, effect }) => text === 'At least 40' && effect === 'killed'))
    assert.ok((await highlighted(page)).casualty.includes('At least 40'))
  }, {
    prepare: () => {
      for (const paragraph of document.querySelectorAll('#article p')) for (let node = paragraph.firstChild; node?.length > 3; ) node = node.splitText(3)
    },
  }))

test('a page that changes while it is read', () =>
  withPage(async (page) => {
    pages['/changing'] = articlePage({ head: script, texts: Array(400).fill(paragraphs).flat() })
    await recordEvents(page)
    await page.goto(`${server.address}/changing`)
    const alive = await page.evaluate(async () => {
      const article = document.querySelector('#article')
      const timer = setInterval(() => {
        article.lastElementChild.remove()
        article.querySelector('p').firstChild.data = 'Nobody was hurt.'
      })
      const controller = await window.sidelight.annotate()
      clearInterval(timer)
      await controller.refresh()
      return { low: controller.facts.figures.find(({ low }) => low)?.low, reading: controller.facts.reading }
    })
    assert.deepEqual(alive, { low: 40, reading: 'analysed' })
    // What is painted is what was read there, also where the page wrote other words since.
    assert.ok((await highlighted(page)).casualty.every((words) => /\d|dozens|half|Nobody|three/i.test(words)))
    assert.deepEqual(page.complaints.filter((line) => !/favicon/.test(line)), [])
  }))

test('destroyed while it is read, it stops and tells so', () =>
  withPage(async (page) => {
    pages['/stopped'] = articlePage({ head: script, texts: Array(2000).fill(paragraphs).flat() })
    await recordEvents(page)
    await page.goto(`${server.address}/stopped`)
    const earlier = await markup(page)
    const outcome = await page.evaluate(() => {
      const stop = new AbortController()
      setTimeout(() => stop.abort(), 20)
      return window.sidelight.annotate(null, { signal: stop.signal }).then(() => 'read', (error) => error.code ?? error.name)
    })
    assert.equal(outcome, 'closed')
    assert.equal(await markup(page), earlier)
    assert.equal(await page.locator('[data-sidelight-host]').count(), 0)
    assert.deepEqual(await highlights(page), {})
    assert.deepEqual((await eventsOf(page)).map(({ name }) => name), ['destroy'])
  }))

test('read anew while it is read, the last call counts', () =>
  withPage(async (page) => {
    pages['/again'] = articlePage({ head: script, texts: Array(300).fill(paragraphs).flat() })
    await recordEvents(page)
    await page.goto(`${server.address}/again`)
    const outcomes = await page.evaluate(async () => {
      const calls = [1, 2, 3].map((number) => window.sidelight.annotate(null, { kinds: number === 3 ? ['casualty'] : undefined }))
      return (await Promise.allSettled(calls)).map(({ status, reason }) => reason?.code ?? status)
    })
    assert.deepEqual(outcomes, ['closed', 'closed', 'fulfilled'])
    assert.deepEqual(Object.keys(await highlights(page)).filter((kind) => kind !== 'active'), ['casualty'])
    assert.equal(await page.locator('[data-sidelight-host]').count(), 1)
  }))
