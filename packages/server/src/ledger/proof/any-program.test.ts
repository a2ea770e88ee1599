import {readFileSync, writeFileSync} from 'node:fs';
import type {ProblemCode} from '@buurtkit/contract';
import fc from 'fast-check';
import {sql} from 'kysely';
import {Temporal} from 'temporal-polyfill';
import {afterAll, expect, test} from 'vitest';
import {ProblemError} from '../../problem-error.ts';
import type {TrxScope} from '../../scope.ts';
import {createTestApp} from '../../testing/test-app.ts';
import {findAccountRow, findAccountRows} from '../accounts/account-row.ts';
import {balanceAt} from '../accounts/balance-at.ts';
import {freezeAccount, setLimits} from '../accounts/decide-on-account.ts';
import {postEntry, type EntryRequest} from '../entries/post-entry.ts';
import {readStatement} from '../entries/read-statement.ts';
import {reverseEntry} from '../entries/reverse-entry.ts';
import {holdMinutes, postHold, voidHold} from '../holds/minutes-hold.ts';
import {acceptRequest, refuseRequest, withdrawRequest} from '../requests/answer-request.ts';
import {askMinutes} from '../requests/ask-minutes.ts';
import {changeCreditSettings} from '../change-credit-settings.ts';
import {aLedger, aMemberOf, aRequest} from '../testing/a-ledger.ts';
import {LedgerModel, nth, sides, type Settings, type Side, type Step} from '../testing/ledger-model.ts';
import {createTransfer, createTransferBatch} from '../transfers/create-transfer.ts';
import {ledgerLines} from './export-ledger.ts';
import {verifyExport} from './verify-export.ts';
import {verifyLedger} from './verify-ledger.ts';

type Program = {settings: Settings; steps: Step[]};

const runs = Number(process.env['BUURTKIT_PROPERTY_RUNS'] ?? 100);
/** Programs that once failed, and run first ever since. */
const kept = new URL('kept-programs.json', import.meta.url);

const app = await createTestApp();
afterAll(() => app.close());

const ledger = await aLedger(app);
const named = async (name: string) => (await aMemberOf(app, ledger, {name, email: null})).accountId;
const accounts: Record<Side | 'nowhere', string> = {
  anna: await named('Anna'),
  bram: await named('Bram'),
  chris: await named('Chris'),
  fund: ledger.fund,
  nowhere: ledger.issuance,
};
/** Three months with the end of summer time in them. */
const beginning = new Date('2026-10-20T10:00:00Z').getTime();
const momentOf = (hours: number) => new Date(beginning + hours * 3_600_000);

const side = fc.constantFrom(...sides);
const minutes = fc.oneof({weight: 9, arbitrary: fc.integer({min: 1, max: 20}).map((steps) => steps * 30)}, fc.constantFrom(15, 20, 45));
const hours = fc.constantFrom(1, 24, 24 * 20);
const which = fc.nat({max: 9});
const step: fc.Arbitrary<Step> = fc.oneof(
  {weight: 6, arbitrary: fc.record({act: fc.constant('give' as const), from: side, to: side, minutes})},
  fc.record({act: fc.constant('give to all' as const), from: side, minutes}),
  {weight: 2, arbitrary: fc.record({act: fc.constant('ask' as const), from: side, to: side, minutes, hours})},
  {weight: 4, arbitrary: fc.record({act: fc.constantFrom('accept', 'refuse', 'withdraw'), which})},
  {weight: 3, arbitrary: fc.record({act: fc.constant('hold' as const), from: side, to: side, minutes, hours})},
  {weight: 3, arbitrary: fc.record({act: fc.constant('post' as const), which, minutes: fc.option(minutes)})},
  fc.record({act: fc.constantFrom('void' as const, 'turn back' as const), which}),
  fc.record({act: fc.constant('say again' as const), which, isOther: fc.boolean()}),
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('hours' as const),
      whose: fc.uniqueArray(fc.constantFrom('anna', 'bram', 'chris'), {minLength: 1, maxLength: 3}),
      minutes: fc.integer({min: 1, max: 500}),
    }),
  },
  fc.record({
    act: fc.constant('limit' as const),
    whose: side,
    min: fc.option(fc.integer({min: -20, max: 0}).map((steps) => steps * 30)),
    max: fc.option(fc.integer({min: 0, max: 20}).map((steps) => steps * 30)),
  }),
  fc.record({act: fc.constant('freeze' as const), whose: side, isFrozen: fc.boolean()}),
  {weight: 2, arbitrary: fc.record({act: fc.constant('wait' as const), hours: fc.constantFrom(1, 6, 24, 24 * 20)})},
  fc.record({act: fc.constant('tidy up' as const)}),
);
const program: fc.Arbitrary<Program> = fc.record({
  settings: fc.record({
    allowsBelowZero: fc.boolean(),
    memberMax: fc.constantFrom(null, 600),
    stepMinutes: fc.constantFrom(15 as const, 30 as const),
  }),
  steps: fc.array(step, {minLength: 5, maxLength: 25}),
});

test(
  'whatever people do in whatever order, the ledger says what a simple count says, and every promise holds',
  {timeout: 2 * 3_600_000},
  async () => {
    const before = JSON.parse(readFileSync(kept, 'utf8')) as Program[];
    const property = fc.asyncProperty(program, (each) => putBackAfter((scope) => run(scope, each)));

    const result = await fc.check(property, {numRuns: before.length + runs, examples: before.map((each) => [each])});

    if (result.failed && result.counterexample) keep(before, result.counterexample[0]);
    expect(fc.defaultReportMessage(result) ?? 'as the rules say').toBe('as the rules say');
  },
);

/** Runs in one transaction that is never kept: no program finds anything of another. */
async function putBackAfter(work: (scope: TrxScope) => Promise<void>): Promise<void> {
  const trx = await app.database.app.startTransaction().execute();
  try {
    await sql`select set_config('buurtkit.community_id', ${ledger.scope.community.id}, true)`.execute(trx);
    await work({...ledger.scope, trx});
  } finally {
    await trx.rollback().execute();
  }
}

async function run(atFirst: TrxScope, {settings, steps}: Program): Promise<void> {
  await changeCreditSettings(atFirst, settings);
  const model = new LedgerModel(settings);
  const players = new Players();
  let before = told(model);
  for (const [index, each] of steps.entries()) {
    const scope = {...atFirst, now: momentOf(model.now)};
    const code = await attempt(scope, () => players.play(scope, each));
    const expected = model.act(each);

    expect({index, ...each, code}).toEqual({index, ...each, code: expected});
    const after = await standings({...scope, now: momentOf(model.now)});
    if (each.act !== 'turn back' && each.act !== 'limit') expectNoneWorse(model, before, after);
    expect(after).toEqual(told(model));
    before = after;
  }
  const end = {...atFirst, now: momentOf(model.now)};
  await expectMonthsToMeet(end, model);
  await expectThePast(end, model);
  await sql`select keep_checkpoint('2026-12-31', ${end.now}::timestamptz)`.execute(end.trx);
  expect(await verifyLedger(end)).toEqual([]);
  expect((await verifyExport(exported(end))).faults).toEqual([]);
}

/** What is done by whom as the people themselves do it; refused, nothing of it stays. */
async function attempt({trx}: TrxScope, play: () => Promise<unknown>): Promise<ProblemCode | null> {
  await sql`savepoint step`.execute(trx);
  try {
    await play();
    await sql`release savepoint step`.execute(trx);
    return null;
  } catch (error) {
    await sql`rollback to savepoint step`.execute(trx);
    if (error instanceof ProblemError) return error.code;
    throw error;
  }
}

/** Remembers the ids of what was made, in the order of the model. */
class Players {
  readonly #entries: EntryRequest[] = [];
  readonly #holds: string[] = [];
  readonly #asked: string[] = [];

  async play(scope: TrxScope, each: Step): Promise<void> {
    switch (each.act) {
      case 'give':
        return this.#write((request) =>
          createTransfer(scope, {fromAccountId: accounts[each.from], toAccountId: accounts[each.to], minutes: each.minutes}, request),
        );
      case 'give to all': {
        const lines = sides.filter((to) => to !== each.from).map((to) => ({toAccountId: accounts[to], minutes: each.minutes}));
        return this.#write((request) => createTransferBatch(scope, {fromAccountId: accounts[each.from], lines}, request));
      }
      case 'ask': {
        const asked = {fromAccountId: accounts[each.from], toAccountId: accounts[each.to], minutes: each.minutes};
        const {id} = await askMinutes(scope, {...asked, expiresAt: later(scope, each.hours)});
        return void this.#asked.push(id);
      }
      case 'accept':
        return this.#with(this.#asked, each.which, (id) => this.#write((request) => acceptRequest(scope, id, request)));
      case 'refuse':
        return this.#with(this.#asked, each.which, (id) => refuseRequest(scope, id));
      case 'withdraw':
        return this.#with(this.#asked, each.which, (id) => withdrawRequest(scope, id));
      case 'hold': {
        const held = {fromAccountId: accounts[each.from], toAccountId: accounts[each.to], minutes: each.minutes};
        const {id} = await holdMinutes(scope, {...held, expiresAt: later(scope, each.hours)});
        return void this.#holds.push(id);
      }
      case 'post':
        return this.#with(this.#holds, each.which, (id) =>
          this.#write((request) => postHold(scope, id, each.minutes === null ? {} : {minutes: each.minutes}, request)),
        );
      case 'void':
        return this.#with(this.#holds, each.which, (id) => voidHold(scope, id));
      case 'turn back':
        return this.#with(this.#entries, each.which, ({id}) => this.#write((request) => reverseEntry(scope, id, 'Vergist', request)));
      case 'say again':
        return this.#with(this.#entries, each.which, async (request) => {
          const sameName = each.isOther ? {...request, hash: Buffer.alloc(32, 1)} : request;
          const {isReplay} = await createTransfer(scope, {fromAccountId: accounts.anna, toAccountId: accounts.bram, minutes: 30}, sameName);
          expect(isReplay).toBe(true);
        });
      case 'hours': {
        const got = each.whose.map((whose) => ({accountId: accounts[whose], minutes: each.minutes}));
        const lines = [{accountId: accounts.nowhere, minutes: -each.minutes * got.length}, ...got];
        return this.#write((request) => postEntry(scope, {request, kind: 'hours', lines}));
      }
      case 'limit':
        return void (await setLimits(scope, accounts[each.whose], {min: each.min, max: each.max, reason: 'Afgesproken'}));
      case 'freeze':
        return void (await freezeAccount(scope, accounts[each.whose], {isFrozen: each.isFrozen, reason: 'Telefoon kwijt'}));
      case 'wait':
        return;
      case 'tidy up':
        return void (await sql`select expire_holds(${scope.now}::timestamptz)`.execute(scope.trx));
    }
  }

  async #write(write: (request: EntryRequest) => Promise<{isReplay: boolean}>): Promise<void> {
    const request = aRequest();
    expect(await write(request)).toMatchObject({isReplay: false});
    this.#entries.push(request);
  }

  async #with<Item>(items: readonly Item[], number: number, act: (item: Item) => Promise<unknown>): Promise<void> {
    const item = nth(items, number);
    if (item !== undefined) await act(item);
  }
}

type Standing = {minutes: number; held: number; incoming: number};

const names = new Map(Object.entries(accounts).map(([name, id]) => [id, name]));

async function standings(scope: TrxScope): Promise<Record<string, Standing>> {
  const rows = await findAccountRows(scope, sql`true`);
  expect(rows.reduce((sum, {balance}) => sum + Number(balance), 0)).toBe(0);
  return Object.fromEntries(
    rows.map(({id, balance, held, incoming}) => [
      names.get(id),
      {minutes: Number(balance), held: Number(held), incoming: Number(incoming)},
    ]),
  );
}

function told(model: LedgerModel): Record<string, Standing> {
  const of = (who: Side | 'nowhere') => ({minutes: model.balance(who), held: model.held(who, 'from'), incoming: model.held(who, 'to')});
  return Object.fromEntries([...sides, 'nowhere' as const].map((who) => [who, of(who)]));
}

/** Nobody who is outside a limit may get further outside it. */
function expectNoneWorse(model: LedgerModel, before: Record<string, Standing>, after: Record<string, Standing>): void {
  for (const who of sides) {
    const {min, max} = model.limitsOf(who);
    const [was, is] = [before[who]!, after[who]!];
    expect(is.minutes - is.held).toBeGreaterThanOrEqual(Math.min(min, was.minutes - was.held));
    if (max !== null) expect(is.minutes + is.incoming).toBeLessThanOrEqual(Math.max(max, was.minutes + was.incoming));
  }
}

/** The months of one of them, another one in another program. */
async function expectMonthsToMeet(scope: TrxScope, model: LedgerModel): Promise<void> {
  const account = (await findAccountRow(scope, accounts[nth(sides, model.entries.length)!]))!;
  const last = Temporal.Instant.fromEpochMilliseconds(scope.now.getTime()).toZonedDateTimeISO(scope.community.timeZone).toPlainDate();
  let opening = 0;
  for (let day = Temporal.PlainDate.from('2026-10-01'); Temporal.PlainDate.compare(day, last) <= 0; day = day.add({months: 1})) {
    const {openingMinutes, receivedMinutes, givenMinutes, closingMinutes, lines} = await readStatement(
      scope,
      account,
      day.toString().slice(0, 7),
    );
    expect(openingMinutes).toBe(opening);
    expect(openingMinutes + receivedMinutes - givenMinutes).toBe(closingMinutes);
    expect(lines.reduce((sum, line) => sum + line.minutes, opening)).toBe(closingMinutes);
    opening = closingMinutes;
  }
  expect(opening).toBe(Number(account.balance));
}

/** What stood somewhere at a moment is what all that was written up to then comes to. */
async function expectThePast(scope: TrxScope, model: LedgerModel): Promise<void> {
  const middle = nth(model.entries, Math.floor(model.entries.length / 2))?.at ?? 0;
  for (const at of [middle - 1, middle, middle + 1])
    for (const name of sides) expect(await balanceAt(scope, accounts[name], momentOf(at))).toBe(model.balance(name, at));
}

const later = (scope: TrxScope, by: number) => new Date(scope.now.getTime() + by * 3_600_000).toISOString();

async function* exported(scope: TrxScope): AsyncGenerator<string> {
  for await (const line of ledgerLines(scope)) yield JSON.stringify(line);
}

function keep(before: readonly Program[], failed: Program): void {
  const known = before.map((each) => JSON.stringify(each));
  if (!known.includes(JSON.stringify(failed))) writeFileSync(kept, `${JSON.stringify([...before, failed], null, 2)}\n`);
}
