import {createRedemption, createRedemptionCode} from '@buurtkit/contract';
import {accountNamed, whoAsks, ownAccount} from '../ledger/accounts.ts';
import {post} from '../ledger/entries.ts';
import {MockProblem} from '../mock-problem.ts';
import {communityOf, type MockState} from '../mock-state.ts';
import {operation} from '../operation.ts';
import {movesBetween, requireNoObstacle, written} from './transfers.ts';

function requireRedeeming(state: MockState, community: string): void {
  if (!communityOf(state, community).credits?.partnersRedeem) throw new MockProblem('credits.not-enabled');
}

export const redemptionOperations = [
  operation(createRedemptionCode, (call) => {
    const who = whoAsks(call);
    requireRedeeming(call.state, call.params.community);
    const {id: accountId, isFrozen, closedAt} = ownAccount(who);
    if (closedAt !== null) throw new MockProblem('account.closed');
    if (isFrozen) throw new MockProblem('account.frozen');
    const code = `K7M4-${String((call.state.numbers.made += 1)).slice(-4)}`;
    const expiresAt = new Date(Date.now() + 600_000).toISOString();
    who.ledger.codes.push({code, accountId, expiresAt, isUsed: false});
    return {status: 201, content: {code, expiresAt}};
  }),

  operation(createRedemption, (call) => {
    const who = whoAsks(call);
    requireRedeeming(call.state, call.params.community);
    const to = ownAccount(who);
    const {code, minutes, memo = null} = call.body;
    const shown = who.ledger.codes.find((one) => one.code === code.toUpperCase());
    if (!shown) throw new MockProblem('code.wrong');
    if (shown.isUsed) throw new MockProblem('code.used');
    if (Date.parse(shown.expiresAt) <= Date.now()) throw new MockProblem('code.expired');
    const postings = movesBetween(accountNamed(who.ledger, shown.accountId), to, minutes);
    requireNoObstacle(call, who, postings);
    shown.isUsed = true;
    return written(call, who, post(who, {id: call.idempotencyKey, kind: 'redemption', postings, memo}));
  }),
];
