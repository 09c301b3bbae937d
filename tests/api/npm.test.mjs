// The npm package as a Node program uses it, through its own `exports`.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import * as sidelight from 'sidelight'

const { SidelightError, analyze, annotate, exportText, formats, init, version } = sidelight

const text = 'GENEVA — At least 40 people were killed in the port of Odrin on Monday, the Interior Ministry said.'

test('a text is read without any set-up', async () => {
  const facts = await analyze(text, { published: '2025-03-11' })
  assert.equal(facts.reading, 'analysed')
  assert.equal(facts.offset_unit, 'utf16')
  const [figure] = facts.figures
  assert.equal(figure.effect, 'killed')
  assert.equal(figure.modifier, 'at_least')
  assert.equal(figure.low, 40)
  assert.equal(figure.high, null, 'an open bound is null, not absent')
  assert.equal(text.slice(figure.start, figure.end), figure.text)
  assert.equal(facts.times.find(({ text }) => text === 'Monday').value, '2025-03-10')
})

test('offsets count UTF-16 units, as JavaScript does', async () => {
  const wide = `🕊🕊 ${text}`
  const facts = await analyze(wide)
  for (const piece of [...facts.figures, ...facts.times, ...facts.quotes, ...facts.entities.flatMap(({ mentions }) => mentions)]) {
    assert.equal(wide.slice(piece.start, piece.end), piece.text)
  }
})

test('without a date of publication, none is made up', async () => {
  const facts = await analyze(text)
  assert.equal(facts.anchor.date, null)
  assert.match(facts.times.find(({ text }) => text === 'Monday').value, /^XXXX/)
})

test('lone surrogates, nothing, and other languages are read as well', async () => {
  for (const odd of ['', '\ud800', 'a\udc00b 5 killed', '\0']) assert.ok((await analyze(odd)).schema_version, JSON.stringify(odd))
  assert.equal((await analyze('')).reading, 'empty')
})

test('every form of export is written', async () => {
  assert.deepEqual([...formats], ['json', 'csv', 'web-annotation'])
  assert.equal(JSON.parse(await exportText(text)).figures.length, 1)
  const [head, row] = (await exportText(text, 'csv', { published: '2025-03-11' })).replace(/^\ufeff/, '').split('\r\n')
  assert.equal(head.split(',').length > 5, true)
  assert.match(row, /killed/)
  const annotations = JSON.parse(await exportText(text, 'web-annotation'))
  assert.equal(annotations[0]['@context'], 'http://www.w3.org/ns/anno.jsonld')
})

test('a slip of the caller is told in words', async () => {
  const refused = (promise, words) => assert.rejects(promise, (error) => error instanceof SidelightError && error.code === 'argument' && words.test(error.message))
  await refused(analyze(text, { published: 'yesterday' }), /published is "yesterday"/)
  await refused(analyze(text, { published: '2025-02-30' }), /2025-02-30/)
  await refused(analyze(5), /not a string/)
  await refused(exportText(text, 'pdf'), /format is "pdf"; it takes json/)
  await refused(annotate(), /needs a page/)
})

test('a Date is taken as its day', async () => {
  const facts = await analyze(text, { published: new Date('2025-03-11T23:30:00Z') })
  assert.equal(facts.anchor.date, '2025-03-11')
})

test('bytes, a compiled module or a promise of either serve as the module', async () => {
  const bytes = readFileSync(new URL(import.meta.resolve('sidelight/sidelight_bg.wasm')))
  for (const [name, wasm] of Object.entries({ bytes, module: new WebAssembly.Module(bytes), promise: Promise.resolve(bytes) })) {
    const fresh = await import(`${import.meta.resolve('sidelight')}?${name}`)
    await fresh.init({ wasm })
    assert.equal((await fresh.analyze(text)).figures.length, 1, name)
  }
})

test('where WebAssembly is refused, the plain build answers the same', async () => {
  const fresh = await import(`${import.meta.resolve('sidelight')}?plain`)
  const { Module } = WebAssembly
  WebAssembly.Module = function () {
    throw new WebAssembly.CompileError('refused by policy')
  }
  try {
    await fresh.init()
  } finally {
    WebAssembly.Module = Module
  }
  assert.deepEqual(await fresh.analyze(text), await analyze(text))
})

test('where nothing can be loaded, the reasons are told, and a later call may succeed', async () => {
  const fresh = await import(`${import.meta.resolve('sidelight')}?nothing`)
  await assert.rejects(fresh.init({ wasm: new Uint8Array([1, 2, 3]), plain: null }), (error) => error.code === 'load' && /could not start/.test(error.message))
  await fresh.init({ wasm: readFileSync(new URL(import.meta.resolve('sidelight/sidelight_bg.wasm'))) })
  assert.equal((await fresh.analyze(text)).figures.length, 1)
})

test('the version is that of the package', () => {
  assert.equal(version, JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version)
})

test('the declared types name every export', () => {
  const declared = readFileSync(new URL('../../www/index.d.ts', import.meta.url), 'utf8')
  for (const name of Object.keys(sidelight)) assert.match(declared, new RegExp(`export declare (const|function|class) ${name}\\b`), name)
})

test('init twice is once', async () => {
  await Promise.all([init(), init()])
})
