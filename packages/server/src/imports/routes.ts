import {
  commitImport as commitImportRoute,
  createImport as createImportRoute,
  getImport as getImportRoute,
  undoImport as undoImportRoute,
} from '@buurtkit/contract';
import {accepted, created, ok, route} from '../http/bind-route.ts';
import {offerImport} from './offer-import.ts';
import {acceptImport, getImport, takeImportBack} from './offered-imports.ts';

export const importRoutes = [
  route(createImportRoute, async (scope, {upload}) => {
    const offered = await offerImport(scope, upload);
    return created(offered, `${scope.publicUrl}/v1/communities/${scope.community.slug}/imports/${offered.id}`);
  }),

  route(getImportRoute, async (scope, {params: {id}}) => ok(await getImport(scope, id))),

  route(commitImportRoute, async (scope, {params: {id}}) => accepted(await acceptImport(scope, id))),

  route(undoImportRoute, async (scope, {params: {id}}) => ok(await takeImportBack(scope, id))),
];
