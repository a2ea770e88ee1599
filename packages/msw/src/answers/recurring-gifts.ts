import {createRecurringGift, endRecurringGift, getRecurringGift, listRecurringGifts, type RecurringGift} from '@buurtkit/contract';
import {accountNamed, whoAsks, counterpartyOf} from '../ledger/accounts.ts';
import type {Ledger} from '../ledger/ledger.ts';
import {MockProblem} from '../mock-problem.ts';
import {operation} from '../operation.ts';
import type {SampleGift} from '../samples/describe-account.ts';
import {numberedId} from '../samples/numbered-id.ts';

function represented(ledger: Ledger, {accountId, ...gift}: SampleGift): RecurringGift {
  return {...gift, to: counterpartyOf(accountNamed(ledger, accountId))};
}

function giftNamed({gifts}: Ledger, id: string): SampleGift {
  const found = gifts.find((gift) => gift.id === id);
  if (!found) throw new MockProblem('recurring-gift.not-found');
  return found;
}

export const recurringGiftOperations = [
  operation(listRecurringGifts, (call) => {
    const {ledger} = whoAsks(call);
    const data = ledger.gifts.filter(({endedAt}) => endedAt === null).map((gift) => represented(ledger, gift));
    return {status: 200, content: {data}};
  }),

  operation(createRecurringGift, (call) => {
    const {ledger} = whoAsks(call);
    const {accountId, endsOn = null, ...told} = call.body;
    if (accountNamed(ledger, accountId).closedAt !== null) throw new MockProblem('account.closed');
    const gift = {...told, id: numberedId('recurringGift', (call.state.numbers.made += 1)), accountId, endsOn, endedAt: null};
    ledger.gifts.push(gift);
    const headers = {Location: `/v1/communities/${call.params.community}/recurring-gifts/${gift.id}`};
    return {status: 201, content: represented(ledger, gift), headers};
  }),

  operation(getRecurringGift, (call) => {
    const {ledger} = whoAsks(call);
    return {status: 200, content: represented(ledger, giftNamed(ledger, call.params.id))};
  }),

  operation(endRecurringGift, (call) => {
    const {ledger} = whoAsks(call);
    const gift = giftNamed(ledger, call.params.id);
    gift.endedAt ??= new Date().toISOString();
    return {status: 200, content: represented(ledger, gift)};
  }),
];
