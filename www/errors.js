// The one error class that callers see.

/**
 * What went wrong, for programs in `code`:
 *
 * - `load`: neither the WebAssembly module nor the plain-JavaScript build could be loaded;
 * - `lost`: the module stopped in the middle of its work and was dropped; the page is as it was, the next call starts a new one;
 * - `closed`: the session of this controller is over;
 * - `argument`: the caller passed something that is not taken.
 */
export class SidelightError extends Error {
  /**
   * @param {'load' | 'lost' | 'closed' | 'argument'} code
   * @param {string} message
   * @param {unknown} [cause]
   */
  constructor(code, message, cause) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'SidelightError'
    this.code = code
  }
}
