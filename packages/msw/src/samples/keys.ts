import type {Role} from '@buurtkit/contract';

/** A key, the community it is for, and what it may do there. */
export type SampleKey = {key: string; community: string; role: Role};

/** Keys that the handlers know, all of Eemsdelta but the last; any other key gets `auth.required`. */
export const sampleKeys = {
  admin: {key: 'bk_sample-admin', community: 'eemsdelta', role: 'admin'},
  coordinator: {key: 'bk_sample-coordinator', community: 'eemsdelta', role: 'coordinator'},
  member: {key: 'bk_sample-member', community: 'eemsdelta', role: 'member'},
  elsewhere: {key: 'bk_sample-elsewhere', community: 'den-haag', role: 'admin'},
} as const satisfies Record<string, SampleKey>;
