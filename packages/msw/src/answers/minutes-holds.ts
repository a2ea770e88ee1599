import {getMinutesHold, holdMinutes, postHold, voidHold, type MinutesHold} from '@buurtkit/contract';
import {accountFor, accountNamed, whoAsks, seesOneOf, type Asking} from '../ledger/accounts.ts';
import {post} from '../ledger/entries.ts';
import {MockProblem} from '../mock-problem.ts';
import {operation} from '../operation.ts';
import {numberedId} from '../samples/numbered-id.ts';
import {givingAccount, movesBetween, presentMember, receivingAccount, requireNoObstacle, written} from './transfers.ts';

const year = 366 * 86_400_000;

function holdNamed(who: Asking, id: string): MinutesHold {
  const found = who.ledger.holds.find((one) => one.id === id);
  if (!found || !seesOneOf(who, found.fromAccountId, found.toAccountId)) throw new MockProblem('hold.not-found');
  return found;
}

export const minutesHoldOperations = [
  operation(holdMinutes, (call) => {
    const who = whoAsks(call);
    const {fromAccountId, toAccountId, minutes, expiresAt} = call.body;
    const left = Date.parse(expiresAt) - Date.now();
    if (left <= 0 || left > year) throw new MockProblem('request.invalid', {faults: [{pointer: '#/expiresAt', code: 'range'}]});
    const from = givingAccount(who, fromAccountId);
    requireNoObstacle(call, who, movesBetween(from, receivingAccount(who, toAccountId), minutes));
    const hold: MinutesHold = {
      id: numberedId('minutesHold', (call.state.numbers.made += 1)),
      fromAccountId: from.id,
      toAccountId,
      minutes,
      state: 'held',
      expiresAt: new Date(expiresAt).toISOString(),
      entryId: null,
    };
    who.ledger.holds.push(hold);
    return {status: 201, content: hold, headers: {Location: `/v1/communities/${call.params.community}/holds/${hold.id}`}};
  }),

  operation(getMinutesHold, (call) => ({status: 200, content: holdNamed(whoAsks(call), call.params.id)})),

  operation(postHold, (call) => {
    const who = whoAsks(call);
    const hold = holdNamed(who, call.params.id);
    const from = accountFor(who, hold.fromAccountId, 'give');
    const {minutes = hold.minutes, memo = null} = call.body;
    if (minutes > hold.minutes) throw new MockProblem('request.invalid', {faults: [{pointer: '#/minutes', code: 'range'}]});
    if (hold.state !== 'held') throw new MockProblem('hold.ended');
    const postings = movesBetween(from, accountNamed(who.ledger, hold.toAccountId), minutes);
    requireNoObstacle(call, who, postings, hold.minutes);
    const entry = post(who, {id: call.idempotencyKey, kind: 'transfer', postings, memo, onBehalfOf: presentMember(who, from)});
    Object.assign(hold, {state: 'posted', entryId: entry.id});
    return written(call, who, entry);
  }),

  operation(voidHold, (call) => {
    const hold = holdNamed(whoAsks(call), call.params.id);
    if (hold.state !== 'held') throw new MockProblem('hold.ended');
    return {status: 200, content: Object.assign(hold, {state: 'voided' as const})};
  }),
];
