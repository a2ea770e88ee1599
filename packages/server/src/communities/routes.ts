import {
  changeCommunity as changeCommunityRoute,
  defaultLimit,
  getCommunity as getCommunityRoute,
  listCommunities as listCommunitiesRoute,
} from '@buurtkit/contract';
import * as z from 'zod';
import {ok, route} from '../http/bind-route.ts';
import {nextPageLink} from '../http/links.ts';
import {readOpaque, writeOpaque} from '../http/opaque.ts';
import {changeCommunity} from './change-community.ts';
import {representCommunity, representSettings} from './represent-community.ts';
import {listCommunityRows, readCommunity, type CommunityPosition} from './store.ts';

const positionSchema = z.tuple([z.string(), z.string()]);

function readPosition(cursor: string): CommunityPosition {
  const [name, slug] = readOpaque(positionSchema, cursor, 'cursor');
  return {name, slug};
}

export const communityRoutes = [
  route(listCommunitiesRoute, async (scope, {query}) => {
    const limit = query.limit ?? defaultLimit;
    const {rows, total} = await listCommunityRows(scope.database, query.cursor === undefined ? null : readPosition(query.cursor), limit);
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    const next = last ? writeOpaque([last.name, last.slug]) : null;
    const data = page.map((row) => representCommunity(row, scope.publicUrl));
    return ok({data, total, next, facets: {}}, {headers: nextPageLink(scope.publicUrl, '/communities', query, next)});
  }),

  route(getCommunityRoute, async (scope) => {
    const row = await readCommunity(scope.database.public, scope.community.id);
    return ok(representCommunity(row, scope.publicUrl), {revision: row.revision});
  }),

  route(changeCommunityRoute, async (scope, {body, ifMatch}) => {
    const row = await changeCommunity(scope, body, ifMatch);
    return ok(representSettings(row, scope.publicUrl), {revision: row.revision});
  }),
];
