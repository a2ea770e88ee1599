import {execFileSync} from 'node:child_process';
import {mkdir, writeFile} from 'node:fs/promises';
import {availableParallelism} from 'node:os';
import {join} from 'node:path';
import {root} from './testing/workspaces.mjs';

/**
 * What was shown, and with which figures.
 *
 * @typedef {object} Proof
 * @property {number} seed Where chance begins: the same seed gives the same run. BUURTKIT_SEED sets it.
 * @property {(name: string, value: string | number) => void} figure
 * @property {(sentence: string) => void} note
 * @property {() => Promise<void>} write Writes docs/proof/<name>.md.
 */

/**
 * @param {string} name kebab-case: it becomes the file's name.
 * @param {{by?: string}} [options] The command that writes it.
 * @returns {Proof}
 */
export function proof(name, {by = 'npm run prove'} = {}) {
  const seed = Number(process.env['BUURTKIT_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
  /** @type {[string, string | number][]} */
  const figures = [];
  /** @type {string[]} */
  const notes = [];
  return {
    seed,
    figure: (figure, value) => void figures.push([figure, value]),
    note: (sentence) => void notes.push(sentence),
    async write() {
      const title = name.replaceAll('-', ' ').replace(/^./, (first) => first.toUpperCase());
      const rows = [...circumstances(), ['seed', seed], ...figures].map(([what, value]) => `| ${what} | ${value} |`);
      const lines = [
        `# ${title}`,
        '',
        `Written by \`${by}\`.`,
        '',
        ...notes.flatMap((note) => [note, '']),
        '| what | value |',
        '|---|---|',
        ...rows,
        '',
      ];
      await mkdir(join(root, 'docs/proof'), {recursive: true});
      await writeFile(join(root, 'docs/proof', `${name}.md`), lines.join('\n'));
    },
  };
}

/**
 * When and on what a figure was found.
 *
 * @returns {[string, string | number][]}
 */
export function circumstances() {
  return [
    ['date', new Date().toISOString().slice(0, 10)],
    ['commit', commit()],
    ['machine', `${process.platform} ${process.arch}, ${availableParallelism()} cores, Node ${process.versions.node}`],
  ];
}

function commit() {
  /** @param {string[]} args */
  const git = (...args) => execFileSync('git', args, {cwd: root, encoding: 'utf8'}).trim();
  const isChanged = git('status', '--porcelain', '--untracked-files=no', '--', '.', ':!docs/proof') !== '';
  return `${git('rev-parse', '--short=12', 'HEAD')}${isChanged ? ' with changes' : ''}`;
}
