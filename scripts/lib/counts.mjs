// Reads how many tests passed and failed out of what the test runners print.

// Runners colour their output when they believe in a terminal.
const plainText = (output) => output.replace(/\x1b\[[0-9;]*m/g, '')

const add = (matches, group) => matches.reduce((sum, match) => sum + Number(match[group]), 0)

/** `cargo test` and wasm-bindgen-test-runner, one closing line for each test binary. */
export function cargoCounts(output) {
  const lines = [...plainText(output).matchAll(/test result: \w+\. (\d+) passed; (\d+) failed; (\d+) ignored/g)]
  return { passed: add(lines, 1), failed: add(lines, 2), skipped: add(lines, 3) }
}

/** node:test, which closes with one line a count. */
export function nodeCounts(output) {
  const text = plainText(output)
  const read = (name) => add([...text.matchAll(new RegExp(`^(?:ℹ|#) ${name} (\\d+)$`, 'gm'))], 1)
  return { passed: read('pass'), failed: read('fail') + read('cancelled'), skipped: read('skipped') + read('todo') }
}
