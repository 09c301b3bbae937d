// Long work in short tasks, so that the page scrolls, types and paints while a long article is read.

/** A task ends after this many milliseconds … */
const taskMilliseconds = 8
/** … or this many bytes: some browsers round their clock to 100 ms to foil fingerprinting. */
const taskBytes = 64 * 1024
/** The first slice is small: nobody knows yet how fast this machine is. */
const firstBytes = 4 * 1024

/** So long, in milliseconds, the work may go before the page's own timers. */
const turnMilliseconds = 100
let turn = 0

/**
 * Lets the page do what waits: input, painting, timers, other scripts. What follows `scheduler.yield()` goes before the page's timers
 * and, with a long article, before most of its painting, which is quick; a message waits its turn, so that timers do not starve.
 */
export function breathe() {
  if (typeof globalThis.scheduler?.yield === 'function' && performance.now() - turn < turnMilliseconds) return globalThis.scheduler.yield()
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      turn = performance.now()
      resolve()
    }
    port2.postMessage(0)
  })
}

/**
 * Calls `advance(bytes)` until it says that no work is left, or `stopped()` says that nobody wants it any more.
 *
 * @param {(bytes: number) => boolean} advance  does about that much, returns whether work is left
 * @param {() => boolean} stopped
 * @returns {Promise<{ tasks: number, longest: number }>} how many tasks it took, and the longest in milliseconds
 */
export async function inSlices(advance, stopped) {
  let bytes = firstBytes
  let tasks = 0
  let longest = 0
  for (;;) {
    const began = performance.now()
    let done = 0
    let more
    let spent
    do {
      const before = performance.now()
      more = advance(bytes)
      done += bytes
      const now = performance.now()
      spent = now - began
      // Aim at slices of a quarter of a task: fine enough to end a task in time, coarse enough to cost nothing.
      const factor = taskMilliseconds / 4 / Math.max(now - before, 0.1)
      bytes = Math.round(Math.min(taskBytes / 2, Math.max(256, bytes * Math.min(2, factor))))
    } while (more && spent + taskMilliseconds / 4 < taskMilliseconds && done + bytes <= taskBytes)
    tasks += 1
    longest = Math.max(longest, spent)
    if (!more) return { tasks, longest }
    await breathe()
    if (stopped()) return { tasks, longest }
  }
}
