import type {Account, EntryKind, MinutesHold, PaymentRequest, RecurringGift} from '@buurtkit/contract';
import {numberedId} from './numbered-id.ts';

/** An account; what stands on it follows from the entries. */
export type SampleAccount = Pick<
  Account,
  'id' | 'kind' | 'number' | 'name' | 'minMinutes' | 'maxMinutes' | 'isFrozen' | 'closedAt' | 'openedAt' | 'expiring'
> & {
  /** A member's id, `initiative:{slug}` or `partner:{slug}`; null for what is the community's own. */
  owner: string | null;
};

/** What moved, in one go: minutes that sum to 0, above zero is received. */
export type SampleEntry = {
  id: string;
  kind: EntryKind;
  occurredAt: string;
  actor: string;
  /** The account of the member who was present at a desk. */
  onBehalfOf: string | null;
  memo: string | null;
  reverses: string | null;
  postings: {accountId: string; minutes: number}[];
};

export type SamplePaymentRequest = Omit<PaymentRequest, 'from' | 'to'> & {fromAccountId: string; toAccountId: string};
export type SampleGift = Omit<RecurringGift, 'to'> & {accountId: string};

/** The time credits of one community. */
export type SampleLedger = {
  /** Among them one of kind `fund` and one of kind `issuance`, where credits come from. */
  accounts: readonly SampleAccount[];
  /** The oldest first: their place is their sequence. */
  entries: readonly SampleEntry[];
  /** The last first. */
  requests: readonly SamplePaymentRequest[];
  holds: readonly MinutesHold[];
  gifts: readonly SampleGift[];
};

type AccountSketch = Pick<SampleAccount, 'kind' | 'name'> & Partial<Omit<SampleAccount, 'id'>>;

/** An account with only what matters to a test, and an id that is always the same for the same number. */
export function describeAccount(number: number, sketch: AccountSketch): SampleAccount {
  const lower = {issuance: null, member: -300, fund: 0, initiative: 0, partner: 0};
  return {
    id: numberedId('account', number),
    number: String(number).padStart(8, '0'),
    minMinutes: lower[sketch.kind],
    maxMinutes: null,
    isFrozen: false,
    closedAt: null,
    expiring: null,
    openedAt: '2026-06-01T09:00:00Z',
    owner: null,
    ...sketch,
  };
}

export const issuance = describeAccount(0, {kind: 'issuance', name: 'Uitgifte'});
export const fund = describeAccount(1, {kind: 'fund', name: 'Buurtpot'});
