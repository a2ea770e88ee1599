import type {Look} from '@buurtkit/contract';

/** A community as every request needs it: one query, whatever is asked of it. */
export type Community = {
  id: string;
  slug: string;
  kind: 'municipality' | 'corporation' | 'region';
  name: string;
  isSample: boolean;
  timeZone: string;
  addressForm: 'je' | 'u';
  allowedOrigins: string[];
  /** Whose data it reads: its own, or its members' for a region. */
  readableIds: string[];
};

export const defaultLook: Look = {accentColor: null, corner: 'soft', spacing: 'normal', button: 'filled', link: 'underlined'};
