// What is delivered, in bytes: raw, gzip 9, brotli 11; and whether a page's total keeps within scripts/size-budget.json.
// There `brotli` is the most that passes, set a little above what was last reached so that it only falls; `goal` is what is aimed at.
//
//   npm run size [-- --json]
import { existsSync, readFileSync } from 'node:fs'
import { basename, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { bundles } from './bundles.mjs'
import { at, dist, filesBelow, root } from './lib/paths.mjs'
import { Stop, main } from './lib/run.mjs'

const brotliBest = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }

function measure(file) {
  const bytes = readFileSync(file)
  return { file: relative(root, file), raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(bytes, brotliBest).length }
}

/** Sizes of every delivered file (a file copied into several folders is listed once), and of each budget. */
export function sizes() {
  const isCopy = (file) => basename(file) === 'sidelight_bg.wasm' || file.includes('/dist/demo/')
  const wanted = [...bundles.map(({ out }) => at(out)), ...filesBelow(dist, (file) => file.endsWith('.css') && !isCopy(file)), at('dist', 'sidelight_bg.wasm')]
  const files = wanted.filter(existsSync).map(measure)
  const budgets = Object.entries(JSON.parse(readFileSync(at('scripts', 'size-budget.json'), 'utf8'))).map(([name, { what, files: needed, brotli: budget, goal }]) => {
    const missing = needed.filter((file) => !existsSync(at(file)))
    const total = needed.filter((file) => existsSync(at(file))).map((file) => files.find((known) => known.file === file) ?? measure(at(file)))
    const sum = (kind) => total.reduce((so_far, file) => so_far + file[kind], 0)
    return { name, what, missing, raw: sum('raw'), gzip: sum('gzip'), brotli: sum('brotli'), budget, goal, within: !missing.length && sum('brotli') <= budget }
  })
  return { files, budgets }
}

export function print({ files, budgets }) {
  const line = (name, { raw, gzip, brotli }) => console.log(name.padEnd(34), ...[raw, gzip, brotli].map((bytes) => bytes.toLocaleString('en').padStart(11)))
  console.log('file'.padEnd(34), ...['raw', 'gzip', 'brotli'].map((name) => name.padStart(11)))
  for (const file of files) line(file.file, file)
  for (const budget of budgets) {
    line(`total: ${budget.name}`, budget)
    const verdict = budget.missing.length ? `not built: ${budget.missing.join(', ')}` : budget.within ? 'within the budget' : 'OVER THE BUDGET'
    console.log(`  ${budget.what}: ${(budget.brotli / 1024).toFixed(1)} KB brotli of ${(budget.budget / 1024).toFixed(0)} KB, ${verdict}${budget.goal < budget.budget ? ` (the goal is ${(budget.goal / 1024).toFixed(0)} KB)` : ''}`)
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(() => {
    const measured = sizes()
    if (process.argv.includes('--json')) console.log(JSON.stringify(measured, null, 2))
    else print(measured)
    if (!measured.files.length) throw new Stop('nothing is built yet: npm run build')
    if (measured.budgets.some(({ within }) => !within)) throw new Stop('a size budget is not kept')
  })
}
