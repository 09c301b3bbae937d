// What is delivered: which entry becomes which file, and what is copied as it is. Add a row to deliver one more file.
//
// An entry reaches the module by the names in "imports" of package.json: `#glue` (the patched glue), `#plain` (the plain-JavaScript
// build, `instantiate(glue)`). Each folder under dist/ stands alone: it can be served, zipped or published without the others.

/** `entry` is bundled into `out`; `format` is esbuild's (`iife` for a plain script, `esm` for a module); what is `external` stays an import. */
export const bundles = [
  // One script tag for publishers, and the plain build that it loads only where WebAssembly is forbidden.
  { entry: 'www/script-tag.js', out: 'dist/sidelight.js', format: 'iife' },
  { entry: 'www/plain.js', out: 'dist/sidelight_plain.js', format: 'iife' },
  // The npm package.
  { entry: 'www/index.js', out: 'dist/npm/index.js', format: 'esm', external: ['./sidelight_plain.js'] },
  { entry: 'www/node.js', out: 'dist/npm/node.js', format: 'esm', external: ['./sidelight_plain.js', 'node:*'] },
  { entry: 'www/plain-module.js', out: 'dist/npm/sidelight_plain.js', format: 'esm' },
  // The extension.
  { entry: 'extension/content.js', out: 'dist/extension/content.js', format: 'iife' },
  { entry: 'extension/background.js', out: 'dist/extension/background.js', format: 'iife' },
  { entry: 'www/plain.js', out: 'dist/extension/plain.js', format: 'iife' },
]

/** Files and folders copied after bundling; `from` may itself be a bundle's output. */
export const copies = [
  { from: 'dist/wasm/sidelight_bg.wasm', to: 'dist/sidelight_bg.wasm' },
  { from: 'dist/wasm/sidelight_bg.wasm', to: 'dist/npm/sidelight_bg.wasm' },
  { from: 'www/index.d.ts', to: 'dist/npm/index.d.ts' },
  { from: 'www/demo', to: 'dist/demo' },
  { from: 'dist/sidelight.js', to: 'dist/demo/sidelight.js' },
  { from: 'dist/sidelight_plain.js', to: 'dist/demo/sidelight_plain.js' },
  { from: 'dist/wasm/sidelight_bg.wasm', to: 'dist/demo/sidelight_bg.wasm' },
  { from: 'extension/manifest.json', to: 'dist/extension/manifest.json' },
  { from: 'extension/icons', to: 'dist/extension/icons' },
  { from: 'extension/_locales', to: 'dist/extension/_locales' },
  { from: 'dist/wasm/sidelight_bg.wasm', to: 'dist/extension/sidelight_bg.wasm' },
]
