import {
  changePhoto as changePhotoRoute,
  createPhoto as createPhotoRoute,
  deletePhoto as deletePhotoRoute,
  getPhoto as getPhotoRoute,
} from '@buurtkit/contract';
import {created, ok, route} from '../http/bind-route.ts';
import {addPhoto} from './add-photo.ts';
import {changePhoto} from './change-photo.ts';
import {getPhoto} from './get-photo.ts';
import {removePhoto} from './remove-photo.ts';

export const photoRoutes = [
  route(createPhotoRoute, async (scope, {query, upload}) => {
    const id = await addPhoto(scope, query, upload.bytes);
    const {photo, revision} = await getPhoto(scope, id);
    return created(photo, `${scope.publicUrl}/v1/communities/${scope.community.slug}/photos/${id}`, {revision});
  }),

  route(getPhotoRoute, async (scope, {params: {id}}) => {
    const {photo, revision} = await getPhoto(scope, id);
    return ok(photo, {revision});
  }),

  route(changePhotoRoute, async (scope, {params: {id}, body, ifMatch}) => {
    await changePhoto(scope, id, body, ifMatch);
    const {photo, revision} = await getPhoto(scope, id);
    return ok(photo, {revision});
  }),

  route(deletePhotoRoute, async (scope, {params: {id}}) => ok(await removePhoto(scope, id))),
];
