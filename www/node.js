// The npm package in Node: the module is read from the package's folder.
import { readFile } from 'node:fs/promises'
import { configure } from './engine.js'
export * from './sidelight.js'

configure({
  wasm: () => readFile(new URL('./sidelight_bg.wasm', import.meta.url)),
  plain: () => import('./sidelight_plain.js'),
})
