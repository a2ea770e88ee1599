import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {chmod, mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {proof} from '../../../scripts/proof.mjs';

const launcher = fileURLToPath(new URL('../bin/buurtkit.mjs', import.meta.url));
const {figure, note, write} = proof('nightly-upsert');
const recordCount = 3000;
const atATime = 250;
const kills = 5;

let folder = '';
let environment: NodeJS.ProcessEnv = {};
let server: ChildProcess;
let address = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'buurtkit-upsert-'));
  // As root PostgreSQL runs as another user, who has to reach it.
  await chmod(folder, 0o755);
  environment = {...process.env, BUURTKIT_DATA: join(folder, 'data'), PORT: '0', LOG_LEVEL: 'silent', NODE_ENV: 'development'};
  delete environment['DATABASE_URL'];
  delete environment['DATABASE_APP_URL'];
  await startServer();
}, 120_000);

afterAll(async () => {
  server.kill('SIGTERM');
  await ended(server);
  await rm(folder, {recursive: true, force: true});
  note(
    `${recordCount.toLocaleString('en')} records of another system are brought by its ids, ${atATime} a request. The server is killed with -9 while they come in; ` +
      'started again and sent all of them again, each has a result and stands there once.',
  );
  await write();
});

test('a nightly sync that is cut off and sent again loses and doubles nothing', {timeout: 600_000}, async () => {
  await command('communities', 'create', 'sync', '--name', 'Sync', '--kind', 'municipality');
  const {key} = JSON.parse(await command('keys', 'create', '--community', 'sync', '--role', 'coordinator', '--json')) as {key: string};
  let kept = 0;

  for (let night = 1; night <= kills; night += 1) {
    const cutOff = sendAll(key, night).catch(() => null);
    // Later each night, so that the kill finds another request under way.
    await sleep(150 * night);
    server.kill('SIGKILL');
    await ended(server);
    await cutOff;
    await startServer();

    const results = await sendAll(key, night);

    expect(results).toHaveLength(recordCount);
    expect(results.filter(({action}) => action === 'refused')).toEqual([]);
    expect(new Set(results.map(({externalId}) => externalId)).size).toBe(recordCount);
    expect(new Set(results.map(({id}) => id)).size).toBe(recordCount);
    const {total} = (await (await fetch(`${address}/v1/communities/sync/initiatives?limit=1`)).json()) as {total: number};
    expect(total).toBe(recordCount);
    kept += results.filter(({action}) => action === 'unchanged').length;
  }
  const quiet = await sendAll(key, kills);
  expect(quiet.every(({action}) => action === 'unchanged')).toBe(true);
  figure('kills while records came in', kills);
  figure('records without a result, lost, doubled', '0, 0, 0');
  figure('records of a cut-off night that were in already when it was sent again', kept);
});

type Result = {externalId: string; action: string; id: string};

async function sendAll(key: string, night: number): Promise<Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < recordCount; start += atATime) {
    const records = Array.from({length: atATime}, (_, index) => {
      const number = start + index;
      return {id: `r-${number}`, name: `Initiatief ${number}`, kind: 'other', summary: {nl: `Nacht ${night}, regel ${number}.`}};
    });
    const response = await fetch(`${address}/v1/communities/sync/bulk-upserts`, {
      method: 'POST',
      headers: {'Content-Type': 'application/json', Authorization: `Bearer ${key}`, 'Idempotency-Key': crypto.randomUUID()},
      body: JSON.stringify({source: 'kaart', resource: 'initiative', records}),
    });
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    results.push(...((await response.json()) as {data: Result[]}).data);
  }
  return results;
}

async function startServer(): Promise<void> {
  server = spawn(process.execPath, [launcher, 'serve'], {env: environment, stdio: ['ignore', 'pipe', 'inherit']});
  let output = '';
  const {promise, resolve, reject} = Promise.withResolvers<string>();
  server.stdout?.on('data', (text: Buffer) => {
    output += String(text);
    const [, found] = /Buurtkit: (\S+)/.exec(output) ?? [];
    if (found !== undefined) resolve(found);
  });
  server.on('exit', () => reject(new Error(`the server ended: ${output}`)));
  address = await promise;
}

async function command(...words: string[]): Promise<string> {
  const child = spawn(process.execPath, [launcher, ...words], {env: environment, stdio: ['ignore', 'pipe', 'inherit']});
  let output = '';
  child.stdout?.on('data', (text: Buffer) => {
    output += String(text);
  });
  await ended(child);
  if (child.exitCode !== 0) throw new Error(`${words.join(' ')}: ${output}`);
  return output;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}
