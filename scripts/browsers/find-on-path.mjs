import {accessSync, constants} from 'node:fs';
import {delimiter, isAbsolute, join} from 'node:path';

/** What a Debian machine needs for the tests in all three engines. */
export const INSTALL_ENGINES = 'apt-get install --yes chromium firefox-esr webkit2gtk-driver xvfb';

/**
 * The first of these programs that is there and may be run.
 *
 * @param {string[]} candidates Names to look for on the PATH, or absolute paths.
 * @returns {string | undefined}
 */
export function findOnPath(candidates) {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return candidates
    .flatMap((candidate) => (isAbsolute(candidate) ? [candidate] : folders.map((folder) => join(folder, candidate))))
    .find(isExecutable);
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
