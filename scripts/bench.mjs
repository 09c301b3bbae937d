// `npm run bench`: how fast the module reads, beside the libraries people use today, on the same text in the same run.
//
//   npm run bench [-- --text FILE] [--only native,node,peers,page] [--json]
//
// The text is made up (benches/article.mjs) unless a file is given. Each subject runs in a process of its own; times are the best of
// several runs, so that another job on the machine disturbs them little, but ratios within one run say more than milliseconds.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { article } from '../benches/article.mjs'
import { subjects } from '../benches/subjects.mjs'
import { build } from './build.mjs'
import { unlessFresh } from './lib/fresh.mjs'
import { at, cache } from './lib/paths.mjs'
import { Stop, main, run, say, tryRun } from './lib/run.mjs'

/** UTF-16 units: one article, a long page, and two sizes whose ratio shows whether time grows with length alone. */
const sizes = [5_000, 100_000, 1_000_000, 5_000_000]

function prepareText(given) {
  if (given && !existsSync(given)) throw new Stop(`no such text: ${given}`)
  let text = given ? readFileSync(given, 'utf8') : article(sizes.at(-1) + 10_000)
  if (!text.trim()) throw new Stop(`${given} is empty`)
  const own = text.length
  while (text.length < sizes.at(-1) + 1) text += `\n\n${text}`
  if (text.length > own) say(`the text has ${own} characters and is repeated for the larger sizes`)
  const file = join(cache, 'bench', 'text.txt')
  mkdirSync(join(cache, 'bench'), { recursive: true })
  writeFileSync(file, text)
  return file
}

async function measureNative(file) {
  say('native: building')
  await run('cargo', ['build', '--release', '--quiet', '--locked', '--package', 'sidelight-bench'])
  say('native: measuring')
  return JSON.parse(await run(join(process.env.CARGO_TARGET_DIR ?? at('target'), 'release', 'sidelight-bench'), [file, ...sizes.map(String)], { quiet: true }))
}

async function measureInNode(name, file) {
  say(`${name}: measuring`)
  const { code, output } = await tryRun('node', [at('benches', 'measure.mjs'), name, file, ...sizes.map(String)], { quiet: true })
  const answer = output.trim().split('\n').at(-1)
  if (code === 0 && answer.startsWith('{')) return JSON.parse(answer)
  say(`${name}: could not be measured: ${output.trim().split('\n').find((line) => /error/i.test(line)) ?? `exit code ${code}`}`)
  return null
}

async function installPeers() {
  const folder = at('benches', 'peers')
  await unlessFresh({ name: 'peers', inputs: [join(folder, 'package-lock.json')], outputs: [join(folder, 'node_modules')] }, async () => {
    say('peers: installing from their lock file')
    await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, quiet: true })
  })
}

const milliseconds = (value) => (value === undefined ? '–' : value >= 100 ? value.toFixed(0) : value.toFixed(2))
const label = (size) => (size >= 1e6 ? `${size / 1e6} MB` : `${size / 1e3} KB`)
const nth = (result, index) => result?.runs[index]

function print(results, page) {
  if (results.length) printReading(results)
  if (page) {
    console.log('\npage in Chromium, median of the loads, ms')
    for (const [what, value] of Object.entries(page)) console.log(`${what.padEnd(56)}${milliseconds(value).padStart(9)}`)
  }
}

function printReading(results) {
  const ours = results.find(({ name }) => name === 'sidelight wasm')
  console.log(`\nbest wall time in ms${''.padEnd(4)}${sizes.map((size) => label(size).padStart(10)).join('')}${'MB/s'.padStart(9)}${'×5 costs'.padStart(10)}   finds`)
  for (const result of results) {
    const { name, runs } = result
    const largest = runs.at(-1)
    const growth = runs.length === sizes.length ? (runs[3].wall / runs[2].wall / (runs[3].bytes / runs[2].bytes)).toFixed(2) : '–'
    const cells = sizes.map((_, index) => milliseconds(nth(result, index)?.wall).padStart(10)).join('')
    console.log(`${name.padEnd(24)}${cells}${(largest.bytes / 1e3 / largest.wall).toFixed(2).padStart(9)}${growth.padStart(10)}   ${subjects[name]?.finds ?? 'everything'}`)
  }
  console.log('MB/s: at the largest size measured. ×5 costs: time from 1 to 5 MB over what growth with length alone would take (1.00).')
  const others = results.filter(({ name }) => subjects[name]?.peer)
  if (ours && others.length) {
    console.log(`\ntimes as long as sidelight wasm${sizes.map((size) => label(size).padStart(10)).join('')}`)
    for (const other of others) {
      const ratio = (index) => (nth(other, index) && nth(ours, index) ? `${(nth(other, index).wall / nth(ours, index).wall).toFixed(1)}×` : '–')
      console.log(`${other.name.padEnd(31)}${sizes.map((_, index) => ratio(index).padStart(10)).join('')}`)
    }
  }
}

function options(args) {
  const read = { only: ['native', 'node', 'peers', 'page'] }
  while (args.length) {
    const arg = args.shift()
    if (arg === '--json') read.json = true
    else if (arg === '--text') read.text = resolve(args.shift() ?? '')
    else if (arg === '--only') read.only = (args.shift() ?? '').split(',')
    else throw new Stop(`unknown option ${arg}, see the head of scripts/bench.mjs`)
  }
  return read
}

await main(async () => {
  const { only, text, json } = options(process.argv.slice(2))
  const log = console.log
  if (json) console.log = console.error
  if (only.includes('node') || only.includes('page')) await build()
  const file = prepareText(text)
  const results = []
  if (only.includes('native')) results.push(await measureNative(file))
  if (only.includes('peers')) await installPeers()
  for (const [name, { peer }] of Object.entries(subjects)) {
    if (!only.includes(peer ? 'peers' : 'node')) continue
    const result = await measureInNode(name, file)
    if (result) results.push(result)
  }
  // Loaded only now: it needs an npm package, which the build may just have installed.
  const page = only.includes('page') ? await (await import('./bench-page.mjs')).measurePage() : null
  if (json) log(JSON.stringify({ results, page }, null, 2))
  else print(results, page)
})
