import {readFile} from 'node:fs/promises';
import {newPhotoSchema} from '@buurtkit/contract';
import * as z from 'zod';
import {getInitiative} from '../initiatives/get-initiative.ts';
import {addPhoto} from '../photos/add-photo.ts';
import type {Scope} from '../scope.ts';

const folder = new URL('../../data/photos/', import.meta.url);
const photosSchema = z.array(z.object({community: z.string(), file: z.string().regex(/^[a-z-]+\.png$/), ...newPhotoSchema.shape}));

/** Puts the drawn photos at the initiatives of a community that have none yet. */
export async function seedPhotos(scope: Scope): Promise<void> {
  const photos = photosSchema.parse(JSON.parse(await readFile(new URL('photos.json', folder), 'utf8')));
  const ofCommunity = photos.filter(({community}) => community === scope.community.slug);
  for (const [slug, ofOne] of Map.groupBy(ofCommunity, ({initiative}) => initiative)) {
    const {initiative} = await getInitiative(scope, slug);
    for (const {community: _community, file, ...photo} of ofOne.slice(initiative.photos.length))
      await addPhoto(scope, photo, await readFile(new URL(file, folder)));
  }
}
