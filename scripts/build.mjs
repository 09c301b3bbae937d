// Builds everything into dist/: the module and its glue, the plain-JavaScript build, then what is delivered (scripts/bundles.mjs).
// Steps whose inputs did not change are skipped; --force does them all.
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundles, copies } from './bundles.mjs'
import { unlessFresh } from './lib/fresh.mjs'
import { at, cache, dist } from './lib/paths.mjs'
import { Stop, main, run, say } from './lib/run.mjs'
import { patchGlue } from './glue.mjs'
import { shortenImports } from './imports.mjs'
import { buildPlain } from './plain.mjs'
import { setup } from './setup.mjs'

const name = 'sidelight'
const packed = join(cache, 'wasm-pack')
const wasm = join(dist, 'wasm', `${name}_bg.wasm`)
const glue = join(dist, 'wasm', `${name}_bg.js`)
const types = join(dist, 'wasm', `${name}_bg.d.ts`)
const plain = join(dist, 'plain', `${name}_plain.js`)

const rustInputs = ['src', 'Cargo.toml', 'Cargo.lock', 'rust-toolchain.toml', '.cargo', 'tools/Cargo.lock', 'package-lock.json'].map((path) => at(path))

const size = (path) => `${(statSync(path).size / 1024).toFixed(0)} KB`

/** The module names the source files that a panic comes from: without the folders of the machine that built it. */
function withoutPaths() {
  const registry = join(process.env.CARGO_HOME ?? join(homedir(), '.cargo'), 'registry', 'src')
  const folders = existsSync(registry) ? readdirSync(registry).map((name) => join(registry, name)) : []
  const prefixes = [...folders.map((folder) => `${folder}=crates`), `${at()}=sidelight`]
  const given = process.env.CARGO_ENCODED_RUSTFLAGS?.split('\x1f') ?? process.env.RUSTFLAGS?.split(' ') ?? []
  return [...given.filter(Boolean), ...prefixes.map((prefix) => `--remap-path-prefix=${prefix}`)].join('\x1f')
}

async function buildModule() {
  rmSync(packed, { recursive: true, force: true })
  const args = ['build', '--mode', 'no-install', '--release', '--target', 'bundler', '--no-gitignore', '--no-pack', '--out-name', name, '--out-dir', packed, at()]
  await run('wasm-pack', args, { env: { CARGO_ENCODED_RUSTFLAGS: withoutPaths() }, hint: 'the module did not build, see above' })
  const declared = readFileSync(join(packed, `${name}.d.ts`), 'utf8')
  // A 64-bit integer is one BigInt to WebAssembly and two halves to the plain build: the same call cannot serve both.
  if (/\bbigint\b/.test(declared)) throw new Stop('a 64-bit integer crosses the boundary of the module: use f64, u32 or a string')
  mkdirSync(dirname(wasm), { recursive: true })
  const patched = patchGlue(readFileSync(join(packed, `${name}_bg.js`), 'utf8'))
  const short = shortenImports(readFileSync(join(packed, `${name}_bg.wasm`)), patched)
  writeFileSync(wasm, short.wasm)
  writeFileSync(types, declared)
  writeFileSync(glue, short.glue)
}

async function bundle() {
  // Files of an earlier build that no row names any more must not be delivered.
  for (const entry of readdirSync(dist)) if (!['wasm', 'plain'].includes(entry)) rmSync(join(dist, entry), { recursive: true })
  const esbuild = await import('esbuild')
  for (const { entry, out, format, external = [] } of bundles) {
    if (!existsSync(at(entry))) {
      say(`  ${out}: there is no ${entry} yet, left out`)
      continue
    }
    await esbuild.build({
      entryPoints: [at(entry)],
      outfile: at(out),
      absWorkingDir: at(),
      bundle: true,
      minify: true,
      format,
      external,
      target: 'es2022',
      charset: 'utf8',
      legalComments: 'none',
      loader: { '.css': 'text' },
      logLevel: 'warning',
    })
    say(`  ${out}: ${size(at(out))}`)
  }
  for (const { from, to } of copies) {
    if (!existsSync(at(from))) continue
    mkdirSync(dirname(at(to)), { recursive: true })
    cpSync(at(from), at(to), { recursive: true })
  }
}

/** Builds what is stale, after setting up what is missing. */
export async function build({ force = false } = {}) {
  if (force) rmSync(join(cache, 'stamps'), { recursive: true, force: true })
  await setup()
  const moduleBuilt = await unlessFresh(
    { name: 'module', inputs: [...rustInputs, at('scripts', 'build.mjs'), at('scripts', 'glue.mjs'), at('scripts', 'imports.mjs')], outputs: [wasm, glue, types] },
    async () => {
      say('building the module: cargo, wasm-bindgen, wasm-opt')
      await buildModule()
    },
  )
  say(`${moduleBuilt ? 'built' : 'up to date'}: dist/wasm/${name}_bg.wasm, ${size(wasm)}`)
  const plainBuilt = await unlessFresh({ name: 'plain', inputs: [wasm, at('scripts', 'plain.mjs')], outputs: [plain] }, async () => {
    say('building the plain-JavaScript build: wasm2js')
    mkdirSync(dirname(plain), { recursive: true })
    await buildPlain(wasm, plain, `./${name}_bg.js`)
  })
  say(`${plainBuilt ? 'built' : 'up to date'}: dist/plain/${name}_plain.js, ${size(plain)} before minifying`)
  say('bundling')
  await bundle()
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main(() => build({ force: process.argv.includes('--force') }))
