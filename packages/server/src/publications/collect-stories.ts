import type {Initiative} from '@buurtkit/contract';
import {readPublished} from '../db/read-published.ts';
import {getInitiative} from '../initiatives/get-initiative.ts';
import {photoFrom} from '../photos/photo-row.ts';
import type {TrxScope} from '../scope.ts';
import {listChosen, listStorytellers, type Selection, type SnapshotStory} from './publication-store.ts';

/** The stories as they are now, in the order of the publication. */
export async function collectStories(scope: TrxScope, selection: Selection): Promise<SnapshotStory[]> {
  const addresses = await readPublished(scope, (db) =>
    selection === null ? listStorytellers(db, scope) : listChosen(db, scope, selection),
  );
  const initiatives: Initiative[] = [];
  for (const address of addresses) initiatives.push((await getInitiative(scope, address)).initiative);
  const timesUsed = Map.groupBy(initiatives, ({slug}) => slug);
  const stories = initiatives.map((initiative): SnapshotStory => {
    const {id, community, slug, name, summary, place, coalition, photos, story} = initiative;
    return {
      id,
      anchor: timesUsed.get(slug)?.length === 1 ? slug : `${community}--${slug}`,
      community,
      slug,
      name,
      summary,
      city: place?.city ?? null,
      coalition: coalition.map(({partner, role}) => ({name: partner.name, role})),
      photos: photos.map((photo) => photoFrom(photo, scope.publicUrl, '')),
      chapters: story.map(({id: chapterId, title, blocks, date}) => ({id: chapterId, title, blocks, date})),
    };
  });
  // As it will be read back, so that it can be compared with what was.
  return JSON.parse(JSON.stringify(stories)) as SnapshotStory[];
}
