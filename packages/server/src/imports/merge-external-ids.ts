import type {ExternalId} from '@buurtkit/contract';
import type {ImportRecord} from './import-record.ts';
import type {Row} from './resource.ts';

/** A source has one name for a thing: a new one takes the place of the old. */
export function mergeExternalIds(
  told: readonly ExternalId[],
  {silentOn}: Pick<ImportRecord, 'silentOn'>,
  {external_ids: before = []}: Row,
): ExternalId[] {
  if (!silentOn.has('externalIds.others')) return [...told];
  const renamed = before.map((old) => told.find((name) => name.source === old.source) ?? old);
  return [...renamed, ...told.filter((name) => !before.some((old) => old.source === name.source))];
}
