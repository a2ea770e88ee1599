import type {Role} from '@buurtkit/contract';
import {numberedId} from './numbered-id.ts';

/** A key or a session token, the community it is for, and what it may do there. */
export type SampleKey = {
  key: string;
  community: string;
  role: Role;
  /** The initiative or organisation that an organiser is there for: `initiative:buurtsuper-holwierde`. */
  for?: string;
  /** Who is signed in, by id; a key has nobody behind it. */
  memberId?: string;
};

/** Keys and sessions that the handlers know, all of Eemsdelta but the last; any other gets `auth.required`. */
export const sampleKeys = {
  admin: {key: 'bk_sample-admin', community: 'eemsdelta', role: 'admin'},
  coordinator: {key: 'bk_sample-coordinator', community: 'eemsdelta', role: 'coordinator'},
  member: {key: 'bk_sample-member', community: 'eemsdelta', role: 'member'},
  /** Of an initiative that has time credits. */
  initiative: {key: 'bk_sample-initiative', community: 'eemsdelta', role: 'organiser', for: 'initiative:buurtsuper-holwierde'},
  /** Of an organisation that takes time credits. */
  partner: {key: 'bk_sample-partner', community: 'eemsdelta', role: 'organiser', for: 'partner:dorpsbelang-de-wierde'},
  /** Somebody who is signed in and has time credits. */
  anna: {key: 'bs_sample-anna', community: 'eemsdelta', role: 'member', memberId: numberedId('member', 1)},
  /** Another, to give to and to ask. */
  bram: {key: 'bs_sample-bram', community: 'eemsdelta', role: 'member', memberId: numberedId('member', 2)},
  elsewhere: {key: 'bk_sample-elsewhere', community: 'den-haag', role: 'admin'},
} as const satisfies Record<string, SampleKey>;
