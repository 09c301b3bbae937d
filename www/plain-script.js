// How the plain build, a script of its own, reaches the script that asked for it.

const place = Symbol.for('sidelight.plain')

/** Called by the plain build when it runs. */
export function handOver(instantiate) {
  globalThis[place] = instantiate
}

/** Called by whoever had it loaded: takes it away again. */
export function takeOver() {
  const instantiate = globalThis[place]
  delete globalThis[place]
  if (!instantiate) throw new Error('the plain-JavaScript build did not run')
  return { instantiate }
}
