import type {Community, CommunitySettings} from '@buurtkit/contract';
import {defaultLook} from './community.ts';
import type {CommunityRow} from './store.ts';

/** The community as anyone may read it. */
export function representCommunity(row: CommunityRow, publicUrl: string): Community {
  return {
    id: row.community_id,
    slug: row.slug,
    kind: row.kind,
    name: row.name,
    isSample: row.is_sample,
    members: row.members,
    areas: row.areas,
    timeZone: row.time_zone,
    addressForm: row.address_form,
    contact: row.contact,
    privacyUrl: row.privacy_url,
    membership: row.membership,
    look: {...defaultLook, ...(row.look as Partial<typeof defaultLook>)},
    credits: row.credits,
    updatedAt: row.updated_at.toISOString(),
    url: `${publicUrl}/${row.slug}/initiatieven`,
  };
}

/** The community as its own administrators see it. */
export function representSettings(row: CommunityRow, publicUrl: string): CommunitySettings {
  return {...representCommunity(row, publicUrl), allowedOrigins: row.allowed_origins, tokenIssuers: row.token_issuers};
}
