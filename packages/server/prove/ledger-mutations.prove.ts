import {execFile} from 'node:child_process';
import {cp, mkdtemp, readFile, rm, symlink} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {proof} from '../../../scripts/proof.mjs';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../..', import.meta.url));
const found = proof('ledger-mutations');

type Mutation = {patch: string; file: string; tests: readonly string[]};

const crowd = 'src/ledger/proof/crowd.test.ts';
const transfers = 'src/ledger/transfers/transfers.test.ts';
const programs = 'src/ledger/proof/any-program.test.ts';

/** What is taken out of the ledger, and the tests that have to notice. */
const mutations: readonly Mutation[] = [
  {patch: 'without-the-lock', file: crowd, tests: ['forty who spend from one account at once', 'a ring of four who give to each other']},
  {patch: 'without-the-look-up-of-the-key', file: crowd, tests: ['one key pressed thirty times at once']},
  {patch: 'without-the-look-up-of-the-key', file: transfers, tests: ['the same request twice is one transfer']},
  {patch: 'without-keeping-the-key', file: crowd, tests: ['one key pressed thirty times at once']},
  {patch: 'without-keeping-the-key', file: transfers, tests: ['the same request twice is one transfer']},
  {patch: 'without-the-limits', file: crowd, tests: ['forty who spend from one account at once']},
  {patch: 'without-the-limits', file: transfers, tests: ['a transfer that can’t be says why']},
  {patch: 'without-the-limits', file: programs, tests: ['whatever people do in whatever order']},
  {patch: 'without-what-is-kept-apart', file: programs, tests: ['whatever people do in whatever order']},
  {
    patch: 'without-the-lock-on-a-request',
    file: crowd,
    tests: ['a request that is accepted by many while it is withdrawn and expires within 60000'],
  },
];

/** A copy of the sources: what others have open stays as it is. */
let copy = '';

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'buurtkit-mutations-'));
  for (const file of ['package.json', 'tsconfig.base.json', 'vitest.shared.ts', 'scripts', 'packages/server'])
    await cp(join(root, file), join(copy, file), {recursive: true, filter: (path) => !/\/(?:node_modules|dist)$/.test(path)});
  for (const folder of ['node_modules', 'packages/server/node_modules']) await symlink(join(root, folder), join(copy, folder));
});

afterAll(async () => {
  await rm(copy, {recursive: true, force: true});
  found.note('Each patch is applied to a copy of the sources; the tests named with it pass before and have to fail after.');
  await found.write();
});

async function git(...args: string[]): Promise<void> {
  await run('git', ['apply', ...args], {cwd: copy});
}

/** Which of the tests passed, by the beginning of their names. */
async function outcomes(file: string, tests: readonly string[]): Promise<Record<string, string>> {
  const report = join(copy, 'report.json');
  const names = tests.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('|');
  const args = ['run', file, '-t', names, '--reporter=json', `--outputFile=${report}`];
  await run(join(root, 'node_modules/.bin/vitest'), args, {
    cwd: join(copy, 'packages/server'),
    env: {...process.env, BUURTKIT_PROPERTY_RUNS: '100'},
    maxBuffer: 64 * 1024 * 1024,
  }).catch(() => undefined);
  const {testResults} = JSON.parse(await readFile(report, 'utf8')) as {
    testResults: {assertionResults: {title: string; status: string}[]}[];
  };
  const all = testResults.flatMap(({assertionResults}) => assertionResults);
  await rm(report);
  return Object.fromEntries(tests.map((name) => [name, all.find(({title}) => title.startsWith(name))?.status ?? 'not found']));
}

const each = (tests: readonly string[], status: string) => Object.fromEntries(tests.map((name) => [name, status]));

test.each([crowd, transfers, programs])('as it is, the tests of %s pass', async (file) => {
  const tests = [...new Set(mutations.filter((mutation) => mutation.file === file).flatMap((mutation) => mutation.tests))];

  expect(await outcomes(file, tests)).toEqual(each(tests, 'passed'));
});

test.each(mutations)('$patch: $file goes red', async ({patch, file, tests}) => {
  const path = join(root, 'packages/server/prove/mutations', `${patch}.patch`);
  await git(path);

  const after = await outcomes(file, tests);
  await git('--reverse', path);

  expect(after).toEqual(each(tests, 'failed'));
  found.figure(`${patch}, ${file}`, `${tests.length} of ${tests.length} red`);
});
