import {findOnPath} from './find-on-path.mjs';

/** @returns {{executablePath: string} | undefined} */
export function findFirefox() {
  const executablePath = findOnPath(process.env['FIREFOX_PATH'] ? [process.env['FIREFOX_PATH']] : ['firefox-esr', 'firefox']);
  return executablePath === undefined ? undefined : {executablePath};
}
