import type {Edition} from '@buurtkit/contract';
import {readPublished} from '../db/read-published.ts';
import {hashIn} from '../photos/photo-row.ts';
import {listFiles} from '../photos/photo-store.ts';
import type {TrxScope} from '../scope.ts';

/** The small photos of an edition by their addresses, for its book. */
export async function readPhotos(scope: TrxScope, {stories}: Edition): Promise<Map<string, Buffer>> {
  const urls = stories.flatMap(({photos}) => photos.map(({small}) => small.url));
  if (urls.length === 0) return new Map();
  const files = await readPublished(scope, (db) => listFiles(db, scope, urls.map(hashIn)));
  return new Map(
    urls.flatMap((url): [string, Buffer][] => {
      const content = files.get(hashIn(url));
      return content ? [[url, content]] : [];
    }),
  );
}
