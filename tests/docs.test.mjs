// What the documents say and the code can take back: names, links, samples.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import test from 'node:test'
import { at, root } from '../scripts/lib/paths.mjs'
import { formats, kinds } from '../www/options.js'

const documents = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'PRIVACY.md', 'CHANGELOG.md', 'docs/casualty-errors.md']
const read = (file) => readFileSync(at(file), 'utf8')
const withoutCode = (text) => text.replace(/^```[^]*?^```$/gm, '')

/** Every first group of a pattern's matches, once each and sorted. */
const all = (text, pattern) => [...new Set([...text.matchAll(pattern)].map((match) => match[1]))].sort()

/** The part of a document under the heading that matches. */
function section(file, heading) {
  const [, ...parts] = read(file).split(/^(?=## )/m)
  const found = parts.find((part) => heading.test(part.split('\n', 1)[0]))
  assert.ok(found, `${file} has a part ${heading}`)
  return found
}

test('the attributes of the script tag are those in the README', () => {
  const readByScript = all(read('www/script-tag.js'), /\bdata\.(\w+)/g).map((name) => `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`)
  assert.ok(readByScript.length > 3)
  assert.deepEqual(all(section('README.md', /Script tag/), /^\| `(data-[a-z-]+)`/gm), readByScript.sort())
  assert.deepEqual(all(read('README.md'), /\b(data-(?!sidelight)[a-z-]+)/g), readByScript.sort(), 'no other is named')
})

test('every npm task that a document names is there', () => {
  const { scripts } = JSON.parse(read('package.json'))
  for (const file of documents) {
    const named = [...all(read(file), /\bnpm run ([\w:-]+)/g), ...all(read(file), /\bnpm (start|test)\b/g)]
    assert.deepEqual(named.filter((name) => !scripts[name]), [], file)
  }
  const missing = Object.keys(scripts).filter((name) => name !== 'prepack' && !documents.some((file) => new RegExp(`npm (run )?${name}\\b`).test(read(file))))
  assert.deepEqual(missing, [], 'every task is told somewhere')
})

/** A heading's anchor: lower case, blanks as hyphens, no punctuation. */
const anchor = (heading) => heading.trim().toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '').replace(/ /g, '-')

test('every link within the documents leads somewhere', () => {
  let links = 0
  for (const file of documents) {
    for (const target of all(withoutCode(read(file)), /\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(target)) continue
      links++
      const [path, fragment] = target.split('#')
      const linked = path ? join(dirname(file), path) : file
      assert.ok(existsSync(at(linked)), `${file}: ${target}`)
      if (fragment) assert.ok(all(withoutCode(read(linked)), /^#+ (.+)$/gm).some((heading) => anchor(heading) === fragment), `${file}: ${target}`)
    }
  }
  assert.ok(links > 10)
})

test('the map names every room, and no other', () => {
  const rooms = readdirSync(at('src'), { withFileTypes: true }).map((entry) => entry.name + (entry.isDirectory() ? '/' : ''))
  assert.deepEqual(all(section('ARCHITECTURE.md', /rooms/), /^\| `([\w./]+)`/gm), rooms.sort())
})

test('the map names every folder, and no other', () => {
  const made = all(read('.gitignore'), /^\/([\w-]+)\/$/gm)
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !made.includes(entry.name))
  assert.deepEqual(all(section('ARCHITECTURE.md', /Folders/), /^\| `([\w-]+)\/`/gm), folders.map(({ name }) => name).sort())
})

test('every file that a document names is there', () => {
  const folders = /^(benches|cli|examples|extension|scripts|src|tests|tools|trainer|www)\//
  for (const file of documents) {
    const named = all(read(file), /`([\w./-]+\/[\w.-]*)`/g).filter((path) => folders.test(path))
    assert.deepEqual(named.filter((path) => !existsSync(at(path))), [], file)
  }
})

test('kinds, formats, events and error codes are those of the declared types', () => {
  const types = read('www/index.d.ts')
  const readme = read('README.md')
  for (const name of [...kinds, ...formats]) assert.ok(readme.includes(`\`${name}\``), name)
  assert.deepEqual(all(readme, /^\| `(sidelight:\w+)`/gm), all(types, /^ +'(sidelight:\w+)':/gm))
  const [, codes] = types.match(/readonly code: (.+)/)
  assert.deepEqual(all(section('README.md', /npm package/), /^\| `(\w+)` \|/gm), all(codes, /'(\w+)'/g))
})

test('the npm sample prints what it says', () => {
  const [sample] = all(section('README.md', /npm package/), /^```js\n([^]*?console\.log[^]*?)^```$/gm)
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', sample], { cwd: root, encoding: 'utf8' })
  const expected = [...sample.matchAll(/^console\.log.* \/\/ (.+)$/gm)].map((match) => match[1])
  assert.ok(expected.length > 3)
  assert.deepEqual(stdout.trimEnd().split('\n'), expected, stderr)
})
