import type {PaymentRequest} from '@buurtkit/sdk';

/** Asked of this account, and not answered yet. */
export function askedOf(accountId: string, requests: readonly PaymentRequest[]): PaymentRequest[] {
  return requests.filter(({from, state}) => from.accountId === accountId && state === 'pending');
}

/** Asked by this account, and not answered yet. */
export function askedBy(accountId: string, requests: readonly PaymentRequest[]): PaymentRequest[] {
  return requests.filter(({to, state}) => to.accountId === accountId && state === 'pending');
}
