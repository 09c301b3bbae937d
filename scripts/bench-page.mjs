// From a page's first byte to painted tags, in Chromium: a served page with one script tag, loaded several times with an empty cache.
import { chromium } from 'playwright-core'
import { article } from '../benches/article.mjs'
import { browser } from './lib/browsers.mjs'
import { at } from './lib/paths.mjs'
import { Stop, say } from './lib/run.mjs'
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

function page(size) {
  const paragraphs = article(size).split('\n\n').map((text) => `<p>${text}</p>`).join('\n')
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Made-up news</title>
<meta property="article:published_time" content="2019-08-14T08:00:00Z"></head>
<body><article><h1>Made-up news</h1>${paragraphs}</article><script src="/sidelight.js"></script></body></html>`
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]

/** Milliseconds by what they measure, for a usual article and a long one. */
export async function measurePage() {
  const articles = { 'article of 5 KB': 5_000, 'article of 50 KB': 50_000 }
  const pages = Object.fromEntries(Object.values(articles).map((size) => [`/${size}`, page(size)]))
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
  } finally {
    await running.close()
    await close()
  }
  return table
}
