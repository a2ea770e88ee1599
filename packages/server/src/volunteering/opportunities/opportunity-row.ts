import type {Opportunity, OpportunityListItem, PartnerReference, Shift} from '@buurtkit/contract';
import type {Selectable} from 'kysely';
import type {Tables} from '../../db/tables.ts';
import {representWhere} from '../../places/represent-where.ts';

type Row = Omit<Selectable<Tables['opportunities']>, 'search' | 'created_at'>;
/** A row with what an answer tells beyond it. */
export type ToldOpportunityRow = Row & {
  community: string;
  initiative: {slug: string; community: string; name: string} | null;
  partner: PartnerReference | null;
  building: {slug: string; name: string} | null;
  next_start: string | null;
  distance: number | null;
};

export const opportunityColumns = [
  'community_id',
  'id',
  'initiative_id',
  'partner_id',
  'title',
  'summary',
  'text',
  'blocks',
  'kind',
  'city',
  'area_code',
  'area_year',
  'precision',
  'place_id',
  'longitude',
  'latitude',
  'areas',
  'area_codes',
  'themes',
  'skills',
  'languages',
  'commitment',
  'min_age',
  'minors',
  'vog',
  'expenses',
  'training',
  'earns_credits',
  'is_for_children',
  'is_wheelchair_accessible',
  'contact',
  'approval',
  'questions',
  'visible_from',
  'visible_until',
  'is_sample',
  'is_closed',
  'revision',
  'updated_at',
] as const;

/**
 * @param shifts - Its coming ones, the first to begin first.
 * @param asked - Ids of those on the day that was asked for: one of them is told.
 */
export function representListItem(
  row: ToldOpportunityRow,
  shifts: readonly Shift[],
  publicUrl: string,
  asked: ReadonlySet<string> = new Set(),
): OpportunityListItem {
  const open = shifts.filter(({state}) => state !== 'cancelled');
  return {
    id: row.id,
    community: row.community,
    title: row.title,
    summary: row.summary,
    kind: row.kind,
    areas: row.areas,
    themes: row.themes,
    skills: row.skills,
    languages: row.languages,
    commitment: row.commitment,
    minAge: row.min_age,
    minors: row.minors,
    vog: row.vog,
    expenses: row.expenses,
    training: row.training,
    earnsCredits: row.earns_credits,
    isForChildren: row.is_for_children,
    contact: row.contact,
    approval: row.approval,
    questions: row.questions,
    visibleFrom: row.visible_from?.toISOString() ?? null,
    visibleUntil: row.visible_until?.toISOString() ?? null,
    initiative: row.initiative,
    partner: row.partner,
    ...representWhere(row),
    isSample: row.is_sample,
    isClosed: row.is_closed,
    nextShift: nextOf(open.filter(({id}) => asked.has(id))) ?? nextOf(open),
    shiftCount: open.length,
    freePlaces: shifts.length === 0 ? null : open.reduce((sum, {state, roles}) => sum + (state === 'open' ? freeOf(roles) : 0), 0),
    updatedAt: row.updated_at.toISOString(),
    url: `${publicUrl}/${row.community}/vrijwilligerswerk/${row.id}`,
  };
}

/** The first with a place, else the first with a waiting list, else the first. */
function nextOf(coming: readonly Shift[]): Shift | null {
  return coming.find(({state}) => state === 'open') ?? coming.find(({state}) => state === 'waitlist') ?? coming[0] ?? null;
}

function freeOf(roles: Shift['roles']): number {
  return roles.reduce((sum, {free}) => sum + free, 0);
}

export function representOpportunity(row: ToldOpportunityRow, shifts: Shift[], publicUrl: string): Opportunity {
  return {...representListItem(row, shifts, publicUrl), text: row.text, blocks: row.blocks, shifts};
}
