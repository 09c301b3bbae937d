// The article that the project began with, as a page. It is not part of the project: the test reads it beside it, or is skipped.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { at } from '../../scripts/lib/paths.mjs'
import { serve } from '../../scripts/serve.mjs'
import { cardOf } from './lib/card.mjs'
import { highlighted, recordEvents, tagged, withPage } from './lib/chromium.mjs'
import { seedArticle } from './lib/pages.mjs'
import { screenshot } from './lib/screenshot.mjs'

const blocks = seedArticle()
const skip = blocks ? false : 'no ../shared/seed/article.txt beside the project'
const pages = {}
let server
before(async () => (server = await serve({ folder: at('dist'), pages })))
after(() => server.close())

const escaped = (text) => text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign])

/** As a newspaper's site would serve it: short lines without a full stop are headings. */
function page() {
  const [title, ...rest] = blocks
  const isHeading = (text) => text.length < 40 && /^[A-Z][^.>|]*$/.test(text) && !/^(Our code|Next Story)/.test(text)
  const element = (text) => (isHeading(text) ? `<h2>${escaped(text)}</h2>` : `<p>${escaped(text)}</p>`)
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>body{max-width:42rem;margin:2rem auto;font:1.1rem/1.6 Georgia,serif;padding:0 1rem}</style></head>
<body><article id="article"><h1>${escaped(title)}</h1>${rest.map(element).join('\n')}</article><script src="/sidelight.js" data-card="open"></script></body></html>`
}

const visit = (body) =>
  withPage(async (browserPage) => {
    pages['/seed'] = page()
    await recordEvents(browserPage)
    await browserPage.goto(`${server.address}/seed`)
    await tagged(browserPage)
    const facts = await browserPage.evaluate(async () => (await window.sidelight.ready).facts)
    await body(browserPage, facts)
  })

test('its toll, its displaced, its Monday', { skip }, () =>
  visit(async (page, facts) => {
    const killed = facts.figures.find(({ effect }) => effect === 'killed')
    assert.deepEqual([killed.modifier, killed.low, killed.high], ['at_least', 250_000, null])
    const displaced = facts.figures.find(({ effect }) => effect === 'displaced')
    assert.deepEqual([displaced.modifier, displaced.fraction], ['fraction', 0.5])
    assert.match(displaced.fraction_of.text, /population/)
    const mondays = facts.times.filter(({ text }) => text === 'Monday')
    assert.ok(mondays.length > 0)
    for (const monday of mondays) assert.equal(monday.value, '2016-03-14')
    assert.notEqual(facts.article.published, '2021-12-01', 'the day of printing is no date of publication')
    assert.notEqual(facts.anchor.date, '2021-12-01')
    assert.equal(facts.anchor.source, 'inferred')
    const [card, article] = await page.evaluate(() => {
      const panel = document.querySelector('[data-sidelight-host]').shadowRoot.querySelector('.panel')
      return [panel.getBoundingClientRect().left, document.querySelector('#article').getBoundingClientRect().right]
    })
    assert.ok(card >= article, `the card (from ${card}) lies beside the text (up to ${article})`)
    await screenshot(page, 'seed', { fullPage: true })
  }))

test('what is on the page but not in the story has no tag', { skip }, () =>
  visit(async (page) => {
    const words = Object.values(await highlighted(page)).flat()
    for (const scrap of [/Photo Credit/, /Also read/, /code of editorial values/, /Printable version/, /Dec 1, 2021/, /Next Story/, /closed for comments/]) {
      assert.deepEqual(words.filter((one) => scrap.test(one)), [], String(scrap))
    }
    // A tag that lies inside such a line would not carry its words.
    const strayed = await page.evaluate(() =>
      [...CSS.highlights].filter(([name]) => name.startsWith('sidelight-')).flatMap(([, ranges]) =>
        [...ranges].filter((range) => /^(>?Also read|Our code of|Printable version|This article is closed|Please Email|Next Story)/.test(range.startContainer.parentElement.closest('p, h2')?.textContent ?? '')).map(String),
      ),
    )
    assert.deepEqual(strayed, [])
  }))

test('its people and places are tagged, its card counts them once', { skip }, () =>
  visit(async (page, facts) => {
    const names = facts.entities.map(({ name }) => name)
    for (const name of ['Vladimir Putin', 'Bashar Assad', 'Staffan de Mistura', 'Walid al-Moallem', 'Dmitry Peskov']) {
      assert.equal(names.filter((one) => one === name).length, 1, name)
    }
    const { panel, entries } = cardOf(page)
    await panel.waitFor()
    assert.equal(await entries('casualty').count(), 2)
  }))
