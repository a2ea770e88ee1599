import {randomInt} from 'node:crypto';
import type {AccountKind} from '@buurtkit/contract';
import {sql} from 'kysely';
import {recordActs} from '../../audit/record-acts.ts';
import type {TrxScope} from '../../scope.ts';
import {postEntry} from '../entries/post-entry.ts';
import {takeUpHoursOf} from '../hours/take-up-hours.ts';
import {ownRequest} from '../own-request.ts';
import {systemAccount} from './system-account.ts';

type Owner = {kind: Exclude<AccountKind, 'issuance' | 'fund'>; id: string};

/** The account of a member, an initiative or a partner; opens it when there is none. */
export async function openAccount(scope: TrxScope, {kind, id: ownerId}: Owner): Promise<string> {
  for (;;) {
    const found = await findOwn(scope, kind, ownerId);
    if (found) return found;
    const row = await scope.trx
      .insertInto('accounts')
      .values({
        community_id: scope.community.id,
        kind,
        owner_id: ownerId,
        number: String(randomInt(10_000_000, 100_000_000)),
        opened_at: scope.now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!row) continue;
    await recordActs(scope, [{action: 'account.opened', subjectId: row.id}]);
    return row.id;
  }
}

/** The account of somebody who just became a member: with the welcome gift, and the hours they worked before. */
export async function openMemberAccount(scope: TrxScope, memberId: string): Promise<string> {
  const accountId = await openAccount(scope, {kind: 'member', id: memberId});
  const minutes = await welcomeGift(scope);
  if (minutes > 0)
    await postEntry(scope, {
      request: ownRequest('welcome', accountId),
      kind: 'welcome',
      lines: [
        {accountId: await systemAccount(scope, 'issuance'), minutes: -minutes},
        {accountId, minutes},
      ],
    });
  await takeUpHoursOf(scope, memberId);
  return accountId;
}

async function findOwn(scope: TrxScope, kind: AccountKind, ownerId: string): Promise<string | undefined> {
  const row = await scope.trx
    .selectFrom('accounts')
    .select('id')
    .where('community_id', '=', scope.community.id)
    .where('kind', '=', kind)
    .where('owner_id', '=', ownerId)
    .executeTakeFirst();
  return row?.id;
}

async function welcomeGift(scope: TrxScope): Promise<number> {
  const {rows} = await sql<{minutes: string}>`
    select welcome_gift as minutes from credit_settings where community_id = ${scope.community.id}`.execute(scope.trx);
  return Number(rows[0]?.minutes ?? 0);
}
