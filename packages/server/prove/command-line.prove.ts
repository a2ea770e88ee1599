import {afterAll, describe, expect, test} from 'vitest';
import {proof} from '../../../scripts/proof.mjs';
import {aDataFolder, endProcess, runBuurtkit, startServerProcess, type Ended} from '../src/testing/own-process.ts';

const found = proof('command-line');
const folder = await aDataFolder();
const server = await startServerProcess({BUURTKIT_DATA: folder.path, LOG_LEVEL: 'warn'});
const onDatabase = {DATABASE_URL: (await runBuurtkit(['database-url'], {BUURTKIT_DATA: folder.path})).stdout.trim()};
await runBuurtkit(['communities', 'create', 'zierikzee'], onDatabase);
let commands = 0;
afterAll(async () => {
  await endProcess(server);
  await folder.remove();
  found.note('Each wrong usage, refusal and impossible environment ends with its exit code, one sentence and no stack trace.');
  found.figure('command lines tried', commands);
  await found.write();
});

async function run(...args: string[]): Promise<Ended> {
  commands += 1;
  return runBuurtkit(args, onDatabase);
}

describe.each([
  ['no command at all', []],
  ['a command that is none', ['communitis']],
  ['a part of a command that is none', ['keys', 'destroy']],
  ['an option that is none', ['communities', 'list', '--colour']],
  ['a missing argument', ['communities', 'show']],
  ['one argument too many', ['communities', 'show', 'a', 'b']],
  ['a missing option', ['keys', 'create', '--community', 'zierikzee']],
  ['a role that is none', ['keys', 'create', '--community', 'zierikzee', '--role', 'owner']],
  ['an organiser of nothing', ['keys', 'create', '--community', 'zierikzee', '--role', 'organiser']],
  ['an organiser of something odd', ['keys', 'create', '--community', 'zierikzee', '--role', 'organiser', '--for', 'buurttuin']],
  ['a key that is no id', ['keys', 'revoke', '0-0-0-0-0aaaaaaaaaaaaaaaaaaaaaaaaaaa']],
  ['a slug that is none', ['communities', 'create', 'Niet Goed']],
  ['a kind that is none', ['communities', 'create', 'a', '--kind', 'village']],
  ['an area of no year', ['communities', 'create', 'a', '--area', 'kern=Kern=ooit']],
  ['an origin with a path', ['communities', 'create', 'a', '--allowed-origin', 'https://www.example.nl/pad']],
  ['members of no region', ['communities', 'create', 'a', '--member', 'zierikzee']],
  ['a colour that is none', ['communities', 'set', 'zierikzee', '--accent-color', 'red']],
  ['a time zone that is none', ['communities', 'set', 'zierikzee', '--time-zone', 'Europe/Zierikzee']],
  ['an import into nowhere', ['import', 'x.csv']],
  ['an import to take back that is no id', ['import', 'undo', 'x']],
] as const)('wrong usage: %s', (_name, args) => {
  test('ends with 2, with words on stderr and nothing on stdout', {timeout: 60_000}, async () => {
    const ended = await run(...args);

    expect([ended.code, ended.stdout]).toEqual([2, '']);
    expect(ended.stderr).not.toBe('');
    expect(ended.stderr).not.toMatch(/\n {4}at /);
  });
});

describe.each([
  ['a community that is not there', ['communities', 'show', 'nergens'], 'community.not-found'],
  ['a community that is there already', ['communities', 'create', 'zierikzee'], 'slug.taken'],
  ['an address of ours', ['communities', 'create', 'embed'], 'slug.reserved'],
  ['a member that is not there', ['communities', 'create', 'streek', '--kind', 'region', '--member', 'nergens'], 'community.not-found'],
  ['an area named twice', ['communities', 'set', 'zierikzee', '--area', 'a=A', '--area', 'a=B'], 'request.invalid'],
  ['a key that is not there', ['keys', 'revoke', '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d6e'], 'key.not-found'],
  ['a file that is not there', ['import', 'nergens.csv', '--community', 'zierikzee'], 'file.not-found'],
  ['an import that is not there', ['import', 'undo', '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d6e'], 'import.not-found'],
] as const)('refused: %s', (_name, args, code) => {
  test('ends with 1, one clear sentence and its code', {timeout: 60_000}, async () => {
    const ended = await run(...args, '--json');

    expect(ended.code).toBe(1);
    expect(JSON.parse(ended.stdout)).toMatchObject({error: {code, detail: expect.any(String)}});
    expect(ended.stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('an environment that can’t be', () => {
  const refuses = async (environment: Record<string, string>, code: string, args = ['serve']) => {
    commands += 1;
    const ended = await runBuurtkit([...args, '--json'], environment);
    expect(ended.code).toBe(1);
    expect(JSON.parse(ended.stdout)).toMatchObject({error: {code}});
    expect(ended.stderr.trim().split('\n')).toHaveLength(1);
    expect(ended.stdout + ended.stderr).not.toContain('geheim');
  };

  test.each([
    ['a port that is none', {PORT: 'tachtig'}, 'config.invalid'],
    ['a database that does not answer', {DATABASE_URL: 'postgres://buurtkit:geheim@127.0.0.1:1/buurtkit'}, 'database-unreachable'],
    ['an address that is none', {DATABASE_URL: 'postgres://buurtkit:geheim@host:port/x'}, 'database-unreachable'],
    ['production without a database', {NODE_ENV: 'production'}, 'database-required'],
    ['no defences for the whole world', {HOST: '0.0.0.0', BUURTKIT_DEFENCES: 'off'}, 'config.invalid'],
  ])('%s is said in one sentence, without a password', {timeout: 60_000}, (_name, environment, code) => refuses(environment, code));

  test('a login for requests that may not act as the restricted roles is told so at the start', {timeout: 60_000}, async () => {
    const url = new URL(onDatabase.DATABASE_URL);
    url.username = 'nobody_we_know';
    await refuses({...onDatabase, DATABASE_APP_URL: url.href, PORT: '0'}, 'database-rights');
  });
});
