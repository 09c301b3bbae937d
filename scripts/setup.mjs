// Brings in what the other scripts need: npm packages, the wasm32 target, the build tools; with --tests also browsers and drivers.
// Uses nothing but node itself, since it runs before any package is installed.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findGeckodriver, missingPackages } from './lib/browsers.mjs'
import { unlessFresh } from './lib/fresh.mjs'
import { at, geckodriverRoot, toolsBin, which } from './lib/paths.mjs'
import { Stop, answer, main, run, say, tryRun } from './lib/run.mjs'

const geckodriverVersion = '0.37.1'

function checkNode() {
  const major = Number(process.versions.node.split('.')[0])
  if (major < 20) throw new Stop(`node ${process.versions.node} is too old: install node 20 or later`)
  if (!which('npm')) throw new Stop('npm is missing: install it beside node')
}

async function aptInstall(packages) {
  const byHand = `apt-get install ${packages.join(' ')}`
  if (!which('apt-get')) throw new Stop(`missing ${packages.join(', ')}, and there is no apt-get here: install them by hand`)
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  if (asRoot.length && !which('sudo')) throw new Stop(`missing ${packages.join(', ')}: as root, ${byHand}`)
  const apt = async (...args) => {
    const [program, ...rest] = [...asRoot, 'apt-get', ...args]
    await run(program, rest, { env: { DEBIAN_FRONTEND: 'noninteractive' }, quiet: true, hint: `\`${byHand}\` failed: run it by hand, as root` })
  }
  say(`installing with apt-get: ${packages.join(', ')}`)
  await apt('update')
  await apt('install', '-y', '--no-install-recommends', ...packages)
}

async function npmPackages() {
  const done = await unlessFresh(
    { name: 'npm', inputs: [at('package-lock.json')], strings: [process.versions.modules], outputs: [at('node_modules', '.package-lock.json')] },
    async () => {
      say('installing npm packages from the lock file')
      await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], { quiet: true, hint: '`npm ci` failed: is the npm registry reachable?' })
    },
  )
  if (!done) say('npm packages: up to date')
}

async function rust() {
  if (!which('cargo')) throw new Stop('cargo is missing: install rustup and a toolchain from rustup.rs')
  if (!which('cc')) await aptInstall(['gcc', 'libc6-dev'])
  // The toolchain is named in rust-toolchain.toml; rustup may have to fetch it.
  if (!answer('cargo', ['--version'])) await run('rustup', ['toolchain', 'install'], { hint: '`rustup toolchain install` failed: the version in rust-toolchain.toml is needed' })
  const libraries = join(answer('rustc', ['--print', 'sysroot']) ?? '', 'lib', 'rustlib')
  if (!existsSync(join(libraries, 'wasm32-unknown-unknown'))) {
    say('adding the Rust target wasm32-unknown-unknown')
    await run('rustup', ['target', 'add', 'wasm32-unknown-unknown'], { hint: 'the target is missing: rustup target add wasm32-unknown-unknown' })
  }
  say(`Rust: ${answer('rustc', ['--version'])}, with wasm32-unknown-unknown`)
}

async function lintPrograms() {
  for (const [command, component] of [['fmt', 'rustfmt'], ['clippy', 'clippy']]) {
    if (answer('cargo', [command, '--version'])) continue
    await run('rustup', ['component', 'add', component], { hint: `cargo ${command} is missing: rustup component add ${component}` })
  }
}

async function buildTools() {
  const programs = ['wasm-bindgen', 'wasm-bindgen-test-runner', 'wasm-pack'].map((name) => join(toolsBin, name))
  const done = await unlessFresh(
    { name: 'tools', inputs: [at('tools', 'Cargo.toml'), at('tools', 'Cargo.lock'), at('tools', 'src')], outputs: programs },
    async () => {
      say('building wasm-pack, wasm-bindgen and its test runner (about two minutes, once)')
      await run('cargo', ['build', '--locked', '--manifest-path', at('tools', 'Cargo.toml'), '--target-dir', at('tools', 'target')])
    },
  )
  if (!done) say('wasm-pack, wasm-bindgen and its test runner: up to date')
}

async function browsers() {
  const packages = missingPackages()
  if (packages.length) await aptInstall(packages)
  if (!findGeckodriver()) {
    say(`building geckodriver ${geckodriverVersion} (about a minute, once)`)
    const args = ['install', '--root', geckodriverRoot, '--debug', '--locked', 'geckodriver', '--version', geckodriverVersion]
    await run('cargo', args, { env: { CARGO_PROFILE_DEV_DEBUG: '0', CARGO_TARGET_DIR: join(geckodriverRoot, 'target') } })
    await tryRun('rm', ['-rf', join(geckodriverRoot, 'target')])
  }
  say('Chromium, Firefox and their drivers: there')
}

/** Everything that a build needs; with `tests`, everything that the tests need too. */
export async function setup({ tests = false } = {}) {
  checkNode()
  await npmPackages()
  await rust()
  await buildTools()
  if (!tests) return
  await lintPrograms()
  await browsers()
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main(() => setup({ tests: process.argv.includes('--tests') }))
