import type {ProblemCode} from '@buurtkit/contract';
import {sql} from 'kysely';
import {openAccount} from '../../ledger/accounts/open-account.ts';
import {postEntry} from '../../ledger/entries/post-entry.ts';
import {keepApart, letGo} from '../../ledger/holds/minutes-hold.ts';
import {ownRequest} from '../../ledger/own-request.ts';
import {ProblemError} from '../../problem-error.ts';
import type {TrxScope} from '../../scope.ts';
import type {ExchangeRow, KnownExchange} from './exchange-row.ts';
import {doingTerm, later, lookingTerm} from './exchange-terms.ts';

type Sides = Pick<ExchangeRow, 'helper_id' | 'helped_id'>;

/** Keeps the minutes of who is helped apart for who helps, until a moment; null where a community only counts. */
export async function holdFor(scope: TrxScope, exchange: Sides & {id: string; minutes: number}, expiresAt: Date): Promise<string | null> {
  if (await onlyCounts(scope)) return null;
  const accounts = await accountsOf(scope, exchange);
  return keepApart(scope, {...accounts, minutes: exchange.minutes, expiresAt, reference: `exchange:${exchange.id}`});
}

/** Keeps them apart for longer than it may take to be done. When that can't be they stay as they are, and go at their own time. */
export async function prolongHold(scope: TrxScope, exchange: ExchangeRow): Promise<string | null> {
  let hold = await liveHold(scope, exchange);
  if (hold === null) return null;
  await attempt(scope, async () => {
    await letGo(scope, hold!);
    hold = await holdFor(scope, exchange, later(scope.now, lookingTerm));
    return 'keep';
  });
  return hold;
}

/** What would keep these minutes from being kept apart now; nothing is kept. */
export async function obstacleTo(scope: TrxScope, exchange: Sides & {id: string; minutes: number}): Promise<ProblemCode | null> {
  return attempt(scope, async () => {
    await holdFor(scope, exchange, later(scope.now, doingTerm));
    return 'undo';
  });
}

/** Lets the minutes go, when they are still apart. */
export async function releaseHold(scope: TrxScope, exchange: ExchangeRow): Promise<void> {
  const hold = await liveHold(scope, exchange);
  if (hold) await letGo(scope, hold);
}

/** Gives the minutes, and what was apart is no longer; the entry's name follows from the exchange, so that there is one. */
export async function giveMinutes(scope: TrxScope, {exchange, listing}: KnownExchange, minutes: number): Promise<string | null> {
  if (minutes === 0 || (await onlyCounts(scope))) {
    await releaseHold(scope, exchange);
    return null;
  }
  const {fromAccountId, toAccountId} = await accountsOf(scope, exchange);
  const {id} = await postEntry(scope, {
    request: ownRequest('exchange', exchange.id),
    kind: 'exchange',
    lines: [
      {accountId: fromAccountId, minutes: -minutes},
      {accountId: toAccountId, minutes},
    ],
    reference: `exchange:${exchange.id}`,
    memo: listing?.title.nl ?? null,
    holdId: await liveHold(scope, exchange),
  });
  return id;
}

/** The same, or what stands in its way: then nothing moved, and the transaction goes on. */
export async function tryToGive(
  scope: TrxScope,
  known: KnownExchange,
  minutes: number,
): Promise<{entryId: string | null} | {obstacle: ProblemCode}> {
  let entryId: string | null = null;
  const obstacle = await attempt(scope, async () => {
    entryId = await giveMinutes(scope, known, minutes);
    return 'keep';
  });
  return obstacle === null ? {entryId} : {obstacle};
}

async function accountsOf(scope: TrxScope, {helper_id, helped_id}: Sides): Promise<{fromAccountId: string; toAccountId: string}> {
  return {
    fromAccountId: await openAccount(scope, {kind: 'member', id: helped_id}),
    toAccountId: await openAccount(scope, {kind: 'member', id: helper_id}),
  };
}

async function liveHold(scope: TrxScope, {hold_id: id}: ExchangeRow): Promise<string | null> {
  if (id === null) return null;
  const hold = await scope.trx
    .selectFrom('holds')
    .select('id')
    .where('community_id', '=', scope.community.id)
    .where('id', '=', id)
    .where('state', '=', 'held')
    .where('expires_at', '>', scope.now)
    .executeTakeFirst();
  return hold?.id ?? null;
}

/** With all three switches off nothing moves: help is counted. */
async function onlyCounts(scope: TrxScope): Promise<boolean> {
  const settings = await scope.trx
    .selectFrom('credit_settings')
    .select(['allows_below_zero', 'hours_mint', 'partners_redeem'])
    .where('community_id', '=', scope.community.id)
    .executeTakeFirst();
  return !settings || (!settings.allows_below_zero && !settings.hours_mint && !settings.partners_redeem);
}

/** Tries something in the ledger; a refusal undoes that alone, and so does `undo`. */
async function attempt(scope: TrxScope, work: () => Promise<'keep' | 'undo'>): Promise<ProblemCode | null> {
  await sql`savepoint attempt`.execute(scope.trx);
  try {
    if ((await work()) === 'undo') await sql`rollback to savepoint attempt`.execute(scope.trx);
    return null;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    await sql`rollback to savepoint attempt`.execute(scope.trx);
    return error.code;
  }
}
