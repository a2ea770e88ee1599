import {sql, type RawBuilder} from 'kysely';
import * as z from 'zod/mini';
import {
  findKeptInitiatives,
  findKeptPartners,
  findKeptPlaces,
  findKeptServices,
  findKeptServicesOf,
  type KeptService,
} from '../exports/records.ts';
import type {Scope} from '../scope.ts';
import {locationOfPlace, type Location} from './location.ts';
import {organizationOfInitiative, organizationOfPartner, type Organization} from './organization.ts';
import {hsdsService, hsdsServiceAtLocation, type HsdsService} from './service.ts';

/** HSDS counts pages from 1, and says how large they are itself. */
export const hsdsQuerySchema = z.strictObject({
  page: z.optional(z.int().check(z.gte(1), z.lte(1_000_000))),
  per_page: z.optional(z.int().check(z.gte(1), z.lte(100))),
});
export type HsdsQuery = z.infer<typeof hsdsQuerySchema>;

const defaultPageSize = 50;

/** A page as the HSDS 3.0 API has it. */
export function hsdsPage<Item>(contents: readonly Item[], total: number, {page = 1, per_page: perPage = defaultPageSize}: HsdsQuery) {
  const pages = Math.ceil(total / perPage);
  return {
    total_items: total,
    total_pages: pages,
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page >= pages,
    empty: contents.length === 0,
    contents,
  };
}

export function offsetOf({page = 1, per_page: perPage = defaultPageSize}: HsdsQuery): {limit: number; offset: number} {
  return {limit: perPage, offset: (page - 1) * perPage};
}

async function idsOf(scope: Scope, from: RawBuilder<unknown>, query: HsdsQuery): Promise<{ids: string[]; total: number}> {
  const {limit, offset} = offsetOf(query);
  const {rows} = await sql<{id: string | null; total: string}>`
    with found as not materialized (select distinct id from (${from}) each)
    select page.id, (select count(*) from found) as total
    from (values (true)) one left join (select id from found order by id limit ${limit} offset ${offset}) page on true
    order by page.id`.execute(scope.database.public);
  return {ids: rows.flatMap(({id}) => id ?? []), total: Number(rows[0]?.total ?? 0)};
}

const readable = (scope: Scope) => sql`community_id = any(${scope.community.readableIds}::uuid[])`;

export async function listOrganizations(scope: Scope, query: HsdsQuery) {
  const from = sql`select id from partners where ${readable(scope)} union all select id from initiatives where ${readable(scope)}`;
  const {ids, total} = await idsOf(scope, from, query);
  return hsdsPage(await findOrganizations(scope, ids), total, query);
}

export async function listHsdsServices(scope: Scope, query: HsdsQuery) {
  const {ids, total} = await idsOf(scope, sql`select id from services where ${readable(scope)}`, query);
  const services = inOrder(ids, await findKeptServices(scope, ids));
  return hsdsPage(
    services.map((service) => ({...hsdsService(service), last_modified: service.updatedAt.toISOString()})),
    total,
    query,
  );
}

export async function listServiceAtLocations(scope: Scope, query: HsdsQuery) {
  const {ids, total} = await idsOf(scope, sql`select id from services where ${readable(scope)} and place_id is not null`, query);
  const services = inOrder(ids, await findKeptServices(scope, ids)).filter(isSomewhere);
  const locations = await findLocations(
    scope,
    services.map(({placeId}) => placeId),
  );
  const contents = services.map((service) => ({...hsdsServiceAtLocation(service), location: locations.get(service.placeId)}));
  return hsdsPage(contents, total, query);
}

export async function getOrganization(scope: Scope, id: string): Promise<(Organization & {services: HsdsService[]}) | null> {
  const [organization] = await findOrganizations(scope, [id]);
  if (!organization) return null;
  return {...organization, services: (await findKeptServicesOf(scope, [id])).map(hsdsService)};
}

export async function getHsdsService(scope: Scope, id: string) {
  const [service] = await findKeptServices(scope, [id]);
  if (!service) return null;
  const [organization] = await findOrganizations(scope, [service.partnerId]);
  const locations = isSomewhere(service) ? await findLocations(scope, [service.placeId]) : new Map<string, Location>();
  return {
    ...hsdsService(service),
    last_modified: service.updatedAt.toISOString(),
    ...(organization && {organization}),
    service_at_locations: isSomewhere(service) ? [{...hsdsServiceAtLocation(service), location: locations.get(service.placeId)}] : [],
  };
}

export async function getServiceAtLocation(scope: Scope, id: string) {
  const [service] = await findKeptServices(scope, [id]);
  if (!service || !isSomewhere(service)) return null;
  const locations = await findLocations(scope, [service.placeId]);
  return {...hsdsServiceAtLocation(service), location: locations.get(service.placeId), service: hsdsService(service)};
}

async function findOrganizations(scope: Scope, ids: readonly string[]): Promise<Organization[]> {
  const [partners, initiatives] = await Promise.all([findKeptPartners(scope, ids), findKeptInitiatives(scope, ids)]);
  const locations = await findLocations(
    scope,
    [...partners, ...initiatives].flatMap(({placeId}) => placeId ?? []),
  );
  const isRegion = scope.community.kind === 'region';
  const options = ({community}: {community: string}) => ({
    showPlace: (placeId: string) => locations.get(placeId),
    ...(isRegion && {community}),
  });
  return inOrder(ids, [
    ...partners.map((partner) => organizationOfPartner(partner, options(partner))),
    ...initiatives.map((initiative) => organizationOfInitiative(initiative, options(initiative))),
  ] as Organization[]);
}

async function findLocations(scope: Scope, placeIds: readonly string[]): Promise<Map<string, Location>> {
  const places = await findKeptPlaces(scope, [...new Set(placeIds)]);
  return new Map(places.map((place) => [place.id, locationOfPlace(place)]));
}

function isSomewhere(service: KeptService): service is KeptService & {placeId: string} {
  return service.placeId !== null;
}

/** Two members of a region may hold the same id, when one took the other's file in: then the first is told. */
function inOrder<Item extends {id: string}>(ids: readonly string[], items: readonly Item[]): Item[] {
  const byId = new Map(items.toReversed().map((item) => [item.id, item]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
