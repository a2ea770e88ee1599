import {sql} from 'kysely';
import {representRecord, type InitiativeRow} from '../initiatives/initiative-row.ts';
import type {Scope} from '../scope.ts';

type WrittenChapter = {title: unknown; text: unknown; date: string | null};

const rowsAtATime = 200;

/** A FeatureCollection (RFC 7946), one feature a line: all that people wrote about each initiative, its story included. */
export async function* geoJsonOfInitiatives(scope: Scope, rows: AsyncIterable<InitiativeRow>): AsyncGenerator<string> {
  let count = 0;
  let batch: InitiativeRow[] = [];
  yield '{"type":"FeatureCollection","features":[';
  const write = async () => {
    const stories = await findStories(scope, batch);
    const features = batch.map(
      (row, index) => `${count + index === 0 ? '' : ','}\n${JSON.stringify(featureOf(row, stories.get(row.id) ?? []))}`,
    );
    count += batch.length;
    batch = [];
    return features.join('');
  };
  for await (const row of rows) {
    batch.push(row);
    if (batch.length === rowsAtATime) yield await write();
  }
  if (batch.length > 0) yield await write();
  yield `\n],"numberMatched":${count},"numberReturned":${count}}\n`;
}

/** What an import can bring back; when it changed, who checked it and where its page is belongs to this community alone. */
function featureOf(row: InitiativeRow, story: readonly WrittenChapter[]) {
  const {id, location, community: _community, url: _url, updatedAt: _updatedAt, checkedAt: _checkedAt, ...rest} = representRecord(row, '');
  const {isRecentlyChecked: _isRecentlyChecked, photos: _photos, coalition: _coalition, place, ...written} = rest;
  const {slug: _slug, name: _name, ...where} = place ?? {};
  return {type: 'Feature', id, geometry: location, properties: {...written, place: place && where, story}};
}

async function findStories(scope: Scope, rows: readonly InitiativeRow[]): Promise<Map<string, WrittenChapter[]>> {
  const ids = rows.map((row) => row.id);
  const communities = [...new Set(rows.map((row) => row.community_id))];
  const found = await sql<{initiativeId: string; story: WrittenChapter[]}>`
    select initiative_id as "initiativeId", json_agg(json_build_object('title', title, 'text', text, 'date', dated) order by position, id) as story
    from chapters where community_id = any(${communities}::uuid[]) and initiative_id = any(${ids}::uuid[])
    group by initiative_id`.execute(scope.database.public);
  return new Map(found.rows.map((row) => [row.initiativeId, row.story]));
}
