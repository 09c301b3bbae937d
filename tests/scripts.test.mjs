// The build's own machinery: it must stop when what it patches has another shape, and serve nothing it should not.
import assert from 'node:assert/strict'
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { inflateRawSync } from 'node:zlib'
import { compareCoreference } from '../scripts/eval-coreference.mjs'
import { patchGlue } from '../scripts/glue.mjs'
import { shortenImports } from '../scripts/imports.mjs'
import { cargoCounts, nodeCounts } from '../scripts/lib/counts.mjs'
import { at } from '../scripts/lib/paths.mjs'
import { zip } from '../scripts/lib/zip.mjs'
import { asFactory } from '../scripts/plain.mjs'
import { serve } from '../scripts/serve.mjs'

const stock = readFileSync(at('.cache', 'wasm-pack', 'sidelight_bg.js'), 'utf8')

test('the glue patch leaves no test for detached memory', () => {
  assert.match(stock, /byteLength === 0/)
  const glue = patchGlue(stock)
  assert.doesNotMatch(glue, /byteLength === 0|detached/)
  assert.match(glue, /Memory0\.buffer !== wasm\.memory\.buffer/)
})

test('the glue patch stops at a glue of another shape', () => {
  const others = {
    'no object table': ['let heap = new Array', 'let table = new Array'],
    'another view': ['.byteLength === 0', '.length === 0'],
    'another data view': ['cachedDataViewMemory0.buffer.detached === true', 'cachedDataViewMemory0.buffer.detached'],
    'another setter': ['    wasm = val;', '    wasm = { ...val };'],
    'an exported class': ['let wasm;', 'const FactsFinalization = new FinalizationRegistry(() => {});\nlet wasm;'],
    ...(stock.includes('makeMutClosure') && { 'another closure': ['const state = { a: arg0, b: arg1, cnt: 1 };', 'const state = { a: arg0, b: arg1 };'] }),
  }
  for (const [what, [from, to]] of Object.entries(others)) {
    assert.ok(stock.includes(from), `${what}: the stock glue has ${from}`)
    assert.throws(() => patchGlue(stock.replaceAll(from, to)), /glue patch/, what)
  }
})

test('what the module imports has short names, the same in its glue', () => {
  const stockWasm = readFileSync(at('.cache', 'wasm-pack', 'sidelight_bg.wasm'))
  const names = (wasm, list) => WebAssembly.Module[list](new WebAssembly.Module(wasm)).map(({ name }) => name)
  const { wasm, glue } = shortenImports(stockWasm, stock)
  const short = names(wasm, 'imports')
  assert.equal(new Set(short).size, names(stockWasm, 'imports').length)
  assert.ok(short.every((name) => /^i[0-9a-f]{4}_\w{1,2}$/.test(name)))
  for (const name of short) assert.match(glue, new RegExp(`^export function ${name}\\(`, 'm'))
  assert.deepEqual(names(wasm, 'exports'), names(stockWasm, 'exports'))
  const without = names(stockWasm, 'imports')[0]
  assert.throws(() => shortenImports(stockWasm, stock.replace(`export function ${without}(`, 'export function other(')), /exports no function/)
})

test("wasm2js's module becomes a factory, or the build stops", () => {
  const module = "import * as $g from './x_bg.js';\n\nfunction asmFunc(imports) {\n return { answer: imports['./x_bg.js'].six * 7 };\n}\n\nvar retasmFunc = asmFunc({\n  \"./x_bg.js\": $g,\n});\nexport var answer = retasmFunc.answer;\n"
  const factory = asFactory(module, './x_bg.js')
  const instantiate = new Function(`${factory.replace('export function', 'return function')}`)()
  assert.equal(instantiate({ six: 6 }).answer, 42)
  assert.throws(() => asFactory(module.replace('./x_bg.js', './y.js'), './x_bg.js'), /another shape/)
  assert.throws(() => asFactory(module.replace('retasmFunc', 'result'), './x_bg.js'), /another shape/)
})

test('the server keeps to its folder, and says what a file is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'served-'))
  mkdirSync(join(folder, 'inner'))
  writeFileSync(join(folder, 'inner', 'index.html'), '<title>inner</title>')
  writeFileSync(join(folder, 'module.wasm'), '\0asm')
  const csp = "default-src 'none'"
  const { address, requests, close } = await serve({ folder: { '/': folder, '/project/': at('tests') }, cors: true, headers: (path) => (path === '/page' ? { 'content-security-policy': csp } : {}), pages: { '/page': '<p>page</p>' } })
  try {
    const module = await fetch(`${address}/module.wasm`)
    assert.equal(module.headers.get('content-type'), 'application/wasm')
    assert.equal(module.headers.get('access-control-allow-origin'), '*')
    const page = await fetch(`${address}/page`)
    assert.equal(page.headers.get('content-security-policy'), csp)
    assert.equal(await page.text(), '<p>page</p>')
    assert.match(await (await fetch(`${address}/inner`)).text(), /inner/)
    assert.equal((await fetch(`${address}/project/plain.test.mjs`)).status, 200)
    for (const path of ['/absent', '/%2e%2e/%2e%2e/etc/hostname', '/..%2f..%2fetc/hostname', '/%zz', '/inner%00']) assert.equal((await fetch(address + path)).status, 404, path)
    assert.equal((await fetch(`${address}/page`, { method: 'POST' })).status, 405)
    assert.deepEqual(requests.slice(0, 3), ['/module.wasm', '/page', '/inner'])
  } finally {
    await close()
    rmSync(folder, { recursive: true })
  }
})

test('counts are read out of what the runners print', () => {
  assert.deepEqual(cargoCounts('test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured\n\ntest result: FAILED. 2 passed; 4 failed; 0 ignored;'), { passed: 5, failed: 4, skipped: 1 })
  assert.deepEqual(nodeCounts('\x1b[34mℹ pass 7\x1b[39m\nℹ fail 1\nℹ cancelled 1\nℹ skipped 2\nℹ todo 0\n'), { passed: 7, failed: 2, skipped: 2 })
  assert.deepEqual(cargoCounts('error: could not compile'), { passed: 0, failed: 0, skipped: 0 })
})

test('an archive unpacks to what was packed', () => {
  const bytes = Buffer.from('Sidelight '.repeat(100))
  const archive = zip([{ name: 'b.txt', bytes }, { name: 'a/ü.txt', bytes: Buffer.alloc(0) }])
  assert.deepEqual(archive, zip([{ name: 'a/ü.txt', bytes: Buffer.alloc(0) }, { name: 'b.txt', bytes }]), 'the same bytes in any order')
  const header = archive.indexOf('b.txt') - 30
  assert.equal(archive.readUInt32LE(header), 0x04034b50)
  const packed = archive.subarray(header + 35, header + 35 + archive.readUInt32LE(header + 18))
  assert.deepEqual(inflateRawSync(packed), bytes)
  assert.equal(archive.readUInt32LE(header + 14), 0x31e09ed2)
})

test('B-cubed is what its authors reckon', () => {
  // Three clusters of 5, 2 and 5; the answer joins the last two. Their example gives precision 76 per cent, recall 100.
  const clusters = [1, 1, 1, 1, 1, 2, 2, 3, 3, 3, 3, 3]
  const entities = clusters.map((cluster, at) => ({ start: 10 * at, end: 10 * at + 5, type: 'PER', named: true, cluster }))
  const found = entities.map((mention) => ({ ...mention, cluster: mention.cluster === 3 ? 2 : mention.cluster }))
  const document = { id: 'd', text: '', entities, annotated: { entities: ['PER'] } }
  const [both, all] = compareCoreference([document], [{ id: 'd', entities: found }])
  assert.equal(Math.round(100 * both.p), 76)
  assert.equal(both.r, 1)
  assert.deepEqual([all.p, all.r], [both.p, both.r])
  // A name that is not found, and one that is none.
  const [, less] = compareCoreference([document], [{ id: 'd', entities: [...found.slice(1), { start: 500, end: 505, type: 'PER', cluster: 9 }] }])
  assert.ok(less.p < all.p && less.r < all.r)
})
