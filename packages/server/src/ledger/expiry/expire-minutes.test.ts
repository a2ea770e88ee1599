import {afterAll, expect, test} from 'vitest';
import {inTransaction} from '../../scope.ts';
import {createTestApp} from '../../testing/test-app.ts';
import {findAccountRow} from '../accounts/account-row.ts';
import {postEntry} from '../entries/post-entry.ts';
import {verifyLedger} from '../proof/verify-ledger.ts';
import {aLedger, aMemberOf, aRequest, type LedgerUnderTest} from '../testing/a-ledger.ts';
import {expireMinutes} from './expire-minutes.ts';
import {nextExpiring} from './expiring.ts';

const app = await createTestApp();
afterAll(() => app.close());

const on = (ledger: LedgerUnderTest, day: string): LedgerUnderTest['scope'] => ({
  ...ledger.scope,
  caller: {kind: 'server'},
  now: new Date(`${day}T09:00:00Z`),
});

async function move(ledger: LedgerUnderTest, day: string, from: string, to: string, minutes: number): Promise<void> {
  const lines = [
    {accountId: from, minutes: -minutes},
    {accountId: to, minutes},
  ];
  await inTransaction(on(ledger, day), (scope) => postEntry(scope, {request: aRequest(), kind: 'hours', lines}));
}

const balance = (ledger: LedgerUnderTest, id: string) =>
  inTransaction(ledger.scope, async (scope) => Number((await findAccountRow(scope, id))!.balance));

/** Every day from one to another, as a server does that sweeps now and then. */
async function live(ledger: LedgerUnderTest, from: string, until: string): Promise<void> {
  for (let day = from; day <= until; day = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)) {
    await expireMinutes(on(ledger, day));
    await expireMinutes(on(ledger, day));
  }
}

async function announced(ledger: LedgerUnderTest): Promise<string[]> {
  const rows = await app.database.owner
    .selectFrom('expiry_announcements')
    .select(['announced_at', 'expires_on', 'days_ahead', 'minutes'])
    .where('community_id', '=', ledger.scope.community.id)
    .orderBy('announced_at')
    .execute();
  return rows.map(
    (row) => `${row.announced_at.toISOString().slice(0, 10)}: ${row.minutes} on ${row.expires_on}, ${row.days_ahead} days ahead`,
  );
}

test('what nobody gives goes to the fund after the term, told 60 and 14 days ahead, once', async () => {
  const ledger = await aLedger(app, {expiresAfterMonths: 12});
  const anna = await aMemberOf(app, ledger);
  await move(ledger, '2025-01-20', ledger.issuance, anna.accountId, 100);
  await move(ledger, '2025-03-05', ledger.issuance, anna.accountId, 30);

  await live(ledger, '2025-11-25', '2026-02-10');

  expect(await announced(ledger)).toEqual([
    '2025-12-03: 100 on 2026-02-01, 60 days ahead',
    '2026-01-18: 100 on 2026-02-01, 14 days ahead',
    '2026-01-31: 30 on 2026-04-01, 60 days ahead',
  ]);
  expect([await balance(ledger, anna.accountId), await balance(ledger, ledger.fund)]).toEqual([30, 100]);
  app.setNow(on(ledger, '2026-02-10').now);
  await app.sweep();
  expect(app.mails.filter(({subject}) => subject.startsWith('Geef iets voor')).length).toBe(3);
  expect(await verifyLedger(ledger.scope)).toEqual([]);
});

test('what is given meanwhile doesn’t go, and what comes meanwhile counts anew', async () => {
  const ledger = await aLedger(app, {expiresAfterMonths: 12});
  const [anna, bram] = [await aMemberOf(app, ledger), await aMemberOf(app, ledger)];
  await move(ledger, '2025-01-20', ledger.issuance, anna.accountId, 100);
  await live(ledger, '2025-12-01', '2026-01-25');
  await move(ledger, '2026-01-26', anna.accountId, bram.accountId, 60);
  await move(ledger, '2026-01-27', ledger.issuance, anna.accountId, 45);

  expect(await inTransaction(on(ledger, '2026-01-28'), (scope) => nextExpiring(scope, anna.accountId))).toEqual({
    on: '2026-02-01',
    minutes: 40,
  });
  await live(ledger, '2026-01-28', '2026-02-02');

  expect([await balance(ledger, anna.accountId), await balance(ledger, ledger.fund)]).toEqual([45, 40]);
});

test('nothing goes that was not told, and where credits stay nothing ever goes', async () => {
  const ledger = await aLedger(app, {expiresAfterMonths: 12});
  const forever = await aLedger(app);
  const [anna, piet] = [await aMemberOf(app, ledger), await aMemberOf(app, forever)];
  await move(ledger, '2025-01-20', ledger.issuance, anna.accountId, 100);
  await move(forever, '2025-01-20', forever.issuance, piet.accountId, 100);

  await live(ledger, '2026-01-25', '2026-02-20');
  await live(forever, '2026-01-25', '2026-02-20');

  expect([await balance(ledger, anna.accountId), await balance(forever, piet.accountId)]).toEqual([100, 100]);
});
