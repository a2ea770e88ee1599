import {readFile, readdir} from 'node:fs/promises';
import {join} from 'node:path';

/** Stands beside the bundled files: the licences of what was bundled ask for it. */
export const LICENCES = 'THIRD-PARTY-LICENCES.txt';

const PACKAGE = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

/**
 * The licence of each library of which something was bundled, by name.
 *
 * @param modules - Paths of the modules that were bundled.
 * @throws {Error} when a library has no licence that could be passed on.
 */
export async function thirdPartyLicences(modules: readonly string[]): Promise<string> {
  const folders = new Set(modules.flatMap((path) => PACKAGE.exec(path.replaceAll('\\', '/').replace(/^\0/, ''))?.[0] ?? []));
  const notices = await Promise.all([...folders].map(noticeOf));
  return notices.toSorted().join(`\n${'-'.repeat(80)}\n\n`);
}

async function noticeOf(folder: string): Promise<string> {
  const {name, version, license} = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Record<string, string>;
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
  if (!file) throw new Error(`${name} has no licence file in ${folder}.`);
  const text = await readFile(join(folder, file), 'utf8');
  return `${name} ${version} (${license})\n\n${text.replaceAll('\r\n', '\n').trim()}\n`;
}
