import type {CreditSettings} from '@buurtkit/contract';
import type {NewCommunity} from '../../communities/create-community.ts';
import {inTransaction, type Scope} from '../../scope.ts';
import {aMember} from '../../testing/a-member.ts';
import {aCommunity, aScope} from '../../testing/test-app.ts';
import type {TestDatabase} from '../../testing/test-database.ts';
import {openMemberAccount} from '../accounts/open-account.ts';
import {systemAccount} from '../accounts/system-account.ts';
import {changeCreditSettings} from '../change-credit-settings.ts';
import {postEntry, type EntryRequest} from '../entries/post-entry.ts';
import {uuidv7} from '../../http/uuid.ts';

export type LedgerUnderTest = {scope: Scope; fund: string; issuance: string};

let communities = 0;

/** A community of its own where neighbours may go below zero, unless told otherwise. */
export async function aLedger(
  app: TestDatabase,
  {
    now = new Date('2026-11-22T09:00:00Z'),
    community = {},
    ...settings
  }: {now?: Date; community?: Partial<NewCommunity>} & Partial<CreditSettings> = {},
): Promise<LedgerUnderTest> {
  const made = await aCommunity(app, {slug: `tijd-${(communities += 1)}`, ...community});
  const scope = {...aScope(app, made), now};
  return inTransaction(scope, async (trxScope) => {
    await changeCreditSettings(trxScope, {allowsBelowZero: true, ...settings});
    return {scope, fund: await systemAccount(trxScope, 'fund'), issuance: await systemAccount(trxScope, 'issuance')};
  });
}

export type MemberUnderTest = Awaited<ReturnType<typeof aMember>> & {accountId: string};

/** A member who is signed in, with an account. */
export async function aMemberOf(
  app: TestDatabase,
  {scope}: LedgerUnderTest,
  more: Parameters<typeof aMember>[2] = {},
): Promise<MemberUnderTest> {
  const member = await aMember(app, scope.community, more);
  return {...member, accountId: await inTransaction(scope, (trxScope) => openMemberAccount(trxScope, member.memberId))};
}

export function aRequest(now = new Date()): EntryRequest {
  return {id: uuidv7(now), hash: Buffer.alloc(32)};
}

/** Credits from nowhere but the issuance account, as hours would hand them out. */
export async function mint({scope, issuance}: LedgerUnderTest, accountId: string, minutes: number): Promise<void> {
  await inTransaction(scope, (trxScope) => postEntry(trxScope, entryOf(issuance, accountId, minutes)));
}

function entryOf(from: string, to: string, minutes: number) {
  const lines = [
    {accountId: from, minutes: -minutes},
    {accountId: to, minutes},
  ];
  return {request: aRequest(), kind: 'hours' as const, lines};
}
