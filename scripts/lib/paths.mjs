// Where things are. Everything a script writes goes to one of these folders, all of them ignored by git.
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
export const at = (...parts) => join(root, ...parts)

export const cache = at('.cache')
export const dist = at('dist')
export const toolsBin = at('tools', 'target', 'debug')
export const geckodriverRoot = at('tools', 'target', 'geckodriver')
export const nodeBin = at('node_modules', '.bin')

/** PATH with this project's own programs first. */
export const searchPath = [toolsBin, join(geckodriverRoot, 'bin'), nodeBin, process.env.PATH ?? ''].join(delimiter)

/** The full path of a program, or null. */
export function which(program, path = searchPath) {
  return path.split(delimiter).filter(Boolean).map((folder) => join(folder, program)).find(existsSync) ?? null
}

/** Every file below a folder, sorted; nothing when the folder is absent. */
export function filesBelow(folder, wanted = () => true) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter(wanted)
    .sort()
}
