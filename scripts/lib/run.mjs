// Running other programs, and telling the reader what is going on.
import { spawn, spawnSync } from 'node:child_process'
import { root, searchPath } from './paths.mjs'

const began = Date.now()

/** Whole seconds since this script began. */
export const elapsed = () => Math.round((Date.now() - began) / 1000)

/** One progress line. */
export const say = (line) => console.log(`[${String(elapsed()).padStart(4)} s] ${line}`)

/** A reason to stop that the reader can act on; shown as one line, without a stack. */
export class Stop extends Error {}

/** Runs a script's main function; a `Stop` ends it with one clear line. */
export async function main(body) {
  try {
    await body()
  } catch (error) {
    console.error(error instanceof Stop ? `error: ${error.message}` : error)
    process.exitCode = 1
  }
}

const environment = (extra) => ({ ...process.env, PATH: searchPath, ...extra })

/**
 * Runs a program with this project's tools first in PATH and its output shown as it comes.
 * Resolves to `{ code, output }`; `output` is empty unless `keep` is set.
 */
export function tryRun(program, args = [], { env = {}, cwd = root, keep = false, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = keep || quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit']
    const child = spawn(program, args, { cwd, env: environment(env), stdio })
    let output = ''
    const listen = (from, to) =>
      from?.setEncoding('utf8').on('data', (text) => {
        output += text
        if (!quiet) to.write(text)
      })
    listen(child.stdout, process.stdout)
    listen(child.stderr, process.stderr)
    child.on('error', (error) => (error.code === 'ENOENT' ? resolve({ code: 127, output: `${program}: not found` }) : reject(error)))
    child.on('close', (code, signal) => resolve({ code: code ?? 128, signal, output }))
  })
}

/** Like `tryRun`, but stops when the program fails; quiet programs then show what they said. */
export async function run(program, args = [], options = {}) {
  const result = await tryRun(program, args, options)
  if (result.code !== 0) {
    if (options.quiet) console.error(result.output.slice(-4000))
    throw new Stop(options.hint ?? `\`${program} ${args.join(' ')}\` failed with exit code ${result.code}`)
  }
  return result.output
}

/** What a program prints, or null when it is absent or fails. */
export function answer(program, args = []) {
  const result = spawnSync(program, args, { cwd: root, env: environment({}), encoding: 'utf8' })
  return result.status === 0 ? result.stdout.trim() : null
}
