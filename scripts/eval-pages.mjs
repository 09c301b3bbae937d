// How well the story of a saved page is found: its text and its publication date against what was read by hand.
//
//   node scripts/eval-pages.mjs [DIR] [--show PAGE]
//
// DIR (../shared/data/dev/pages) holds one folder a page: source.html, expected.txt, bench.json. Each page is opened in Chromium
// without its scripts and without network, and read by the module itself (examples/page_probe.rs). Words are compared as bags:
// precision is the share of ours that are expected, recall the share of the expected that are ours.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { browser } from './lib/browsers.mjs'
import { at, cache } from './lib/paths.mjs'
import { main, run, say } from './lib/run.mjs'

const work = join(cache, 'eval-pages')
const target = 'wasm32-unknown-unknown'

async function probe() {
  await run('cargo', ['build', '--quiet', '--locked', '--target', target, '--example', 'page_probe'])
  await run('wasm-bindgen', ['--target', 'no-modules', '--no-typescript', '--out-dir', work, at('target', target, 'debug', 'examples', 'page_probe.wasm')])
  return {
    glue: readFileSync(join(work, 'page_probe.js'), 'utf8'),
    module: readFileSync(join(work, 'page_probe_bg.wasm')).toString('base64'),
  }
}

const words = (text) => text.toLowerCase().normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? []

function bag(list) {
  const counts = new Map()
  for (const word of list) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** Words of `a` that `b` has too, each as often as both have it. */
function shared(a, b) {
  const counts = bag(b)
  return a.filter((word) => {
    const left = counts.get(word) ?? 0
    if (left) counts.set(word, left - 1)
    return left > 0
  }).length
}

async function read(context, { glue, module }, html, address) {
  const page = await context.newPage()
  try {
    // Nothing is fetched but the page itself, and of its scripts none runs: only what is injected from outside.
    await page.route('**/*', (route) =>
      route.request().url() === address
        ? route.fulfill({ body: html, contentType: 'text/html; charset=utf-8', headers: { 'content-security-policy': "script-src 'wasm-unsafe-eval'" } })
        : route.abort(),
    )
    await page.goto(address, { waitUntil: 'domcontentloaded' })
    const answer = await page.evaluate(
      `(async () => { ${glue}; const bytes = Uint8Array.from(atob(${JSON.stringify(module)}), (c) => c.charCodeAt(0)); await wasm_bindgen({ module_or_path: bytes }); const before = document.documentElement.outerHTML; const read = wasm_bindgen.read_page(); return [read, before === document.documentElement.outerHTML] })()`,
    )
    return { ...JSON.parse(answer[0]), untouched: answer[1] }
  } finally {
    await page.close()
  }
}

await main(async () => {
  const args = process.argv.slice(2)
  const shown = args.includes('--show') ? args.splice(args.indexOf('--show'), 2)[1] : null
  const folder = resolve(args[0] ?? at('..', 'shared', 'data', 'dev', 'pages'))
  mkdirSync(work, { recursive: true })
  const probed = await probe()
  const { chromium } = await import('playwright-core')
  const chrome = await chromium.launch({ executablePath: browser('chromium'), args: ['--no-sandbox', '--disable-gpu'] })
  const context = await chrome.newContext({ serviceWorkers: 'block' })
  const rows = []
  for (const name of readdirSync(folder).sort()) {
    if (shown && name !== shown) continue
    const html = readFileSync(join(folder, name, 'source.html'), 'utf8')
    const expected = readFileSync(join(folder, name, 'expected.txt'), 'utf8')
    const { published, title } = JSON.parse(readFileSync(join(folder, name, 'bench.json'), 'utf8'))
    // Where a page was is part of the page: its canonical address, if it says one.
    const canonical = html.match(/<link[^>]+rel=["']?canonical["']?[^>]*href=["']([^"']+)/i)?.[1]
    const answer = await read(context, probed, html, canonical?.startsWith('http') ? canonical.split('#')[0] : 'https://page.example/')
    writeFileSync(join(work, `${name}.json`), JSON.stringify(answer, null, 1))
    const ours = words(answer.blocks?.filter(([kind]) => kind !== 'Headline').map(([, text]) => text).join('\n') ?? '')
    const wanted = words(expected)
    const both = shared(ours, wanted)
    const p = ours.length ? both / ours.length : 0
    const r = wanted.length ? both / wanted.length : 0
    rows.push({ name, p, r, f1: p + r ? (2 * p * r) / (p + r) : 0, published: answer.published, right: (answer.published?.[0] ?? null) === published, wanted: published, title, answer })
    if (shown) console.log(answer.refused ?? answer.blocks.map(([kind, text]) => `${kind}\t${text}`).join('\n'))
  }
  await chrome.close()
  say('')
  console.log(`${'page'.padEnd(18)}${'P'.padStart(7)}${'R'.padStart(7)}${'F1'.padStart(7)}  ms  lost  date`)
  for (const { name, p, r, f1, published, right, wanted, answer } of rows) {
    const cells = [p, r, f1].map((value) => (100 * value).toFixed(1).padStart(7)).join('')
    const date = right ? `${wanted} ${published?.[1] ?? ''}` : `WRONG: ${published ?? 'none'} instead of ${wanted}`
    console.log(`${name.padEnd(18)}${cells}  ${String(answer.longest ?? '').padStart(2)}  ${String(answer.lost ?? '').padStart(4)}  ${date}${answer.untouched ? '' : '  CHANGED THE PAGE'}${answer.refused ? `  ${answer.refused}` : ''}`)
  }
  const mean = (key) => ((100 * rows.reduce((sum, row) => sum + row[key], 0)) / rows.length).toFixed(1)
  console.log(`${'mean'.padEnd(18)}${mean('p').padStart(7)}${mean('r').padStart(7)}${mean('f1').padStart(7)}            ${rows.filter(({ right }) => right).length} of ${rows.length} dates`)
})
