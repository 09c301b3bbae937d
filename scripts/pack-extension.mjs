// `npm run pack:extension`: builds, checks that every file the manifest names is there, and zips dist/extension/ for the stores.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { build } from './build.mjs'
import { at, filesBelow, root } from './lib/paths.mjs'
import { Stop, main, say } from './lib/run.mjs'
import { zip } from './lib/zip.mjs'

const folder = at('dist', 'extension')

/** Every string in the manifest that looks like the path of a packed file. */
function namedFiles(value) {
  if (typeof value === 'string') return /^[\w./-]+\.(js|mjs|css|html|png|svg|wasm|json)$/.test(value) ? [value.replace(/^\//, '')] : []
  return value && typeof value === 'object' ? Object.values(value).flatMap(namedFiles) : []
}

await main(async () => {
  await build()
  const manifestFile = join(folder, 'manifest.json')
  if (!existsSync(manifestFile)) throw new Stop('dist/extension/manifest.json is missing: there is no extension/manifest.json')
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'))
  const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'))
  if (manifest.version !== version) throw new Stop(`the manifest says version ${manifest.version}, package.json ${version}`)
  const missing = [...new Set(namedFiles(manifest))].filter((file) => !existsSync(join(folder, file)))
  if (missing.length) throw new Stop(`the manifest names files that are not packed: ${missing.join(', ')}`)
  const entries = filesBelow(folder).map((file) => ({ name: relative(folder, file).split(sep).join('/'), bytes: readFileSync(file) }))
  const out = at('dist', `sidelight-extension-${version}.zip`)
  writeFileSync(out, zip(entries))
  say(`${relative(root, out)}: ${entries.length} files, ${(readFileSync(out).length / 1024).toFixed(0)} KB, for Chromium and Firefox alike`)
})
