import {setTimeout as sleep} from 'node:timers/promises';
import {afterAll, expect, test} from 'vitest';
import {proof} from '../../../scripts/proof.mjs';
import {writesPerMinute} from '../src/doors/rate-limits.ts';
import {aDataFolder, endProcess, runBuurtkit, startServerProcess} from '../src/testing/own-process.ts';
import {aProof} from '../src/testing/proof-of-work.ts';

const flood = 10_000;
const atOnce = 40;

const found = proof('flood');
const folder = await aDataFolder();
const environment = {BUURTKIT_DATA: folder.path, LOG_LEVEL: 'warn'};
const server = await startServerProcess(environment);
const community = `${server.url}/v1/communities/zierikzee`;

afterAll(async () => {
  await endProcess(server);
  found.note('Submissions from one address, each with a body that is right; the first forty with a proof of work that is right too.');
  await found.write();
  await folder.remove();
});

test('ten thousand submissions from one address bring no more mails than the limit, and readers are served meanwhile', async () => {
  await runBuurtkit(['communities', 'create', 'zierikzee'], environment);
  const proofs = await Promise.all(Array.from({length: writesPerMinute + 10}, () => aProof((path) => fetch(`${server.url}${path}`))));
  const statuses = new Map<number, number>();
  let sent = 0;
  const sendOn = async () => {
    while (sent < flood) {
      sent += 1;
      const number = sent;
      const {status, body} = await fetch(`${community}/submissions`, {
        method: 'POST',
        body: JSON.stringify({content: {name: `Tuin ${number}`, kind: 'other', summary: {nl: 'x'}}, email: `buur${number}@example.nl`}),
        headers: {'Content-Type': 'application/json', 'Idempotency-Key': `flood-${number}`, ...proofs[number - 1]},
      });
      await body?.cancel();
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };

  const start = performance.now();
  const senders = Promise.all(Array.from({length: atOnce}, sendOn));
  const waits: number[] = [];
  while (sent < flood) {
    const asked = performance.now();
    expect((await fetch(`${community}/initiatives`)).status).toBe(200);
    waits.push(performance.now() - asked);
    await sleep(20);
  }
  await senders;
  const seconds = (performance.now() - start) / 1000;
  await sleep(2000);

  // The minute begins with the first of them: a slow machine sends on into the next.
  const limit = writesPerMinute * (1 + Math.floor(seconds / 60));
  const mails = (await (await fetch(`${server.url}/dev/mail.json`)).json()) as unknown[];
  const sorted = waits.toSorted((one, other) => one - other);
  expect(mails.length).toBeGreaterThan(0);
  expect(mails.length).toBeLessThanOrEqual(limit);
  expect(statuses.get(202)).toBe(mails.length);
  expect((statuses.get(202) ?? 0) + (statuses.get(403) ?? 0)).toBeLessThanOrEqual(limit);
  expect(statuses.get(429)).toBeGreaterThanOrEqual(flood - limit);
  expect(sorted.at(Math.floor(sorted.length * 0.95))).toBeLessThan(5000);
  found.figure('submissions sent', `${flood} in ${seconds.toFixed(1)} s, ${atOnce} at a time`);
  found.figure('answers', [...statuses].map(([status, count]) => `${count} × ${status}`).join(', '));
  found.figure('mails that left', `${mails.length}, limit ${limit}`);
  found.figure(
    'readers meanwhile',
    `${waits.length}, median ${sorted.at(Math.floor(sorted.length / 2))?.toFixed(0)} ms, slowest ${sorted.at(-1)?.toFixed(0)} ms`,
  );
});
