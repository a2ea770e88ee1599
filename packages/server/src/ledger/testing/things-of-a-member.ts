import type {Community} from '../../communities/community.ts';
import {uuidv7} from '../../http/uuid.ts';
import {inTransaction} from '../../scope.ts';
import {aScope} from '../../testing/test-app.ts';
import type {TestDatabase} from '../../testing/test-database.ts';
import {openAccount} from '../accounts/open-account.ts';
import {systemAccount} from '../accounts/system-account.ts';
import {postEntry} from '../entries/post-entry.ts';
import {createRecurringGift} from '../gifts/recurring-gifts.ts';
import {keepApart} from '../holds/minutes-hold.ts';
import {askMinutes} from '../requests/ask-minutes.ts';

/** One of each of what a member has in a ledger, by the segment of its address. */
export async function thingsOfAMember(opened: TestDatabase, community: Community, memberId: string) {
  return inTransaction(aScope(opened, community), async (scope) => {
    const accountId = await openAccount(scope, {kind: 'member', id: memberId});
    const [fund, issuance] = [await systemAccount(scope, 'fund'), await systemAccount(scope, 'issuance')];
    const lines = [
      {accountId: issuance, minutes: -60},
      {accountId, minutes: 60},
    ];
    const {id: entryId} = await postEntry(scope, {request: {id: uuidv7(), hash: Buffer.alloc(32)}, kind: 'hours', lines});
    const expiresAt = new Date(scope.now.getTime() + 86_400_000);
    const {id: requestId} = await askMinutes(scope, {toAccountId: accountId, fromAccountId: fund, minutes: 15});
    const {id: giftId} = await createRecurringGift(scope, {accountId, minutes: 15, reason: 'Hulp in huis.', startsOn: '2026-12-01'});
    return {
      accounts: accountId,
      entries: entryId,
      'payment-requests': requestId,
      holds: await keepApart(scope, {fromAccountId: accountId, toAccountId: fund, minutes: 15, expiresAt}),
      'recurring-gifts': giftId,
    };
  });
}
