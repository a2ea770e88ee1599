import {mkdtemp, rm} from 'node:fs/promises';
import {existsSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, describe, expect, test} from 'vitest';
import {aDataFolder, endProcess, runBuurtkit, startServerProcess, type Ended} from '../testing/own-process.ts';
import {createTestDatabase} from '../testing/test-database.ts';

const opened = await createTestDatabase();
const out = await mkdtemp(join(tmpdir(), 'buurtkit-cli-'));
afterAll(async () => {
  await opened.close();
  await rm(out, {recursive: true});
});
const onDatabase = {DATABASE_URL: opened.urls.owner};

const run = (...args: string[]): Promise<Ended> => runBuurtkit(args, onDatabase);

async function json(...args: string[]): Promise<Record<string, unknown>> {
  const ended = await run(...args, '--json');
  expect([ended.code, ended.stderr]).toEqual([0, '']);
  expect(ended.stdout.trimEnd().split('\n')).toHaveLength(1);
  return JSON.parse(ended.stdout) as Record<string, unknown>;
}

describe('who starts with nothing', () => {
  test('makes communities, a region, and keys, and sees what there is', {timeout: 120_000}, async () => {
    const made = await json(
      'communities',
      'create',
      'zierikzee',
      '--name',
      'Gemeente Zierikzee',
      '--area',
      'GM1676=Zierikzee=2025',
      '--allowed-origin',
      'https://www.example.nl',
    );
    const region = await json('communities', 'create', 'zeeland', '--kind', 'region', '--member', 'zierikzee');
    expect(made).toMatchObject({
      slug: 'zierikzee',
      areas: [{code: 'GM1676', year: 2025, name: 'Zierikzee'}],
      allowedOrigins: ['https://www.example.nl'],
    });
    expect(region).toMatchObject({kind: 'region', members: [{slug: 'zierikzee'}]});
    expect(await json('communities', 'list')).toMatchObject({data: [{slug: 'zierikzee'}, {slug: 'zeeland'}]});

    const set = await json(
      'communities',
      'set',
      'zierikzee',
      '--address-form',
      'u',
      '--accent-color',
      '#005a9c',
      '--contact-phone',
      '14 0111',
    );
    expect(set).toMatchObject({
      addressForm: 'u',
      look: {accentColor: '#005a9c', corner: 'soft'},
      contact: {phone: '14 0111'},
      name: 'Gemeente Zierikzee',
    });
    expect(await json('communities', 'show', 'zierikzee')).toMatchObject({addressForm: 'u', contact: {phone: '14 0111'}});

    const key = await json('keys', 'create', '--community', 'zierikzee', '--role', 'organiser', '--for', 'initiative:buurttuin');
    expect(key).toEqual({id: expect.any(String), key: expect.stringMatching(/^bk_[\w-]{43}$/), role: 'organiser'});
    expect(await json('keys', 'revoke', String(key['id']))).toEqual({id: key['id'], revoked: true});
    const listed = await run('keys', 'list', '--community', 'zierikzee', '--json');
    expect(JSON.parse(listed.stdout)).toMatchObject({
      data: [{id: key['id'], role: 'organiser', for: 'initiative:buurttuin', revokedAt: expect.any(String)}],
    });
    expect(listed.stdout).not.toContain(String(key['key']));

    expect(await json('migrate')).toEqual({applied: []});
    expect(await json('database-url')).toEqual({url: opened.urls.owner});
  });

  test('gets words without --json: results on stdout, nothing on stderr', {timeout: 60_000}, async () => {
    const [list, setup, openapi] = await Promise.all([run('communities', 'list'), run('migrate', '--print-setup'), run('openapi')]);

    expect(list).toMatchObject({code: 0, stderr: '', stdout: expect.stringContaining('zierikzee  Gemeente Zierikzee  (municipality)')});
    expect(setup).toMatchObject({code: 0, stderr: '', stdout: expect.stringContaining('create role buurtkit_app nologin')});
    expect(JSON.parse(openapi.stdout)).toMatchObject({openapi: expect.stringMatching(/^3\.1/)});
  });
});

test.each([
  ['no command at all', []],
  ['a slug that is none', ['communities', 'create', 'Niet Goed']],
])('wrong usage, %s, ends with 2 and words on stderr', {timeout: 60_000}, async (_name, args) => {
  const ended = await run(...args);

  expect([ended.code, ended.stdout]).toEqual([2, '']);
  expect(ended.stderr).not.toBe('');
});

test('what is refused ends with 1, one sentence and its code', {timeout: 60_000}, async () => {
  const ended = await run('communities', 'show', 'nergens', '--json');

  expect(ended.code).toBe(1);
  expect(JSON.parse(ended.stdout)).toMatchObject({error: {code: 'community.not-found'}});
  expect(ended.stderr.trim().split('\n')).toHaveLength(1);
});

describe('a data folder of one’s own', () => {
  test('works for commands with and without a server, and for one server at a time', {timeout: 180_000}, async () => {
    const folder = await aDataFolder();
    const environment = {BUURTKIT_DATA: folder.path, LOG_LEVEL: 'warn'};
    try {
      const alone = await runBuurtkit(['communities', 'create', 'zierikzee', '--json'], environment);
      expect(alone.code).toBe(0);
      expect((await runBuurtkit(['database-url', '--json'], environment)).code).toBe(1);

      const server = await startServerProcess(environment);
      expect(existsSync(join(folder.path, 'postgres/owner.json'))).toBe(true);
      const port = new URL(server.url).port;
      const [beside, list, second, taken] = await Promise.all([
        runBuurtkit(['keys', 'create', '--community', 'zierikzee', '--role', 'admin', '--json'], environment),
        runBuurtkit(['communities', 'list', '--json'], environment),
        runBuurtkit(['serve', '--json'], {...environment, PORT: '0'}),
        runBuurtkit(['serve', '--json'], {...onDatabase, PORT: port}),
      ]);
      expect(beside.code).toBe(0);
      expect(JSON.parse(list.stdout)).toMatchObject({data: [{slug: 'zierikzee'}]});
      expect([second.code, JSON.parse(second.stdout)]).toMatchObject([1, {error: {code: 'data-in-use'}}]);
      expect([taken.code, JSON.parse(taken.stdout)]).toMatchObject([1, {error: {code: 'port-in-use'}}]);
      expect(taken.stderr.trim().split('\n')).toHaveLength(1);
      expect((await fetch(`${server.url}/health`)).status).toBe(200);

      const end = await endProcess(server);
      expect([end.code, end.signal, end.stdout]).toEqual([0, null, `Buurtkit: ${server.url}\n`]);
      expect(end.seconds).toBeLessThan(5);
      expect((await runBuurtkit(['database-url'], environment)).code).toBe(1);
      expect(existsSync(join(folder.path, 'postgres/owner.json'))).toBe(false);
    } finally {
      await folder.remove();
    }
  });
});
