import {listHashes} from '../photos/photo-store.ts';
import {hashIn} from '../photos/photo-row.ts';
import type {Scope} from '../scope.ts';
import type {SnapshotStory} from './publication-store.ts';

/** An edition is never changed, but a photo that its makers took away is nowhere any more. */
export async function withRemainingPhotos(scope: Scope, stories: readonly SnapshotStory[]): Promise<SnapshotStory[]> {
  const hashes = stories.flatMap(({photos}) => photos.flatMap(({url, small}) => [hashIn(url), hashIn(small.url)]));
  const left = hashes.length > 0 ? await listHashes(scope.database.public, scope, hashes) : new Set<string>();
  return stories.map((story) => ({
    ...story,
    photos: story.photos.filter(({url, small}) => left.has(hashIn(url)) && left.has(hashIn(small.url))),
  }));
}
