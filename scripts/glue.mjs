// Patches the JavaScript glue that wasm-bindgen writes, so that one glue serves the WebAssembly module and the plain-JavaScript
// build alike, and outlives an instance that panicked.
//
// - The stock glue notices that memory grew because the engine detaches the old buffer. The plain build detaches nothing, and a new
//   instance has another memory altogether: views are compared with the live buffer instead, or strings would silently be wrong.
// - A callback or a finaliser of a dead instance must not reach into the next one's memory: each remembers its instance.
// - A new instance starts with an empty table of JavaScript objects; what the dead one held is let go.
//
// Every edit says how often it must apply. A glue of another shape stops the build.
import { Stop } from './lib/run.mjs'

const count = (text, pattern) => [...text.matchAll(pattern)].length

export function patchGlue(stock) {
  let glue = stock
  const edit = (what, pattern, replacement, expected) => {
    const found = count(glue, pattern)
    if (found === 0 || (expected !== undefined && found !== expected)) {
      throw new Stop(`glue patch "${what}" found ${found} places instead of ${expected ?? 'some'}: wasm-bindgen's glue changed, see scripts/glue.mjs`)
    }
    glue = glue.replace(pattern, replacement)
  }
  const must = (what, holds) => {
    if (!holds) throw new Stop(`glue patch: ${what}, see scripts/glue.mjs`)
  }

  const table = stock.match(/^let heap = new Array\((\d+)\)\.fill\(undefined\);\nheap\.push\(([^)]*)\);$/m)
  must('no table of objects in the glue; was the module built without `strip = true`?', table)
  const top = stock.match(/^let stack_pointer = (\d+);$/m)?.[1]

  edit(
    'view of the whole memory',
    /(cachedDataViewMemory0)\.buffer\.detached === true \|\| \(cachedDataViewMemory0\.buffer\.detached === undefined && cachedDataViewMemory0\.buffer !== wasm\.memory\.buffer\)/g,
    '$1.buffer !== wasm.memory.buffer',
    count(stock, /^function getDataViewMemory0\(/gm),
  )
  edit('typed views of memory', /(cached\w+Memory0)\.byteLength === 0/g, '$1.buffer !== wasm.memory.buffer', count(stock, /^function get\w+ArrayMemory0\(/gm))

  const closures = count(stock, /^function make(?:Mut)?Closure\(/gm)
  if (closures) {
    edit('instance of a closure', /const state = \{ a: arg0, b: arg1, cnt: 1 \};/g, 'const state = { a: arg0, b: arg1, cnt: 1, instance: wasm };', closures)
    edit('call of a closure', /^( *)state\.cnt\+\+;/gm, '$1if (state.instance !== wasm) return;\n$1state.cnt++;', closures)
    edit('end of a closure', /wasm\.(\w+)\(state\.a, state\.b\)/g, '(state.instance === wasm && wasm.$1(state.a, state.b))', closures + 1)
  }

  const fresh = [`heap = new Array(${table[1]}).fill(undefined);`, `heap.push(${table[2]});`, 'heap_next = heap.length;', ...(top ? [`stack_pointer = ${top};`] : [])]
  edit('change of instance', /^( *)wasm = val;$/gm, ['wasm = val;', ...fresh].map((line) => `$1${line}`).join('\n'), 1)

  must('an old test for detached memory is left', !/detached|byteLength === 0/.test(glue))
  must('a class crosses the boundary, whose finaliser would outlive its instance; export plain data instead', count(glue, /new FinalizationRegistry/g) === (closures ? 1 : 0))
  return glue
}
