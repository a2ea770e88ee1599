import type {NewPartner, PartnerChanges} from '@buurtkit/contract';
import type {Insertable} from 'kysely';
import {resolvePartners} from '../coalitions/partner-reference.ts';
import type {Tables} from '../db/tables.ts';
import {replaceExternalIds} from '../external-ids/replace-external-ids.ts';
import {areaCodesOf} from '../lists/area-codes.ts';
import {resolvePlace} from '../places/place-link.ts';
import {ProblemError} from '../problem-error.ts';
import type {TrxScope} from '../scope.ts';
import {replaceMembers} from './store.ts';

type Columns = Partial<Insertable<Tables['partners']>>;

/** The columns that a change of an organisation touches; what it leaves out is not in the result. */
export async function columnsOf(scope: TrxScope, changes: PartnerChanges | NewPartner, ownSlug: string | null): Promise<Columns> {
  const columns = ownColumnsOf(changes);
  if (changes.place !== undefined)
    columns.place_id = changes.place === null ? null : (await resolvePlace(scope, changes.place, '#/place')).id;
  if (changes.parent !== undefined) Object.assign(columns, await parentColumns(scope, changes.parent, ownSlug));
  return columns;
}

/** All of them but those that name something else of which it has to be known whether it is there. */
export function ownColumnsOf(changes: PartnerChanges): Columns {
  const columns: Columns = {};
  if (changes.name !== undefined) columns.name = changes.name;
  if (changes.kind !== undefined) columns.kind = changes.kind;
  if (changes.city !== undefined) columns.city = changes.city;
  if (changes.summary !== undefined) columns.summary = JSON.stringify(changes.summary);
  if (changes.website !== undefined) columns.website = changes.website;
  if (changes.isSample !== undefined) columns.is_sample = changes.isSample;
  if (changes.contacts !== undefined) columns.contacts = JSON.stringify(changes.contacts);
  if (changes.areas !== undefined) {
    columns.areas = JSON.stringify(changes.areas);
    columns.area_codes = areaCodesOf(null, changes.areas);
  }
  if (changes.externalIds !== undefined) columns.external_ids = JSON.stringify(changes.externalIds);
  return columns;
}

async function parentColumns(scope: TrxScope, parent: string | null, ownSlug: string | null): Promise<Columns> {
  if (parent === null) return {parent_community_id: null, parent_id: null};
  if (ownSlug !== null && [ownSlug, `${scope.community.slug}~${ownSlug}`].includes(parent))
    throw new ProblemError('request.invalid', {faults: [{pointer: '#/parent', code: 'not-allowed'}]});
  const [found] = await resolvePartners(scope, [parent], () => '#/parent');
  return {parent_community_id: found?.communityId ?? null, parent_id: found?.id ?? null};
}

/** What of an organisation stands in other tables. */
export async function writeParts(scope: TrxScope, partnerId: string, {members, externalIds}: PartnerChanges): Promise<void> {
  if (externalIds) await replaceExternalIds(scope, 'partner', partnerId, externalIds);
  if (members) await replaceMembers(scope, partnerId, await resolvePartners(scope, members, (index) => `#/members/${index}`));
}
