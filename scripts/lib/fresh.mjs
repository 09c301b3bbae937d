// Skips a step whose inputs are the same as when it last succeeded.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { cache, filesBelow, root } from './paths.mjs'

/** One hash over the names and contents of files and folders, and any further strings. */
export function hashOf(paths, strings = []) {
  const hash = createHash('sha256')
  for (const path of paths) {
    if (!existsSync(path)) continue
    for (const file of statSync(path).isDirectory() ? filesBelow(path) : [path]) {
      hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
    }
  }
  for (const text of strings) hash.update(text).update('\0')
  return hash.digest('hex')
}

/**
 * Does `work` unless `inputs` (files, folders) and `strings` hash as they did last time and every output exists.
 * Returns whether the work was done.
 */
export async function unlessFresh({ name, inputs, strings = [], outputs }, work) {
  const stamp = join(cache, 'stamps', name)
  const now = hashOf(inputs, strings)
  if (outputs.every(existsSync) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return false
  rmSync(stamp, { force: true })
  await work()
  const missing = outputs.filter((output) => !existsSync(output))
  if (missing.length) throw new Error(`step "${name}" ended without writing ${missing.join(', ')}`)
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, now)
  return true
}
