import {createServer, type Socket} from 'node:net';
import {once} from 'node:events';
import {expect, onTestFinished, test} from 'vitest';
import {migrate} from './migrate.ts';

function message(type: string, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const head = Buffer.alloc(5);
  head.write(type);
  head.writeInt32BE(content.length + 4, 1);
  return Buffer.concat([head, content]);
}

const number16 = (value: number) => Buffer.from([value >> 8, value & 255]);
const number32 = (value: number) => Buffer.from([value >> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255]);
const text = (value: string) => Buffer.from(`${value}\0`);
const column = (name: string) =>
  Buffer.concat([text(name), number32(0), number16(0), number32(25), number16(-1 & 0xffff), number32(-1), number16(0)]);
const value = (content: string) => Buffer.concat([number32(content.length), Buffer.from(content)]);
const ready = message('Z', Buffer.from('I'));

/** Answers as PostgreSQL of that version does: lets everybody in, and says how old it is. */
function answerAs(version: {number: string; name: string}, socket: Socket): void {
  let hasStarted = false;
  socket.on('error', () => undefined);
  socket.on('data', (data) => {
    if (!hasStarted) {
      hasStarted = true;
      socket.write(Buffer.concat([message('R', number32(0)), ready]));
    } else if (data[0] === 'Q'.charCodeAt(0))
      socket.write(
        Buffer.concat([
          message('T', number16(2), column('server_version_num'), column('server_version')),
          message('D', number16(2), value(version.number), value(version.name)),
          message('C', text('SELECT 1')),
          ready,
        ]),
      );
    else socket.end();
  });
}

async function aPostgres(version: {number: string; name: string}): Promise<string> {
  const server = createServer((socket) => answerAs(version, socket)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `postgres://buurtkit@127.0.0.1:${address.port}/buurtkit`;
}

test('a PostgreSQL that is too old is named with its version, and nothing is done to it', async () => {
  const url = await aPostgres({number: '170006', name: '17.6 (Debian 17.6-1)'});

  await expect(migrate(url)).rejects.toMatchObject({code: 'database-too-old', message: expect.stringContaining('17.6 (Debian 17.6-1)')});
});

test.each(['postgres://user:secret@host:port/database', 'postgres://[::1', 'postgres://user:secret@ho st/database'])(
  'an address that is none (%s) is said in words, without the password',
  async (url) => {
    const failure = migrate(url);

    await expect(failure).rejects.toMatchObject({code: 'database-unreachable', message: expect.stringContaining('DATABASE_URL')});
    await expect(failure).rejects.not.toMatchObject({message: expect.stringContaining('secret')});
  },
);
