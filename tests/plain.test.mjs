// The plain-JavaScript build must answer exactly as the WebAssembly module does. Both run here under the same glue, each with a copy of
// its own, since a glue serves one instance at a time.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { article, dice, oddText } from '../benches/article.mjs'
import { instantiate } from '#plain'

const glueFile = new URL(import.meta.resolve('#glue'))
const wasmFile = new URL('sidelight_bg.wasm', glueFile)
const compiled = new WebAssembly.Module(readFileSync(wasmFile))
const glueName = WebAssembly.Module.imports(compiled)[0].module

const load = (copy) => import(`${glueFile}?${copy}`)

function start(glue, exports) {
  glue.__wbg_set_wasm(exports)
  exports.__wbindgen_start?.()
  return exports
}
const startWasm = (glue) => start(glue, new WebAssembly.Instance(compiled, { [glueName]: glue }).exports)
const startPlain = (glue) => start(glue, instantiate(glue))

const [wasm, plain] = [await load('wasm'), await load('plain')]
const memories = { wasm: startWasm(wasm), plain: startPlain(plain) }

function same(text, options, what) {
  const expected = wasm.analyze(text, options)
  assert.deepEqual(plain.analyze(text, options), expected, what)
  return expected
}

test('both builds export the same names', () => {
  assert.deepEqual(Object.keys(memories.plain).sort(), WebAssembly.Module.exports(compiled).map(({ name }) => name).sort())
})

test('the same facts of made-up articles', () => {
  let found = 0
  for (let seed = 1; seed <= 25; seed++) {
    const facts = same(article(200 * seed, seed), { published: seed % 3 ? '2019-08-14' : undefined }, `article ${seed}`)
    found += Object.values(facts).reduce((sum, list) => sum + (Array.isArray(list) ? list.length : 0), 0)
  }
  assert.ok(found > 100, `more than a hundred facts are compared, not ${found}`)
})

test('the same facts of odd text', () => {
  for (let seed = 1; seed <= 40; seed++) same(oddText(seed * seed, seed), { published: '2020-02-29' }, `odd text ${seed}`)
  for (const text of ['', ' ', '\ud800', 'a\udfff b', '\0']) same(text, {}, JSON.stringify(text))
})

test('the same facts of cuts and joins', () => {
  const roll = dice(5)
  const text = article(4000, 77)
  for (let round = 0; round < 40; round++) {
    const from = roll(text.length)
    same(text.slice(from, from + roll(600)) + oddText(roll(40), round) + text.slice(roll(text.length)).slice(0, 300), { published: '2001-12-31' }, `cut ${round}`)
  }
})

test('the same facts after the memory has grown', () => {
  const before = Object.values(memories).map(({ memory }) => memory.buffer.byteLength)
  same(article(1_500_000, 3), { published: '2019-08-14' }, 'a long article')
  const after = Object.values(memories).map(({ memory }) => memory.buffer.byteLength)
  assert.ok(after.every((bytes, index) => bytes > before[index]), `both memories grew: ${before} to ${after}`)
  same(article(3000, 4), {}, 'a short article afterwards')
})

test('the same facts after either instance is replaced', () => {
  memories.wasm = startWasm(wasm)
  memories.plain = startPlain(plain)
  same(article(5000, 6), { published: '2019-08-14' }, 'the first article of new instances')
})
