import {connect} from 'node:net';
import {problemSchema} from '@buurtkit/contract';
import {afterAll, describe, expect, test} from 'vitest';
import {readConfig} from '../config.ts';
import {startServer} from '../start-server.ts';
import {createTestDatabase} from '../testing/test-database.ts';

const opened = await createTestDatabase();
const server = await startServer({
  config: readConfig({DATABASE_URL: opened.urls.owner, PORT: '0', LOG_LEVEL: 'silent', BUURTKIT_PUBLIC_URL: 'https://buurt.example.nl'}),
});
afterAll(async () => {
  await server.stop();
  await opened.close();
});

/** Sends bytes as they are, and gives back all that came until the server hung up. */
function send(text: string): Promise<{status: number; headers: Headers; body: string}> {
  const {hostname, port} = new URL(server.url);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket
      .setEncoding('utf8')
      .on('data', (part: string) => (answer += part))
      .on('error', reject);
    socket.on('close', () => {
      const [head = '', body = ''] = answer.split('\r\n\r\n');
      const [first = '', ...lines] = head.split('\r\n');
      const headers = new Headers(lines.map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]));
      resolve({status: Number(first.split(' ')[1]), headers, body});
    });
  });
}

describe.each([
  ['no HTTP at all', 'zomaar wat\r\n\r\n', 'request.malformed'],
  ['a method that nobody knows', 'FOO /v1/communities HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 'request.malformed'],
  ['no Host', 'GET /v1/communities HTTP/1.1\r\nConnection: close\r\n\r\n', 'request.malformed'],
  ['a Host that is none', 'GET /v1/communities HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n', 'request.malformed'],
  ['a Host with a path in it', 'GET /v1/communities HTTP/1.1\r\nHost: a/b?c\r\nConnection: close\r\n\r\n', 'request.malformed'],
  ['a star for an address', 'OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 'request.malformed'],
  ['a length below nothing', 'POST /v1/communities HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n', 'request.malformed'],
  [
    'two lengths',
    'POST /v1/communities HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n',
    'request.malformed',
  ],
  [
    'a head of 20 kB',
    `GET /v1/communities HTTP/1.1\r\nHost: x\r\nX-Much: ${'x'.repeat(20_000)}\r\nConnection: close\r\n\r\n`,
    'request.too-large',
  ],
  ['an address of 30 kB', `GET /${'x'.repeat(30_000)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`, 'request.too-large'],
])('%s', (_name, text, code) => {
  test('is refused as everything else is: a problem, with the headers of every answer', async () => {
    const {status, headers, body} = await send(text);
    const problem = problemSchema.parse(JSON.parse(body));

    expect(problem).toMatchObject({code, status});
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/problem+json',
      'api-version': '1.0.0',
      'x-content-type-options': 'nosniff',
      'x-request-id': problem.requestId,
      'strict-transport-security': expect.stringContaining('max-age'),
    });
  });
});

test('a public address over https is told to browsers from the first answer, and stands in links', async () => {
  const response = await fetch(`${server.url}/v1/openapi.json`);

  expect(response.headers.get('Strict-Transport-Security')).toContain('max-age');
  expect(await response.json()).toMatchObject({servers: [{url: expect.stringContaining('https://buurt.example.nl')}]});
});

test('who hangs up halfway is no trouble of ours', async () => {
  const {hostname, port} = new URL(server.url);
  await new Promise<void>((resolve) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write('POST /v1/communities HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{"na');
      setTimeout(() => socket.destroy(), 50);
    }).on('close', () => resolve());
  });

  expect((await fetch(`${server.url}/health`)).status).toBe(200);
});
