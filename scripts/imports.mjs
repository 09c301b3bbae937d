// Short names for what the module takes from its glue. wasm-bindgen's own, such as __wbg_appendChild_f67dd0e6b3d4c3b1, stand both
// in the module and in the glue, and their digits leave a compressor nothing to do: 5 KB of what a page loads.
//
// The digits also kept a module from being joined with the glue of another build; so a digest of all names begins every short one.
import { createHash } from 'node:crypto'
import { Stop } from './lib/run.mjs'

const importSection = 2
const functionImport = 0

/** A number as WebAssembly writes it (LEB128, unsigned). */
function number(value) {
  const bytes = []
  for (; value > 127; value >>>= 7) bytes.push((value & 127) | 128)
  return Buffer.from([...bytes, value])
}

/** Reads a module's bytes in order. */
class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes
    this.at = at
  }

  number() {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++]
      value |= (byte & 127) << shift
      if (byte < 128) return value >>> 0
    }
  }

  take(length) {
    return this.bytes.subarray(this.at, (this.at += length))
  }

  text() {
    return this.take(this.number()).toString()
  }
}

const text = (value) => Buffer.concat([number(Buffer.byteLength(value)), Buffer.from(value)])

/** The module's sections, `{ id, body }`, in order. */
function sections(wasm) {
  const reader = new Reader(wasm, 8)
  const all = []
  while (reader.at < wasm.length) all.push({ id: reader.take(1)[0], body: reader.take(reader.number()) })
  return all
}

function functions(section) {
  const reader = new Reader(section.body)
  return Array.from({ length: reader.number() }, () => {
    const found = { module: reader.text(), name: reader.text(), kind: reader.take(1)[0] }
    if (found.kind !== functionImport) throw new Stop(`the module imports "${found.name}", which is no function, see scripts/imports.mjs`)
    return { ...found, type: reader.number() }
  })
}

/** The module and its glue (both as built) with short names between them. */
export function shortenImports(wasm, glue) {
  const parts = sections(wasm)
  const section = parts.find(({ id }) => id === importSection)
  const imports = functions(section)
  const digest = createHash('sha256').update(imports.map(({ name }) => name).join('\n')).digest('hex').slice(0, 4)
  const short = new Map(imports.map(({ name }, at) => [name, `i${digest}_${at.toString(36)}`]))
  section.body = Buffer.concat([
    number(imports.length),
    ...imports.flatMap(({ module, name, kind, type }) => [text(module), text(short.get(name)), Buffer.from([kind]), number(type)]),
  ])
  const renamed = new Set()
  const shortGlue = glue.replace(/^export function (\w+)\(/gm, (head, name) => {
    if (!short.has(name)) return head
    renamed.add(name)
    return `export function ${short.get(name)}(`
  })
  const missing = imports.find(({ name }) => !renamed.has(name))
  if (missing) throw new Stop(`the glue exports no function ${missing.name}, see scripts/imports.mjs`)
  const shortWasm = Buffer.concat([wasm.subarray(0, 8), ...parts.flatMap(({ id, body }) => [Buffer.from([id]), number(body.length), body])])
  return { wasm: shortWasm, glue: shortGlue }
}
