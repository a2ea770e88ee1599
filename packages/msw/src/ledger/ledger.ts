import type {MinutesHold} from '@buurtkit/contract';
import {
  fund,
  issuance,
  type SampleAccount,
  type SampleEntry,
  type SampleGift,
  type SampleLedger,
  type SamplePaymentRequest,
} from '../samples/describe-account.ts';

/** The time credits of one community, as writes change them. */
export type Ledger = {
  accounts: SampleAccount[];
  entries: SampleEntry[];
  requests: SamplePaymentRequest[];
  holds: MinutesHold[];
  gifts: SampleGift[];
  codes: {code: string; accountId: string; expiresAt: string; isUsed: boolean}[];
};

const empty: SampleLedger = {accounts: [issuance, fund], entries: [], requests: [], holds: [], gifts: []};

export function createLedger(sample: SampleLedger = empty): Ledger {
  const {accounts, entries, requests, holds, gifts} = structuredClone(sample);
  return {accounts: [...accounts], entries: [...entries], requests: [...requests], holds: [...holds], gifts: [...gifts], codes: []};
}
