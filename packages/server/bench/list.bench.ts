import {once} from 'node:events';
import {createServer, request, Agent, type Server} from 'node:http';
import {getRequestListener} from '@hono/node-server';
import {Hono} from 'hono';
import {findCommunity} from '../src/communities/store.ts';
import {createApp} from '../src/http/app.ts';
import {listInitiatives} from '../src/initiatives/list-initiatives.ts';
import {seedDemo} from '../src/seed/seed-demo.ts';
import {testServices} from '../src/testing/test-services.ts';
import {benchDatabase} from './bench-database.ts';

type Bench = {measure(name: string, act: () => unknown, options?: {repetitions?: number}): Promise<number>};

const path = '/v1/communities/buurtkracht/initiatives?facets=kind,theme';
const inARow = 50;

/** The list over HTTP, next to what it can't be faster than: its own query through the same pool, and a route that does nothing. */
export async function bench({measure}: Bench): Promise<void> {
  const opened = await benchDatabase();
  const agent = new Agent({keepAlive: true, maxSockets: 1});
  const {database, config} = opened;
  await seedDemo(database, new Date());
  const community = await findCommunity(database, 'buurtkracht');
  if (!community) throw new Error('The demo has no buurtkracht.');
  const scope = {
    database,
    community,
    caller: {kind: 'anonymous'} as const,
    language: 'nl' as const,
    now: new Date(),
    publicUrl: 'http://localhost',
  };

  const app = createApp(testServices(database, {config, publicUrl: 'http://localhost'}));
  const constant = new Hono().get('/constant', (c) => c.json({data: [], total: 0, next: null, facets: {}}));
  const servers = [await listen(app), await listen(constant)];
  const [ours, bare] = servers.map(addressOf);
  const times = async (act: () => Promise<unknown>) => {
    for (let count = 0; count < inARow; count += 1) await act();
  };

  await measure(`list over HTTP, with two facets, ${inARow} in a row`, () => times(() => get(`${ours}${path}`, agent)));
  await measure(`the same query through the same pool, ${inARow} in a row`, () =>
    times(() => listInitiatives(scope, {facets: ['kind', 'theme']})),
  );
  await measure(`a Hono route that returns a constant, ${inARow} in a row`, () => times(() => get(`${bare}/constant`, agent)));

  agent.destroy();
  for (const server of servers) server.close();
  await opened.close();
}

async function listen(app: {fetch: Parameters<typeof getRequestListener>[0]}): Promise<Server> {
  const listener = getRequestListener(app.fetch);
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function addressOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}`;
}

async function get(url: string, agent: Agent): Promise<void> {
  const [response] = (await once(request(url, {agent}).end(), 'response')) as [AsyncIterable<Buffer> & {statusCode?: number}];
  let bytes = 0;
  for await (const chunk of response) bytes += chunk.length;
  if (response.statusCode !== 200 || bytes === 0) throw new Error(`${url} answered ${response.statusCode}.`);
}
