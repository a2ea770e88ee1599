import type {Listing} from '@buurtkit/contract';
import type {Selectable} from 'kysely';
import type {Tables} from '../../db/tables.ts';
import type {Scope} from '../../scope.ts';
import {firstName} from '../first-name.ts';

export type ListingRow = Omit<Selectable<Tables['listings']>, 'search'>;
export type ToldListingRow = ListingRow & {owner_name: string | null};

export const listingColumns = [
  'community_id',
  'id',
  'owner_id',
  'kind',
  'title',
  'text',
  'blocks',
  'category',
  'area',
  'area_codes',
  'minutes',
  'until',
  'tells_matches',
  'closed_at',
  'closed_by',
  'created_at',
  'updated_at',
] as const;

export function listingStateAt({closed_at, until}: Pick<ListingRow, 'closed_at' | 'until'>, now: Date): Listing['state'] {
  if (closed_at !== null) return 'closed';
  return until <= now ? 'expired' : 'open';
}

/** As one member sees what another placed: a first name, and nothing that says where they live or how to reach them. */
export function representListing({community, caller, now}: Pick<Scope, 'community' | 'caller' | 'now'>, row: ToldListingRow): Listing {
  const isMine = caller.kind === 'member' && caller.id === row.owner_id;
  return {
    id: row.id,
    community: community.slug,
    kind: row.kind,
    title: row.title,
    text: row.text,
    blocks: row.blocks,
    category: row.category,
    area: row.area,
    minutes: row.minutes,
    until: row.until.toISOString(),
    state: listingStateAt(row, now),
    owner: {name: firstName(row.owner_name)},
    isMine,
    tellsMatches: isMine ? row.tells_matches : null,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}
