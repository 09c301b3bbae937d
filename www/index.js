// The npm package in browsers and bundlers: the module's files lie beside this one, in the form that bundlers recognise.
import { configure } from './engine.js'
export * from './sidelight.js'

configure({
  wasm: () => new URL('./sidelight_bg.wasm', import.meta.url),
  plain: () => import('./sidelight_plain.js'),
})
