// `npm test`: sets up, then runs every check there is. What CI runs is exactly this.
//
//   npm test [-- --only STEP,…] [-- --skip STEP,…] [-- --list]
//
// A step that fails does not keep the others from running, unless they need what it makes. The last line counts the tests.
import { existsSync } from 'node:fs'
import { relative, sep } from 'node:path'
import { build } from './build.mjs'
import { browser, findGeckodriver } from './lib/browsers.mjs'
import { cargoCounts, nodeCounts } from './lib/counts.mjs'
import { at, filesBelow, root } from './lib/paths.mjs'
import { Stop, elapsed, main, run, say, tryRun } from './lib/run.mjs'
import { print as printSizes, sizes } from './size.mjs'
import { setup } from './setup.mjs'

/** Runs a test runner and reads its counts; one that ran no test has failed. */
async function counted(read, program, args, env = {}) {
  const { code, output } = await tryRun(program, args, { keep: true, env })
  const counts = read(output)
  if (code === 0 && counts.passed === 0) return { ...counts, error: counts.skipped ? 'every test was skipped' : 'no test ran' }
  return code === 0 ? counts : { ...counts, error: `exit code ${code}` }
}

const nothing = (why) => ({ passed: 0, failed: 0, skipped: 0, note: why })

const hasWebTests = () => existsSync(at('tests', 'web.rs'))

/** Browser tests of the crate itself, through wasm-bindgen's test runner. */
async function webTests(name) {
  if (!hasWebTests()) return nothing('no tests/web.rs: nothing to run')
  const driver = name === 'chrome' ? ['--chromedriver', browser('chromedriver')] : ['--geckodriver', findGeckodriver()]
  return counted(cargoCounts, 'wasm-pack', ['test', '--mode', 'no-install', '--headless', `--${name}`, ...driver, at(), '--locked', '--test', 'web'])
}

const isEndToEnd = (file) => relative(root, file).split(sep).join('/').startsWith('tests/e2e/')
const testFiles = (endToEnd) => filesBelow(at('tests'), (file) => file.endsWith('.test.mjs') && isEndToEnd(file) === endToEnd)

async function nodeTests(endToEnd, where) {
  const files = testFiles(endToEnd)
  if (!files.length) return nothing(`no ${where}: nothing to run`)
  // Browsers started side by side on two cores make each other late.
  return counted(nodeCounts, 'node', ['--test', '--test-reporter=spec', `--test-concurrency=${endToEnd ? 1 : 2}`, ...files.map((file) => relative(root, file))], {
    NODE_OPTIONS: '',
  })
}

const clippy = (...args) => run('cargo', ['clippy', '--locked', ...args, '--', '-D', 'warnings'])

// In order. `needs` names a step without which this one says nothing.
const steps = [
  { name: 'format', group: 'lint', what: 'Rust source is formatted', work: () => run('cargo', ['fmt', '--all', '--check'], { hint: 'not formatted: cargo fmt --all' }) },
  { name: 'clippy', group: 'lint', what: 'lints, native', work: () => clippy('--workspace', '--all-targets') },
  { name: 'clippy-wasm', group: 'lint', what: 'lints, wasm32', work: () => clippy('--target', 'wasm32-unknown-unknown', '--package', 'sidelight', '--lib', ...(hasWebTests() ? ['--test', 'web'] : [])) },
  { name: 'doc', group: 'lint', what: 'documentation of the crate', work: () => run('cargo', ['doc', '--locked', '--no-deps', '--package', 'sidelight', '--quiet'], { env: { RUSTDOCFLAGS: '-D warnings' } }) },
  { name: 'native', what: 'tests of the crates', work: () => counted(cargoCounts, 'cargo', ['test', '--locked', '--workspace']) },
  { name: 'build', what: 'everything under dist/', work: () => build() },
  { name: 'web-chromium', group: 'web', what: 'tests in Chromium, wasm-pack', work: () => webTests('chrome') },
  { name: 'web-firefox', group: 'web', what: 'tests in Firefox, wasm-pack', work: () => webTests('firefox') },
  { name: 'node', what: 'tests of what is delivered, node', needs: 'build', work: () => nodeTests(false, 'tests/*.test.mjs') },
  { name: 'package', group: 'lint', what: 'the npm package, publint', needs: 'build', work: publint },
  { name: 'e2e', what: 'whole pages in Chromium and Firefox', needs: 'build', work: () => nodeTests(true, 'tests/e2e/*.test.mjs') },
  { name: 'size', what: 'sizes within the budget', needs: 'build', work: checkSizes },
]

async function publint() {
  if (!existsSync(at('dist', 'npm', 'index.js'))) return nothing('no dist/npm/index.js: nothing to check')
  await run('publint', ['--strict', '--pack', 'false'])
}

function checkSizes() {
  const measured = sizes()
  printSizes(measured)
  const bad = measured.budgets.filter(({ within, missing }) => !within && !missing.length)
  if (bad.length) throw new Stop(`over the budget: ${bad.map(({ name }) => name).join(', ')}`)
  const unbuilt = measured.budgets.flatMap(({ missing }) => missing)
  if (unbuilt.length) return nothing(`not built yet: ${unbuilt.join(', ')}`)
}

async function runStep(step, results) {
  if (step.needs && results.some(({ name, error }) => name === step.needs && error)) {
    return { ...nothing('left out'), error: `needs "${step.needs}", which failed` }
  }
  try {
    return { ...nothing(''), ...(await step.work()) }
  } catch (error) {
    if (!(error instanceof Stop)) console.error(error)
    return { ...nothing(''), error: error.message.split('\n')[0] }
  }
}

function report(results) {
  console.log(`\n${'step'.padEnd(14)}${'seconds'.padStart(8)}${'passed'.padStart(8)}${'failed'.padStart(8)}${'skipped'.padStart(9)}  result`)
  for (const { name, seconds, passed, failed, skipped, error, note } of results) {
    const counts = [seconds, passed || failed ? passed : '', passed || failed ? failed : '', skipped || ''].map((value, index) => String(value).padStart(index === 3 ? 9 : 8))
    console.log(`${name.padEnd(14)}${counts.join('')}  ${error ? `FAILED: ${error}` : note || 'ok'}`)
  }
  const passed = results.reduce((sum, result) => sum + result.passed, 0)
  // A step that failed without counting a test, as a build or a lint does, counts for one.
  const failed = results.reduce((sum, result) => sum + (result.failed || (result.error ? 1 : 0)), 0)
  if (failed) process.exitCode = 1
  console.log(`\n${passed} passed, ${failed} failed`)
}

function chosen(args) {
  const value = (flag) => args[args.indexOf(flag) + 1]?.split(',') ?? []
  const only = args.includes('--only') ? value('--only') : null
  const skip = args.includes('--skip') ? value('--skip') : []
  const known = steps.flatMap(({ name, group }) => [name, group])
  const unknown = [...(only ?? []), ...skip].filter((name) => !known.includes(name))
  if (unknown.length || only?.length === 0) throw new Stop(`no step "${unknown.join(', ')}"; there are ${steps.map(({ name }) => name).join(', ')}`)
  const named = (list, { name, group }) => list.includes(name) || list.includes(group)
  return steps.filter((step) => (!only || named(only, step)) && !named(skip, step))
}

await main(async () => {
  const args = process.argv.slice(2)
  const list = chosen(args)
  if (args.includes('--list')) return list.forEach(({ name, what }) => console.log(`${name.padEnd(14)}${what}`))
  await setup({ tests: true })
  const results = []
  for (const step of list) {
    console.log()
    say(`==== ${step.name}: ${step.what}`)
    const began = elapsed()
    const result = await runStep(step, results)
    results.push({ name: step.name, seconds: elapsed() - began, ...result })
    say(`${step.name}: ${result.error ? `FAILED: ${result.error}` : result.note || 'ok'}`)
  }
  report(results)
})
