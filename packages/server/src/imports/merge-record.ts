import type {ExternalId, NewInitiative} from '@buurtkit/contract';
import type {InitiativeRow} from '../initiatives/initiative-row.ts';
import type {ImportRecord} from './import-record.ts';

/** The record as it should stand when the initiative is there already: where the file is silent, what stood there stays. */
export function mergeRecord({initiative, silentOn}: ImportRecord, before: InitiativeRow): Omit<NewInitiative, 'slug'> {
  const {slug: _slug, ...merged} = initiative;
  if (silentOn.has('summary.en') && before.summary.en !== undefined) merged.summary = {...merged.summary, en: before.summary.en};
  if (merged.contact) {
    const kept = Object.entries(before.contact).filter(([key]) => silentOn.has(`contact.${key as keyof typeof before.contact}`));
    merged.contact = {...merged.contact, ...Object.fromEntries(kept)};
  }
  if (merged.place && before.city !== null) {
    merged.place = {
      ...merged.place,
      ...(silentOn.has('place.areaCode') && {areaCode: before.area_code}),
      ...(silentOn.has('place.areaYear') && {areaYear: before.area_year}),
      ...(silentOn.has('place.precision') && before.precision !== null && {precision: before.precision}),
    };
  }
  if (merged.externalIds && silentOn.has('externalIds.others'))
    merged.externalIds = addExternalIds(before.external_ids, merged.externalIds);
  return merged;
}

/** A source has one name for a thing: a new one takes the place of the old. */
function addExternalIds(before: readonly ExternalId[], added: readonly ExternalId[]): ExternalId[] {
  const renamed = before.map((old) => added.find((name) => name.source === old.source) ?? old);
  return [...renamed, ...added.filter((name) => !before.some((old) => old.source === name.source))];
}
