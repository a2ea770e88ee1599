import {
  createPublication as createPublicationRoute,
  getEdition as getEditionRoute,
  getPublication as getPublicationRoute,
  listPublications as listPublicationsRoute,
  mediaTypes,
  publishEdition as publishEditionRoute,
} from '@buurtkit/contract';
import {created, ok, route} from '../http/bind-route.ts';
import {nextPageLink} from '../http/links.ts';
import {createPublication} from './create-publication.ts';
import {getBook, getEdition, getPublication} from './get-publication.ts';
import {listPublications} from './list-publications.ts';
import {publishEdition} from './publish-edition.ts';

export const publicationRoutes = [
  route(listPublicationsRoute, async (scope, {query}) => {
    const page = await listPublications(scope, query);
    const path = `/communities/${scope.community.slug}/publications`;
    return ok({...page, facets: {}}, {headers: nextPageLink(scope.publicUrl, path, query, page.next)});
  }),

  route(getPublicationRoute, async (scope, {params}) => ok(await getPublication(scope, params.slug))),

  route(createPublicationRoute, async (scope, {body}) => {
    const publication = await createPublication(scope, body);
    return created(publication, `${scope.publicUrl}/v1/communities/${scope.community.slug}/publications/${publication.slug}`);
  }),

  route(getEditionRoute, async (scope, {params, format}) => {
    const number = Number(params.number);
    if (format === 'json') return ok(await getEdition(scope, params.slug, number));
    const {name, content} = await getBook(scope, params.slug, {number, language: scope.language});
    return ok(null, {
      file: {contentType: mediaTypes.epub, content: new Uint8Array(content)},
      headers: {'Content-Disposition': `attachment; filename="${name}"`, Vary: 'Accept, Accept-Language'},
    });
  }),

  route(publishEditionRoute, async (scope, {params, body}) => {
    const edition = await publishEdition(scope, params.slug, body);
    const path = `/v1/communities/${scope.community.slug}/publications/${params.slug}/editions/${edition.number}`;
    return created(edition, `${scope.publicUrl}${path}`);
  }),
];
