import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {connect, createServer, type Socket} from 'node:net';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import pg from 'pg';
import {afterAll, expect, onTestFinished, test} from 'vitest';
import {proof} from '../../../scripts/proof.mjs';
import {postmasterOf} from '../src/testing/kill-hard.ts';
import {aDataFolder, endProcess, runBuurtkit, startBuurtkit, startServerProcess, type ServerProcess} from '../src/testing/own-process.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const found = proof('ending');
afterAll(async () => {
  found.note('How a server ends, and what it says while its database is away.');
  await found.write();
});

async function aServer(): Promise<{server: ServerProcess; environment: Record<string, string>; databaseUrl: string; postmaster: number}> {
  const folder = await aDataFolder();
  const environment = {BUURTKIT_DATA: folder.path, LOG_LEVEL: 'warn'};
  onTestFinished(folder.remove);
  const server = await startServerProcess(environment);
  onTestFinished(() => void server.child.kill('SIGKILL'));
  const databaseUrl = (await runBuurtkit(['database-url'], environment)).stdout.trim();
  return {server, environment, databaseUrl, postmaster: await postmasterOf(databaseUrl)};
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function isOver(pid: number, seconds: number): Promise<boolean> {
  for (const until = Date.now() + seconds * 1000; Date.now() < until; await sleep(20)) if (!isAlive(pid)) return true;
  return false;
}

async function aKey(environment: Record<string, string>, community: string): Promise<string> {
  const {stdout} = await runBuurtkit(['keys', 'create', '--community', community, '--role', 'admin', '--json'], environment);
  return (JSON.parse(stdout) as {key: string}).key;
}

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('%s ends an idle server and its PostgreSQL in time', async (signal) => {
  const {server, postmaster} = await aServer();

  const end = await endProcess(server, signal);

  expect([end.code, end.signal]).toEqual([0, null]);
  expect(end.seconds).toBeLessThan(5);
  expect(isAlive(postmaster)).toBe(false);
  found.figure(`${signal}, idle`, `${end.seconds.toFixed(2)} s`);
});

test('with open connections, half a request and requests that wait for a lock it ends in time all the same', async () => {
  const {server, environment, databaseUrl, postmaster} = await aServer();
  const key = await aKey(environment, 'eemsdelta');
  const {hostname, port} = new URL(server.url);
  const idle = Array.from({length: 20}, () => connect(Number(port), hostname));
  const half = connect(Number(port), hostname);
  for (const socket of [...idle, half]) socket.on('error', () => undefined);
  half.write(
    `POST /v1/communities/eemsdelta/initiatives HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer ${key}\r\nIdempotency-Key: half-a-request\r\nContent-Length: 1000\r\n\r\n{"na`,
  );
  const holder = new pg.Client({connectionString: databaseUrl});
  holder.on('error', () => undefined);
  await holder.connect();
  await holder.query('begin');
  await holder.query('select from event_heads for update');
  const waiting = Array.from({length: 8}, (_, number) =>
    fetch(`${server.url}/v1/communities/eemsdelta/initiatives`, {
      method: 'POST',
      body: JSON.stringify({name: 'Traag', kind: 'other', summary: {nl: 'x'}}),
      headers: {'Content-Type': 'application/json', Authorization: `Bearer ${key}`, 'Idempotency-Key': `waiting-for-ever-${number % 4}`},
    }).then(
      ({status}) => status,
      () => 'cut off',
    ),
  );
  await sleep(1500);

  const end = await endProcess(server);

  expect([end.code, end.signal]).toEqual([0, null]);
  expect(end.seconds).toBeLessThan(5);
  expect(isAlive(postmaster)).toBe(false);
  expect(end.stderr).not.toMatch(/unhandled|uncaught/i);
  found.figure('SIGTERM, 20 open connections, half a request, 8 requests that wait for a lock', `${end.seconds.toFixed(2)} s`);
  found.figure('those eight', [...new Set((await Promise.all(waiting)).map(String))].join(', '));
});

test('a second server on another’s database ends in time while its requests wait', async () => {
  const {environment, databaseUrl} = await aServer();
  const second = await startServerProcess({DATABASE_URL: databaseUrl, LOG_LEVEL: 'warn'});
  const key = await aKey(environment, 'eemsdelta');
  const holder = new pg.Client({connectionString: databaseUrl});
  holder.on('error', () => undefined);
  await holder.connect();
  await holder.query('begin');
  await holder.query('select from event_heads for update');
  const waiting = fetch(`${second.url}/v1/communities/eemsdelta/initiatives`, {
    method: 'POST',
    body: JSON.stringify({name: 'Nooit', kind: 'other', summary: {nl: 'x'}}),
    headers: {'Content-Type': 'application/json', Authorization: `Bearer ${key}`, 'Idempotency-Key': 'never-to-be-there'},
  }).catch(() => null);
  await sleep(1000);

  const end = await endProcess(second);
  await waiting;
  await holder.query('rollback');
  await sleep(500);

  expect(end.code).toBe(0);
  expect(end.seconds).toBeLessThan(5);
  const {rows} = await holder.query<{count: string}>(`select count(*) from initiatives where name = 'Nooit'`);
  expect(rows[0]?.count).toBe('0');
  await holder.end();
  found.figure('SIGTERM, on another’s database, one request that waits', `${end.seconds.toFixed(2)} s, nothing written`);
});

test('a signal at any moment of the start leaves no PostgreSQL behind', async () => {
  const outcomes: string[] = [];
  for (const milliseconds of [50, 200, 400, 600, 800, 1000, 1300, 1700, 2200, 3000]) {
    const folder = await aDataFolder();
    const starting = startBuurtkit(['serve'], {BUURTKIT_DATA: folder.path, PORT: '0', LOG_LEVEL: 'warn'});
    await sleep(milliseconds);
    const end = await endProcess(starting);
    outcomes.push(`${milliseconds} ms: ${end.code ?? end.signal} in ${end.seconds.toFixed(1)} s`);

    expect([0, null]).toContain(end.code);
    expect((await runBuurtkit(['database-url'], {BUURTKIT_DATA: folder.path})).code).toBe(1);
    await folder.remove();
  }
  found.figure('SIGTERM while it starts', outcomes.join('; '));
});

test('with its PostgreSQL killed it says so, stays, and can be ended and started again with all that was there', async () => {
  const {server, environment, postmaster} = await aServer();
  expect((await fetch(`${server.url}/health`)).status).toBe(200);
  process.kill(postmaster, 'SIGKILL');
  await isOver(postmaster, 5);

  for (const round of [1, 2, 3]) {
    const health = await fetch(`${server.url}/health`);
    const list = await fetch(`${server.url}/v1/communities/buurtkracht/initiatives`);
    const page = await fetch(`${server.url}/buurtkracht/initiatieven`, {headers: {Accept: 'text/html'}});
    expect([round, health.status, list.status, page.status]).toEqual([round, 503, 503, 503]);
    expect(await health.json()).toMatchObject({status: 'failing', database: 'failing'});
    expect(await list.json()).toMatchObject({code: 'server.unavailable', status: 503});
    expect([list.headers.get('Retry-After'), page.headers.get('Retry-After')]).toEqual(['5', '5']);
    expect(list.headers.get('Content-Type')).toBe('application/problem+json');
  }
  expect(server.child.exitCode).toBeNull();
  expect(server.printed.stderr).not.toMatch(/unhandled|uncaught/i);

  const end = await endProcess(server);
  expect([end.code, end.seconds < 5]).toEqual([0, true]);
  const again = await startServerProcess(environment);
  expect(await (await fetch(`${again.url}/v1/communities/buurtkracht/initiatives`)).json()).toMatchObject({total: 16});
  found.figure('PostgreSQL killed: SIGTERM afterwards', `${end.seconds.toFixed(2)} s`);
  found.figure('ready again after that', `${(again.readyAfter / 1000).toFixed(1)} s`);
  await endProcess(again);
});

/** Stands between a server and PostgreSQL, and can be cut like a cable. */
async function aCable(databaseUrl: string): Promise<{url: string; cut(): void; mend(): void}> {
  const to = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let isCut = false;
  const proxy = createServer((incoming) => {
    if (isCut) return void incoming.destroy();
    const outgoing = connect(Number(to.port), to.hostname);
    for (const socket of [incoming, outgoing]) {
      sockets.add(socket);
      socket
        .on('error', () => undefined)
        .on('close', () => {
          incoming.destroy();
          outgoing.destroy();
        });
    }
    incoming.pipe(outgoing).pipe(incoming);
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  onTestFinished(() => void proxy.close());
  const address = proxy.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const url = new URL(databaseUrl);
  url.port = String(address.port);
  return {
    url: url.href,
    cut: () => {
      isCut = true;
      for (const socket of sockets) socket.destroy();
    },
    mend: () => {
      isCut = false;
    },
  };
}

test('with the way to its database cut ten times under load it says 503, and is itself again as soon as the way is there', async () => {
  const {databaseUrl} = await aServer();
  const cable = await aCable(databaseUrl);
  const server = await startServerProcess({DATABASE_URL: cable.url, LOG_LEVEL: 'silent'});
  const statuses = new Map<number, number>();
  const list = async () => {
    const {status} = await fetch(`${server.url}/v1/communities/buurtkracht/initiatives?facets=kind`);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    return status;
  };
  const recoveries: number[] = [];
  for (let round = 0; round < 10; round += 1) {
    const underWay = Array.from({length: 30}, list);
    await sleep(round * 12);
    cable.cut();
    await Promise.all(underWay);
    expect(await list()).toBe(503);
    expect((await fetch(`${server.url}/health`)).status).toBe(503);
    cable.mend();
    const start = performance.now();
    while ((await list()) !== 200) expect(performance.now() - start).toBeLessThan(10_000);
    recoveries.push(performance.now() - start);
    expect((await fetch(`${server.url}/health`)).status).toBe(200);
  }

  expect([...statuses.keys()].sort()).toEqual([200, 503]);
  expect(server.printed.stderr).not.toMatch(/unhandled|uncaught/i);
  const end = await endProcess(server);
  expect(end.code).toBe(0);
  found.figure('cable to PostgreSQL cut ten times: answers', [...statuses].map(([status, count]) => `${count} × ${status}`).join(', '));
  found.figure('longest way back', `${Math.max(...recoveries).toFixed(0)} ms`);
});

test('a signal to the whole group of npm start ends the server and its PostgreSQL', async () => {
  const folder = await aDataFolder();
  onTestFinished(folder.remove);
  const {PATH = '', HOME = '/root'} = process.env;
  const child = spawn('npm', ['start'], {
    cwd: root,
    detached: true,
    env: {PATH, HOME, BUURTKIT_DATA: folder.path, PORT: '0', LOG_LEVEL: 'warn'},
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  onTestFinished(() => endGroup(child.pid));
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => (stdout += part));
  const ended = once(child, 'close');
  for (const until = Date.now() + 120_000; !stdout.includes('Buurtkit: ') && Date.now() < until; await sleep(50));
  expect(stdout).toContain('Buurtkit: http://127.0.0.1:');
  const postmaster = await postmasterOf((await runBuurtkit(['database-url'], {BUURTKIT_DATA: folder.path})).stdout.trim());

  const start = performance.now();
  process.kill(-(child.pid ?? 0), 'SIGTERM');
  await ended;

  expect(await isOver(postmaster, 5)).toBe(true);
  const seconds = (performance.now() - start) / 1000;
  expect(seconds).toBeLessThan(5);
  expect((await runBuurtkit(['database-url'], {BUURTKIT_DATA: folder.path})).code).toBe(1);
  found.figure('SIGTERM to the group of npm start', `${seconds.toFixed(2)} s`);
});

test('npx finds the pinned Node, also when the one of the system is older', async () => {
  const {PATH = '', HOME = '/root'} = process.env;
  const systemFirst = PATH.split(':')
    .filter((folder) => !folder.includes('node_modules'))
    .join(':');
  const child = spawn('npx', ['--no', 'buurtkit', 'openapi'], {
    cwd: root,
    env: {PATH: systemFirst, HOME},
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => (stdout += part));
  const [code] = (await once(child, 'close')) as [number];
  const plain = spawn('node', [join(root, 'packages/server/bin/buurtkit.mjs'), 'communities', 'show'], {
    env: {PATH: systemFirst, HOME},
    stdio: 'ignore',
  });
  const [usage] = (await once(plain, 'close')) as [number];

  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({openapi: expect.stringMatching(/^3\.1/)});
  expect(usage).toBe(2);
  found.figure('npx with the system’s Node first in PATH', `exit ${code}; by itself with wrong usage exit ${usage}`);
});

function endGroup(leader: number | undefined): void {
  try {
    if (leader !== undefined) process.kill(-leader, 'SIGKILL');
  } catch {
    // It had ended, as it should.
  }
}
