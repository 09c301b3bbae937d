// The module as plain JavaScript, for pages whose policy forbids WebAssembly: binaryen's wasm2js on the very same .wasm file.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cache } from './lib/paths.mjs'
import { Stop, run } from './lib/run.mjs'

// The module carries no list of its features (see `strip` in Cargo.toml), so they are named here, as for wasm-opt in Cargo.toml.
const features = ['bulk-memory', 'bulk-memory-opt', 'nontrapping-float-to-int', 'sign-ext', 'mutable-globals', 'reference-types', 'multivalue'].map((name) => `--enable-${name}`)

// wasm2js knows WebAssembly 1.0 only: newer instructions are first rewritten in terms of old ones.
const lowering = ['--signext-lowering', '--llvm-memory-copy-fill-lowering', '--llvm-nontrapping-fptoint-lowering']

/**
 * Turns wasm2js's module, which instantiates itself once while it is loaded, into one that exports `instantiate(glue)`: nothing runs
 * before it is called, and an instance that panicked can be followed by a new one.
 */
export function asFactory(module, glueName) {
  const head = /^import \* as (\S+) from '([^']+)';\n/
  const tail = /\nvar retasmFunc = asmFunc\(\{[^}]*\}\);\n(?:export var \S+ = retasmFunc\.\S+;\n?)+\s*$/
  const [, , from] = module.match(head) ?? []
  if (from !== glueName || !tail.test(module) || /^import /m.test(module.replace(head, ''))) {
    throw new Stop("wasm2js's output has another shape than expected, see asFactory in scripts/plain.mjs")
  }
  const body = module.replace(head, '').replace(tail, '\n')
  return `// Made by wasm2js from the WebAssembly module.
/** What \`new WebAssembly.Instance(module, { "${glueName}": glue }).exports\` would be, without WebAssembly. */
export function instantiate(glue) {
${body}
return asmFunc({ "${glueName}": glue });
}
`
}

/** Writes the plain build of `wasm` to `out`; `glueName` is the name under which the module imports its glue. */
export async function buildPlain(wasm, out, glueName) {
  const work = join(cache, 'plain')
  mkdirSync(work, { recursive: true })
  const lowered = join(work, 'lowered.wasm')
  const module = join(work, 'module.js')
  const hint = 'binaryen failed on the module: wasm2js takes no reference tables, SIMD or threads'
  await run('wasm-opt', [...features, ...lowering, wasm, '-o', lowered], { quiet: true, hint })
  await run('wasm2js', ['-Oz', lowered, '-o', module], { quiet: true, hint })
  writeFileSync(out, asFactory(readFileSync(module, 'utf8'), glueName))
}
