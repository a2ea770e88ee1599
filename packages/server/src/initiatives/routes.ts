import {
  changeInitiative as changeInitiativeRoute,
  createInitiative as createInitiativeRoute,
  getInitiative as getInitiativeRoute,
  listInitiatives as listInitiativesRoute,
  mediaTypes,
  type InitiativeListItem,
} from '@buurtkit/contract';
import {csvOfInitiatives} from '../exports/initiative-csv.ts';
import {created, ok, route} from '../http/bind-route.ts';
import {nextPageLink} from '../http/links.ts';
import {changeInitiative} from './change-initiative.ts';
import {createInitiative} from './create-initiative.ts';
import {getInitiative} from './get-initiative.ts';
import {eachInitiative, listInitiatives} from './list-initiatives.ts';
import {queryFaults} from './query-faults.ts';

type Selection = Partial<InitiativeListItem>;

function select(item: InitiativeListItem, fields: readonly (keyof InitiativeListItem)[] | undefined): Selection {
  if (!fields) return item;
  const wanted = new Set<string>(['id', ...fields]);
  return Object.fromEntries(Object.entries(item).filter(([key]) => wanted.has(key)));
}

function feature(item: InitiativeListItem, fields: readonly (keyof InitiativeListItem)[] | undefined) {
  const {id: _id, location: _location, ...properties} = select(item, fields);
  return {type: 'Feature', id: item.id, geometry: item.location, properties};
}

export const initiativeRoutes = [
  route(
    listInitiativesRoute,
    async (scope, {query, format}) => {
      if (format === 'csv') {
        const chunks = csvOfInitiatives(eachInitiative(scope, query));
        return ok(null, {text: {contentType: 'text/csv; charset=utf-8', chunks}});
      }
      const {data, total, next, facets} = await listInitiatives(scope, query);
      const path = `/communities/${scope.community.slug}/initiatives`;
      const headers = nextPageLink(scope.publicUrl, path, query, next);
      if (format === 'json') return ok({data: data.map((item) => select(item, query.fields)), total, next, facets}, {headers});
      const features = data.map((item) => feature(item, query.fields));
      return ok(
        {type: 'FeatureCollection', features, numberMatched: total, numberReturned: features.length},
        {headers: {...headers, 'Content-Type': mediaTypes.geojson}},
      );
    },
    queryFaults,
  ),

  route(getInitiativeRoute, async (scope, {params}) => {
    const {initiative, revision} = await getInitiative(scope, params.slug);
    return ok(initiative, {revision});
  }),

  route(createInitiativeRoute, async (scope, {body}) => {
    const {slug} = await createInitiative(scope, body);
    const {initiative, revision} = await getInitiative(scope, slug);
    return created(initiative, `${scope.publicUrl}/v1/communities/${scope.community.slug}/initiatives/${slug}`, {revision});
  }),

  route(changeInitiativeRoute, async (scope, {params, body, ifMatch}) => {
    await changeInitiative(scope, params.slug, body, ifMatch);
    const {initiative, revision} = await getInitiative(scope, params.slug);
    return ok(initiative, {revision});
  }),
];
