// From a page's first byte to painted tags, in Chromium: a served page with one script tag, loaded several times with an empty cache.
import { chromium } from 'playwright-core'
import { article } from '../benches/article.mjs'
import { browser } from './lib/browsers.mjs'
import { at } from './lib/paths.mjs'
import { Stop, say } from './lib/run.mjs'
import { seedArticle } from '../tests/e2e/lib/pages.mjs'
import { serve } from './serve.mjs'

const loads = 7

// Runs before anything of the page: notes when the tags are ready, and the first frame after that.
const probe = () => {
  const seen = { longest: 0 }
  globalThis.measured = new Promise((resolve, reject) => {
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration)
    }).observe({ entryTypes: ['longtask'] })
    addEventListener('sidelight:error', (event) => reject(new Error(String(event.detail?.message ?? event.detail))))
    addEventListener('sidelight:ready', () => {
      const ready = performance.now()
      // Two frames: the first callback runs before the frame that paints, the second after it.
      requestAnimationFrame(() => requestAnimationFrame(() => {
        const painted = performance.now()
        const [script] = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/sidelight.js'))
        resolve({ ready: ready - script.startTime, painted: painted - script.startTime, fromNavigation: painted, longest: seen.longest })
      }))
    })
  })
}

function page(texts, attributes = '') {
  const paragraphs = texts.map((text) => `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`).join('\n')
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Made-up news</title>
<meta property="article:published_time" content="2019-08-14T08:00:00Z"></head>
<body><article><h1>Made-up news</h1>${paragraphs}</article><script src="/sidelight.js" ${attributes}></script></body></html>`
}

const warmRuns = 21

// In the page: annotates and takes it back again and again. The time ends when all tags are set and the card stands, and again when the
// frame with them is done: a message posted in a frame's callback arrives after that frame.
async function annotateWarm(runs) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => { port1.close(); resolve(performance.now()) }
    port2.postMessage(0)
  }))
  const times = []
  for (let run = 0; run < runs; run++) {
    await frame()
    const began = performance.now()
    const controller = await globalThis.sidelight.annotate(null, { card: 'closed' })
    const set = performance.now()
    const shown = await frame()
    times.push({ set: set - began, shown: shown - began })
    controller.destroy()
  }
  return times
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]

/** Milliseconds by what they measure, for a usual article and a long one. */
export async function measurePage() {
  const articles = { 'article of 5 KB': 5_000, 'article of 50 KB': 50_000 }
  const pages = Object.fromEntries(Object.values(articles).map((size) => [`/${size}`, page(article(size).split('\n\n'))]))
  const seed = seedArticle()
  const warm = seed ? 'seed article' : 'article of 5 KB'
  pages['/warm'] = page(seed ?? article(5_000).split('\n\n'), 'data-auto="false"')
  const { address, close } = await serve({ folder: at('dist'), pages })
  const running = await chromium.launch({ executablePath: browser('chromium'), args: ['--no-sandbox'] })
  const table = {}
  try {
    for (const [what, size] of Object.entries(articles)) {
      say(`page in Chromium: ${what}, ${loads} loads`)
      const results = []
      for (let load = 0; load < loads; load++) {
        const context = await running.newContext()
        const tab = await context.newPage()
        await tab.addInitScript(probe)
        await tab.goto(`${address}/${size}`)
        const late = new Promise((_, reject) => setTimeout(reject, 20_000, new Stop('the page said neither sidelight:ready nor sidelight:error in 20 s')).unref())
        results.push(await Promise.race([tab.evaluate(() => globalThis.measured), late]))
        await context.close()
      }
      const of = (name) => median(results.map((result) => result[name]))
      table[`${what}: script asked for, to tags ready`] = of('ready')
      table[`${what}: script asked for, to tags painted`] = of('painted')
      table[`${what}: navigation to tags painted`] = of('fromNavigation')
      table[`${what}: longest task over 50 ms`] = of('longest')
    }
    say(`page in Chromium: ${warm}, warm, ${warmRuns} times`)
    const tab = await running.newPage()
    await tab.goto(`${address}/warm`)
    const times = (await tab.evaluate(annotateWarm, warmRuns + 10)).slice(10)
    table[`${warm}, warm: call to tags set and card made`] = median(times.map(({ set }) => set))
    table[`${warm}, warm: call to the frame that shows them`] = median(times.map(({ shown }) => shown))
  } finally {
    await running.close()
    await close()
  }
  return table
}
