import {createTransfer, createTransferBatch, previewTransfer, type NewTransfer, type ProblemCode} from '@buurtkit/contract';
import {accountFor, accountNamed, whoAsks, counterpartyOf, fundOf, ownAccount, representAccount, type Asking} from '../ledger/accounts.ts';
import {obstacle, post, receiptOf, type Posting} from '../ledger/entries.ts';
import {MockProblem} from '../mock-problem.ts';
import {communityOf, type MockState} from '../mock-state.ts';
import {operation, type Outcome} from '../operation.ts';
import type {SampleAccount, SampleEntry} from '../samples/describe-account.ts';

type In = {state: MockState; params: {community: string}};

/** The account that the caller gives from: the one that is named, or their own. */
export function givingAccount(who: Asking, id: string | undefined): SampleAccount {
  return accountFor(who, id ?? ownAccount(who).id, 'give');
}

/** Anybody's account can be given to; credits don't go back to where they come from. */
export function receivingAccount({ledger}: Asking, id: string): SampleAccount {
  const account = accountNamed(ledger, id);
  if (account.kind === 'issuance') throw new MockProblem('account.not-found');
  return account;
}

export function movesBetween(from: SampleAccount, to: SampleAccount, minutes: number): Posting[] {
  return [
    {accountId: from.id, minutes: -minutes},
    {accountId: to.id, minutes},
  ];
}

/** What stands in the way in this community. */
export function obstacleIn({state, params}: In, {ledger}: Asking, moves: readonly Posting[], freed = 0): ProblemCode | null {
  return obstacle(ledger, moves, communityOf(state, params.community).credits?.stepMinutes ?? 15, freed);
}

export function requireNoObstacle(...where: Parameters<typeof obstacleIn>): void {
  const code = obstacleIn(...where);
  if (code) throw new MockProblem(code);
}

/** For whom a desk acts: the account that isn't its own. */
export function presentMember({caller}: Asking, from: SampleAccount): string | null {
  return caller?.role === 'desk' && from.kind === 'member' && from.owner !== caller.memberId ? from.id : null;
}

export function written(call: In, who: Asking, entry: SampleEntry): Outcome {
  const {slug, id} = communityOf(call.state, call.params.community);
  return {status: 201, content: receiptOf(who, entry, id), headers: {Location: `/v1/communities/${slug}/entries/${entry.id}`}};
}

export const kindOfTransfer = (from: SampleAccount, to: SampleAccount) =>
  from.kind === 'fund' || to.kind === 'fund' ? 'gift' : 'transfer';

/** What the giver is short of, when the fund has it. */
function fundCouldAdd({ledger}: Asking, from: SampleAccount, {minutes}: NewTransfer): number | null {
  const {availableMinutes} = representAccount(ledger, from);
  const {availableMinutes: inFund} = representAccount(ledger, fundOf(ledger));
  const short = minutes - (availableMinutes ?? minutes);
  return from.kind === 'member' && short > 0 && (inFund ?? 0) >= short ? short : null;
}

export const transferOperations = [
  operation(createTransfer, (call) => {
    const who = whoAsks(call);
    const {fromAccountId, toAccountId, minutes, memo = null} = call.body;
    const from = givingAccount(who, fromAccountId);
    const to = receivingAccount(who, toAccountId);
    const postings = movesBetween(from, to, minutes);
    requireNoObstacle(call, who, postings);
    const onBehalfOf = presentMember(who, from);
    return written(call, who, post(who, {id: call.idempotencyKey, kind: kindOfTransfer(from, to), postings, memo, onBehalfOf}));
  }),

  operation(previewTransfer, (call) => {
    const who = whoAsks(call);
    const {fromAccountId, toAccountId, minutes} = call.body;
    const from = givingAccount(who, fromAccountId);
    const to = receivingAccount(who, toAccountId);
    const code = obstacleIn(call, who, movesBetween(from, to, minutes));
    const {minutes: beforeMinutes} = representAccount(who.ledger, from);
    return {
      status: 200,
      content: {
        to: counterpartyOf(to),
        minutes,
        beforeMinutes,
        afterMinutes: beforeMinutes - minutes,
        isAllowed: code === null,
        code,
        fundMinutes: code === 'transfer.limit-reached' ? fundCouldAdd(who, from, call.body) : null,
      },
    };
  }),

  operation(createTransferBatch, (call) => {
    const who = whoAsks(call);
    const {fromAccountId, lines, memo = null} = call.body;
    const from = givingAccount(who, fromAccountId);
    const received = lines.map(({toAccountId, minutes}) => ({accountId: receivingAccount(who, toAccountId).id, minutes}));
    const total = received.reduce((sum, {minutes}) => sum + minutes, 0);
    const postings = [{accountId: from.id, minutes: -total}, ...received];
    requireNoObstacle(call, who, postings);
    return written(call, who, post(who, {id: call.idempotencyKey, kind: 'batch', postings, memo}));
  }),
];
