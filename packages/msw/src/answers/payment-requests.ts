import {
  acceptPaymentRequest,
  createPaymentRequest,
  getPaymentRequest,
  listPaymentRequests,
  refusePaymentRequest,
  withdrawPaymentRequest,
  type PaymentRequest,
} from '@buurtkit/contract';
import {accountFor, accountNamed, whoAsks, counterpartyOf, ownAccount, seesOneOf, type Asking} from '../ledger/accounts.ts';
import {post} from '../ledger/entries.ts';
import type {Ledger} from '../ledger/ledger.ts';
import {MockProblem} from '../mock-problem.ts';
import {operation} from '../operation.ts';
import {pageOf} from '../pages.ts';
import {numberedId} from '../samples/numbered-id.ts';
import type {SamplePaymentRequest} from '../samples/describe-account.ts';
import {givingAccount, movesBetween, presentMember, receivingAccount, requireNoObstacle, written} from './transfers.ts';

const month = 30 * 86_400_000;

function requestNamed(who: Asking, id: string): SamplePaymentRequest {
  const found = who.ledger.requests.find((one) => one.id === id);
  if (!found || !seesOneOf(who, found.fromAccountId, found.toAccountId)) throw new MockProblem('payment-request.not-found');
  return found;
}

function represented(ledger: Ledger, {fromAccountId, toAccountId, ...request}: SamplePaymentRequest): PaymentRequest {
  return {
    ...request,
    from: counterpartyOf(accountNamed(ledger, fromAccountId)),
    to: counterpartyOf(accountNamed(ledger, toAccountId)),
  };
}

/** The same answer twice is one answer. */
function answered(who: Asking, request: SamplePaymentRequest, state: 'refused' | 'withdrawn'): {status: 200; content: PaymentRequest} {
  if (request.state !== 'pending' && request.state !== state) throw new MockProblem('payment-request.decided');
  return {status: 200, content: represented(who.ledger, Object.assign(request, {state}))};
}

export const paymentRequestOperations = [
  operation(listPaymentRequests, (call) => {
    const who = whoAsks(call);
    const {account, state, cursor, limit} = call.query;
    const {id} = accountFor(who, account ?? ownAccount(who).id, 'see');
    const found = who.ledger.requests
      .filter(({fromAccountId, toAccountId}) => fromAccountId === id || toAccountId === id)
      .filter((one) => state === undefined || one.state === state);
    const {headers, data, ...page} = pageOf(found, {cursor, limit}, call.url);
    return {status: 200, content: {...page, data: data.map((one) => represented(who.ledger, one)), facets: {}}, headers};
  }),

  operation(createPaymentRequest, (call) => {
    const who = whoAsks(call);
    const {fromAccountId, toAccountId, minutes, memo = null, expiresAt} = call.body;
    const to = givingAccount(who, toAccountId);
    const from = receivingAccount(who, fromAccountId);
    if (from === to) throw new MockProblem('transfer.to-self');
    const createdAt = new Date();
    const request: SamplePaymentRequest = {
      id: numberedId('paymentRequest', (call.state.numbers.made += 1)),
      fromAccountId,
      toAccountId: to.id,
      minutes,
      memo,
      state: 'pending',
      expiresAt: new Date(expiresAt ?? createdAt.getTime() + month).toISOString(),
      createdAt: createdAt.toISOString(),
      entryId: null,
    };
    who.ledger.requests.unshift(request);
    const headers = {Location: `/v1/communities/${call.params.community}/payment-requests/${request.id}`};
    return {status: 201, content: represented(who.ledger, request), headers};
  }),

  operation(getPaymentRequest, (call) => {
    const who = whoAsks(call);
    return {status: 200, content: represented(who.ledger, requestNamed(who, call.params.id))};
  }),

  operation(acceptPaymentRequest, (call) => {
    const who = whoAsks(call);
    const request = requestNamed(who, call.params.id);
    const from = accountFor(who, request.fromAccountId, 'give');
    if (request.state !== 'pending') throw new MockProblem('payment-request.decided');
    const postings = movesBetween(from, accountNamed(who.ledger, request.toAccountId), request.minutes);
    requireNoObstacle(call, who, postings);
    const kind = from.kind === 'fund' ? 'gift' : 'request';
    const entry = post(who, {id: call.idempotencyKey, kind, postings, memo: request.memo, onBehalfOf: presentMember(who, from)});
    Object.assign(request, {state: 'accepted', entryId: entry.id});
    return written(call, who, entry);
  }),

  operation(refusePaymentRequest, (call) => {
    const who = whoAsks(call);
    const request = requestNamed(who, call.params.id);
    accountFor(who, request.fromAccountId, 'give');
    return answered(who, request, 'refused');
  }),

  operation(withdrawPaymentRequest, (call) => {
    const who = whoAsks(call);
    const request = requestNamed(who, call.params.id);
    accountFor(who, request.toAccountId, 'give');
    return answered(who, request, 'withdrawn');
  }),
];
