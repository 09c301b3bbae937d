// `npm run eval -- [DIR]`: the command's output on every labelled set in DIR, through the scorers beside it; one table.
//
//   npm run eval -- [DIR] [--only SET,…] [--errors N] [--json] [--score DIR]
//   npm run eval -- --seed [--errors N] [--json]
//
// DIR (../shared/data/dev) holds JSONL sets, the scorers are Python 3 programs in ../shared/score. The command sees id, text and
// publication date of a document, never its labels. What it answered stays in .cache/eval/, for a closer look.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { compareCoreference, hasClusters } from './eval-coreference.mjs'
import { compareQuantities } from './eval-quantities.mjs'
import { compareSeed } from './eval-seed.mjs'
import { at, cache, which } from './lib/paths.mjs'
import { Stop, main, run, say } from './lib/run.mjs'

const work = join(cache, 'eval')

// What each kind of label is scored with, and the lines of the scorer's answer that go into the table.
const scorers = {
  entities: { program: 'score_entities.py', errors: true, rows: { strict_micro: 'strict', relaxed_micro: 'relaxed', strict_untyped: 'strict, untyped', relaxed_untyped: 'relaxed, untyped' }, more: links },
  names: { program: 'score_entities.py', flags: ['--types', 'PER,ORG,LOC'], rows: { strict_micro: 'PER, ORG, LOC: strict', trimmed_micro: 'PER, ORG, LOC: trimmed', strict_PER: 'PER: strict' } },
  times: { program: 'score_times.py', errors: true, rows: { strict_extent: 'strict extent', relaxed_extent: 'relaxed extent', value: 'value', type: 'type' } },
  casualties: {
    program: 'score_casualties.py',
    errors: true,
    rows: { mention: 'found', mention_value: 'found, value right', 'doc2_exact_all': 'document, counts of 2 and more', 'doc2_10%_all': 'the same, ±10 %' },
    more: totals,
  },
  figures: { program: 'score_figures.py', errors: true, rows: { figures: 'figures' }, more: figureAgreement },
  direct: { program: 'score_quotes.py', flags: ['--direct'], rows: { content: 'content', both: 'content and speaker' } },
  quotes: { program: 'score_quotes.py', rows: { content: 'content', both: 'content and speaker' } },
}

/** Sets that record an incident's totals: how often the true figure is among the answers, or is the largest. */
function totals({ total2_all: all }) {
  if (!all?.n) return []
  return ['any', 'max', 'sum'].map((how) => ({ measure: `total is ${how}`, r: all[`${how} exact`] / all.n, gold: all.n }))
}

/** Of the names that have an article in the labels: to how many the tables gave one, and to how many the right one. */
function links({ links }) {
  if (!links?.pred) return []
  return [{ measure: 'article, of those given', p: links.right / links.pred, gold: links.gold, pred: links.pred }]
}

function figureAgreement(answer) {
  return ['explicit', 'implicit', 'clean', 'modifier', 'status', 'scope'].filter((name) => answer[name]).map((name) => ({ measure: `figures: ${name}`, r: answer[name].r, gold: answer[name].gold }))
}

/** What a set labels, told from its documents. */
function kindsOf(documents) {
  // A quantity without a value tells only where a number stands, which no one needs scored.
  const labelled = (name) => documents.some((document) => document[name]?.some((item) => name !== 'quantities' || item.value !== undefined))
  const kinds = ['entities', 'times', 'casualties', 'quotes', 'quantities'].filter((name) => {
    const said = documents.find(({ annotated }) => annotated)?.annotated
    return said ? said[name] && labelled(name) : labelled(name)
  })
  // Labelled with modifier and status, and not only with a count: the stricter score applies too.
  const strict = documents.some(({ annotated, casualties }) => !annotated && casualties?.some(({ modifier }) => modifier))
  const typed = kinds.includes('entities') && documents.some(({ annotated, entities }) => !annotated?.untyped && entities?.some(({ type }) => type === 'PER'))
  return [...kinds, ...(typed ? ['names'] : []), ...(hasClusters(documents) ? ['clusters'] : []), ...(strict ? ['figures'] : []), ...(kinds.includes('quotes') ? ['direct'] : [])]
}

const readLines = (file) => readFileSync(file, 'utf8').split('\n').filter((line) => line.trim()).map((line) => JSON.parse(line))

/** Builds the command, once, and returns its path. */
async function command() {
  say('building the command')
  await run('cargo', ['build', '--profile', 'quick', '--locked', '--quiet', '--package', 'sidelight-cli'])
  return join(process.env.CARGO_TARGET_DIR ?? at('target'), 'quick', 'sidelight')
}

/** Runs the command over documents and writes its answers to a file. Returns that file and the seconds it took. */
function extract(program, documents, name) {
  const input = documents.map(({ id, text, published }) => JSON.stringify({ id, text, published: published ?? null })).join('\n')
  const began = process.hrtime.bigint()
  const { status, stdout, stderr, error } = spawnSync(program, ['extract', '--format', 'jsonl'], { input: `${input}\n`, encoding: 'utf8', maxBuffer: 1 << 30 })
  const seconds = Number(process.hrtime.bigint() - began) / 1e9
  if (error || status !== 0) throw new Stop(`sidelight extract failed on ${name}: ${(error?.message ?? stderr).trim().split('\n').at(-1) || `exit code ${status}`}`)
  mkdirSync(work, { recursive: true })
  const file = join(work, `${name}.jsonl`)
  writeFileSync(file, stdout)
  const lines = stdout.split('\n').filter(Boolean).length
  if (lines !== documents.length) throw new Stop(`sidelight extract gave ${lines} lines for the ${documents.length} documents of ${name}`)
  return { file, seconds }
}

/** Sets that label people affected, rescued or infected as casualties: the command has their counts among the quantities. */
function withCountsBeside(predicted, documents) {
  const labelled = new Set(documents.flatMap(({ annotated }) => annotated?.casualties ?? []))
  const lines = readLines(predicted).map((line) => {
    const beside = line.quantities.filter(({ effect }) => labelled.has(effect)).map((quantity) => ({ ...quantity, best: quantity.value }))
    return JSON.stringify({ ...line, casualties: [...line.casualties, ...beside] })
  })
  const file = predicted.replace(/\.jsonl$/, '-beside.jsonl')
  writeFileSync(file, `${lines.join('\n')}\n`)
  return file
}

function score(kind, { gold, predicted, scoreDir, errors }) {
  const { program, flags = [], rows, more, errors: showsErrors } = scorers[kind]
  const args = [join(scoreDir, program), gold, predicted, '--json', ...flags, ...(errors && showsErrors ? ['--errors', String(errors)] : [])]
  const { status, stdout, stderr } = spawnSync('python3', args, { encoding: 'utf8', maxBuffer: 1 << 28 })
  if (status !== 0) throw new Stop(`${program} failed on ${basename(gold)}: ${stderr.trim().split('\n').at(-1)}`)
  const lines = stdout.trimEnd().split('\n')
  const answer = JSON.parse(lines.pop())
  if (errors) console.log(lines.join('\n'))
  const named = Object.entries(rows).filter(([key]) => answer[key]).map(([key, measure]) => ({ measure, ...answer[key] }))
  // Sets without types have no typed lines; those with types need no untyped strict line.
  const kept = named.some(({ measure }) => measure === 'strict') ? named.filter(({ measure }) => measure !== 'strict, untyped') : named
  return [...kept, ...(more?.(answer) ?? [])].map((row) => ({ kind, ...row }))
}

function print(rows) {
  const percent = (value) => (value === undefined ? '' : (100 * value).toFixed(2)).padStart(7)
  console.log(`\n${'set'.padEnd(20)} ${'kind'.padEnd(11)} ${'measure'.padEnd(31)} ${'P'.padStart(7)} ${'R'.padStart(7)} ${'F1'.padStart(7)} ${'gold'.padStart(6)} ${'pred'.padStart(6)}`)
  for (const { set, kind, measure, p, r, f1, gold, pred } of rows) {
    console.log(`${set.padEnd(20)} ${kind.padEnd(11)} ${measure.padEnd(31)} ${percent(p)} ${percent(r)} ${percent(f1)} ${String(gold ?? '').padStart(6)} ${String(pred ?? '').padStart(6)}`)
  }
}

function options(args) {
  const read = { dir: at('..', 'shared', 'data', 'dev'), scoreDir: at('..', 'shared', 'score'), errors: 0 }
  const flags = { '--only': (value) => (read.only = value.split(',')), '--errors': (value) => (read.errors = Number(value)), '--score': (value) => (read.scoreDir = resolve(value)) }
  while (args.length) {
    const arg = args.shift()
    if (arg === '--json') read.json = true
    else if (arg === '--seed') read.seed = true
    else if (flags[arg]) flags[arg](args.shift() ?? '')
    else if (!arg.startsWith('-')) read.dir = resolve(arg)
    else throw new Stop(`unknown option ${arg}, see the head of scripts/eval.mjs`)
  }
  return read
}

async function evaluateSeed({ errors }) {
  const folder = at('..', 'shared', 'seed')
  if (!existsSync(join(folder, 'seed_gold.json'))) throw new Stop(`no seed article: ${folder} is not there`)
  const gold = JSON.parse(readFileSync(join(folder, 'seed_gold.json'), 'utf8'))
  const text = readFileSync(join(folder, 'article.txt'), 'utf8')
  const program = await command()
  const { file } = extract(program, [{ id: 'seed', text, published: gold.published_assumed }], 'seed')
  const whole = spawnSync(program, ['extract', '--format', 'json', join(folder, 'article.txt')], { encoding: 'utf8', maxBuffer: 1 << 26 })
  if (whole.status !== 0) throw new Stop(`the command failed: ${whole.stderr}`)
  const { rows, remarks } = compareSeed(gold, text, readLines(file)[0], JSON.parse(whole.stdout))
  if (errors) remarks.slice(0, errors).forEach((remark) => console.log(remark))
  return rows.map((row) => ({ set: 'seed', ...row }))
}

async function evaluateSets({ dir, only, scoreDir, errors }) {
  if (!existsSync(dir)) throw new Stop(`no labelled sets: ${dir} is not there; give their folder as an argument`)
  if (!existsSync(scoreDir)) throw new Stop(`no scorers: ${scoreDir} is not there; give their folder with --score`)
  if (!which('python3')) throw new Stop('python3 is missing, which the scorers need: apt-get install python3')
  const present = readdirSync(dir).filter((file) => file.endsWith('.jsonl')).map((file) => basename(file, '.jsonl')).sort()
  const wanted = only ?? present
  const program = await command()
  const rows = []
  for (const name of wanted) {
    if (!present.includes(name)) {
      say(`${name}: left out, there is no ${name}.jsonl in that folder`)
      continue
    }
    const gold = join(dir, `${name}.jsonl`)
    const documents = readLines(gold)
    const kinds = kindsOf(documents)
    if (!kinds.length) {
      say(`${name}: left out, no scorer for what it labels`)
      continue
    }
    const { file: predicted, seconds } = extract(program, documents, name)
    const megabytes = documents.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1e6
    say(`${name}: ${documents.length} documents, ${megabytes.toFixed(2)} MB, extracted in ${seconds.toFixed(2)} s`)
    for (const kind of kinds) {
      const own = { quantities: compareQuantities, clusters: compareCoreference }[kind]
      const scored = own ? own(documents, readLines(predicted), errors) : score(kind, { gold, predicted: kind === 'casualties' ? withCountsBeside(predicted, documents) : predicted, scoreDir, errors })
      rows.push(...scored.map((row) => ({ set: name, ...row })))
    }
  }
  return rows
}

await main(async () => {
  const read = options(process.argv.slice(2))
  // With --json only the table goes to standard output, so that it can be piped.
  const log = console.log
  if (read.json) console.log = console.error
  const rows = await (read.seed ? evaluateSeed(read) : evaluateSets(read))
  if (read.json) log(JSON.stringify(rows, null, 2))
  else print(rows)
})
