/**
 * Something about the repository that must be so. Its `run` throws, in words, when it isn't.
 *
 * @typedef {object} Check
 * @property {string} name
 * @property {() => void | Promise<void>} run
 */

/**
 * Fails with every fault at once.
 *
 * @param {string[]} faults
 */
export function expectNone(faults) {
  if (faults.length > 0) throw new Error(faults.join('\n'));
}
