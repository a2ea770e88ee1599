import type {InitiativeChanges} from '@buurtkit/contract';
import type {Insertable} from 'kysely';
import type {Tables} from '../db/tables.ts';
import {areaCodesOf} from '../lists/area-codes.ts';
import {homeGridPoint} from '../map/home-grid.ts';
import type {TrxScope} from '../scope.ts';
import type {InitiativeRow} from './initiative-row.ts';
import {parseTexts} from './parse-markdown.ts';

type Columns = Omit<
  Insertable<Tables['initiatives']>,
  'community_id' | 'id' | 'slug' | 'updated_at' | 'name' | 'kind' | 'summary' | 'stage'
>;

type Before = Pick<InitiativeRow, 'area_code' | 'areas' | 'precision' | 'longitude' | 'latitude'>;

/** The columns that a change of an initiative touches; what it leaves out is not in the result. */
export function columnsOf(changes: InitiativeChanges, before?: Before): Partial<Insertable<Tables['initiatives']>> {
  const columns: Partial<Columns> & Partial<Insertable<Tables['initiatives']>> = {};
  if (changes.name !== undefined) columns.name = changes.name;
  if (changes.kind !== undefined) columns.kind = changes.kind;
  if (changes.stage !== undefined) columns.stage = changes.stage;
  if (changes.themes !== undefined) columns.themes = [...new Set(changes.themes)];
  if (changes.context !== undefined) columns.context = changes.context;
  if (changes.scale !== undefined) columns.scale = changes.scale;
  if (changes.since !== undefined) columns.since = changes.since;
  if (changes.summary !== undefined) columns.summary = JSON.stringify(changes.summary);
  if (changes.place !== undefined) {
    columns.city = changes.place?.city ?? null;
    columns.area_code = changes.place?.areaCode ?? null;
    columns.area_year = changes.place?.areaYear ?? null;
    columns.precision = changes.place?.precision ?? null;
  }
  if (changes.location !== undefined || changes.place !== undefined) Object.assign(columns, pointColumns(changes, before));
  if (changes.areas !== undefined) columns.areas = JSON.stringify(changes.areas);
  if (changes.place !== undefined || changes.areas !== undefined)
    columns.area_codes = areaCodesOf(
      changes.place === undefined ? (before?.area_code ?? null) : (changes.place?.areaCode ?? null),
      changes.areas ?? before?.areas ?? [],
    );
  if (changes.accessibility !== undefined) columns.accessibility = JSON.stringify(changes.accessibility);
  if (changes.contact !== undefined) columns.contact = JSON.stringify(changes.contact);
  if (changes.hasContactForm !== undefined) columns.has_contact_form = changes.hasContactForm;
  if (changes.openingHours !== undefined) columns.opening_hours = changes.openingHours && JSON.stringify(changes.openingHours);
  if (changes.lookingFor !== undefined) columns.looking_for = JSON.stringify(changes.lookingFor);
  if (changes.externalIds !== undefined) columns.external_ids = JSON.stringify(changes.externalIds);
  return columns;
}

/** The point as it may be known: a private home's own point is kept nowhere. */
function pointColumns(changes: InitiativeChanges, before: Before | undefined): {longitude?: number | null; latitude?: number | null} {
  const precision = changes.place === undefined ? (before?.precision ?? null) : (changes.place?.precision ?? null);
  const known = before && before.longitude !== null && before.latitude !== null ? ([before.longitude, before.latitude] as const) : null;
  const told = changes.location === undefined ? known : (changes.location?.coordinates ?? null);
  if (told === null) return changes.location === undefined ? {} : {longitude: null, latitude: null};
  const [longitude, latitude] = precision === 'grid' ? homeGridPoint([...told]) : told;
  return {longitude, latitude};
}

/** The chapters as they should stand from now on; their ids are kept where the title is the same. */
export async function replaceStory(scope: TrxScope, initiativeId: string, story: NonNullable<InitiativeChanges['story']>): Promise<void> {
  const {id: communityId} = scope.community;
  const before = await scope.trx
    .deleteFrom('chapters')
    .where('community_id', '=', communityId)
    .where('initiative_id', '=', initiativeId)
    .returning(['id', 'title'])
    .execute();
  if (story.length === 0) return;
  await scope.trx
    .insertInto('chapters')
    .values(
      story.map((chapter, position) => {
        const kept = before.findIndex((old) => old.title.nl === chapter.title.nl);
        const [same] = kept < 0 ? [] : before.splice(kept, 1);
        return {
          community_id: communityId,
          initiative_id: initiativeId,
          ...(same && {id: same.id}),
          position,
          title: JSON.stringify(chapter.title),
          text: JSON.stringify(chapter.text),
          blocks: JSON.stringify(parseTexts(chapter.text)),
          dated: chapter.date ?? null,
        };
      }),
    )
    .execute();
}
