import {findChromium} from './chromium.mjs';
import {INSTALL_ENGINES} from './find-on-path.mjs';
import {findFirefox} from './firefox.mjs';
import {findWebKit} from './webkit.mjs';

const NAMES = ['chromium', 'firefox', 'webkit'];

/**
 * The engines to test in: those that BUURTKIT_ENGINES names (`chromium` when it isn't set, `all` for the three).
 * One that isn't installed is named and left out on a developer's machine, and an error where CI is set.
 *
 * @returns {Promise<{chromium?: import('./chromium.mjs').Chromium, firefox?: {executablePath: string}, webkit?: import('./webkit.mjs').WebKit}>}
 */
export async function findEngines() {
  const wanted = wantedEngines();
  const firefox = wanted.includes('firefox') ? findFirefox() : undefined;
  const webkit = wanted.includes('webkit') ? findWebKit() : undefined;
  const missing = wanted.filter((name) => (name === 'firefox' && !firefox) || (name === 'webkit' && !webkit));

  if (missing.length > 0) {
    const sentence = `Not installed: ${missing.join(', ')}. Run: ${INSTALL_ENGINES}`;
    if (process.env['CI']) throw new Error(sentence);
    console.warn(`${sentence}\nThe tests run without ${missing.join(' and ')}.`);
  }
  return {...(wanted.includes('chromium') && {chromium: await findChromium()}), ...(firefox && {firefox}), ...(webkit && {webkit})};
}

function wantedEngines() {
  const value = process.env['BUURTKIT_ENGINES'] || 'chromium';
  const wanted = value === 'all' ? NAMES : value.split(',').map((name) => name.trim());
  const unknown = wanted.filter((name) => !NAMES.includes(name));
  if (unknown.length > 0) throw new Error(`BUURTKIT_ENGINES names ${unknown.join(', ')}; it knows ${NAMES.join(', ')} and all.`);
  return wanted;
}
