// Measures one subject in a process of its own: node benches/measure.mjs SUBJECT FILE SIZE… — prints one JSON line.
// For each size: the best wall time and the best processor time of several runs on the first SIZE characters of the file.
import { readFileSync } from 'node:fs'
import { subjects } from './subjects.mjs'

/** A size is left out when it would take longer than this, judged by the size before. */
const patience = 20_000

const [name, file, ...sizes] = process.argv.slice(2)
const whole = readFileSync(file, 'utf8')

/** The text up to the end of the paragraph around `size`. */
const start = (size) => whole.slice(0, whole.indexOf('\n\n', size) >>> 0)

const began = performance.now()
const find = await subjects[name].load()
const load = performance.now() - began

const runs = []
let last = null
for (const size of sizes.map(Number)) {
  const text = start(size)
  const bytes = Buffer.byteLength(text)
  // Growth is taken for linear at best; a peer whose time grows faster is stopped by the next size.
  if (last && (last.wall * bytes) / last.bytes > patience) break
  const run = { bytes, wall: Infinity, cpu: Infinity, found: 0, times: 0 }
  const until = performance.now() + 2500
  while (run.times === 0 || (run.times < 40 && performance.now() < until)) {
    const cpu = process.cpuUsage()
    const from = performance.now()
    run.found = find(text)
    const wall = performance.now() - from
    const used = process.cpuUsage(cpu)
    run.times++
    if (run.times === 1) run.first = wall
    run.wall = Math.min(run.wall, wall)
    run.cpu = Math.min(run.cpu, (used.user + used.system) / 1000)
  }
  runs.push(run)
  last = run
}
console.log(JSON.stringify({ name, load, memory: process.memoryUsage().rss, runs }))
