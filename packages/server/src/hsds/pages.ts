import {idSchema} from '@buurtkit/contract';
import {sql, type RawBuilder} from 'kysely';
import {
  findKeptInitiatives,
  findKeptPartners,
  findKeptPlaces,
  findKeptServices,
  findKeptServicesOf,
  type KeptService,
} from '../exports/records.ts';
import type {Scope} from '../scope.ts';
import {filterCondition} from './filters.ts';
import {locationOfPlace, type Location} from './location.ts';
import {organizationOfInitiative, organizationOfPartner, type Organization} from './organization.ts';
import type {HsdsQueries, OrganizationQuery} from './query.ts';
import {hsdsService, hsdsServiceAtLocation} from './service.ts';

type Paging = {page?: number | undefined; per_page?: number | undefined};

const defaultPageSize = 50;
const minimalPageSize = 10_000;

/** A page as the HSDS 3.0 API has it: it counts from 1, and says itself how large it is. */
export function hsdsPage<Item>(contents: readonly Item[], total: number, {page = 1, per_page: perPage = defaultPageSize}: Paging) {
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

export function offsetOf({page = 1, per_page: perPage = defaultPageSize}: Paging): {limit: number; offset: number} {
  return {limit: perPage, offset: (page - 1) * perPage};
}

async function idsOf(scope: Scope, from: RawBuilder<unknown>, query: Paging): Promise<{ids: string[]; total: number}> {
  const {limit, offset} = offsetOf(query);
  const {rows} = await sql<{id: string | null; total: string}>`
    with found as not materialized (select distinct id from (${from}) each)
    select page.id, (select count(*) from found) as total
    from (values (true)) one left join (select id from found order by id limit ${limit} offset ${offset}) page on true
    order by page.id`.execute(scope.database.public);
  return {ids: rows.flatMap(({id}) => id ?? []), total: Number(rows[0]?.total ?? 0)};
}

export async function listOrganizations(scope: Scope, query: HsdsQueries['organizations']) {
  const [ofPartners, ofInitiatives] = [await filterCondition(scope, 'partner', query), await filterCondition(scope, 'initiative', query)];
  const from = sql`select i.id from partners i where ${ofPartners} union all select i.id from initiatives i where ${ofInitiatives}`;
  const {ids, total} = await idsOf(scope, from, query);
  const organizations = await findOrganizations(scope, ids);
  const isWithServices = query.full === 'true' || query.full_service === 'true';
  return hsdsPage(isWithServices ? await withServices(scope, organizations, query) : organizations, total, query);
}

export async function listHsdsServices(scope: Scope, query: HsdsQueries['services']) {
  const from = sql`select i.id from services i where ${await serviceCondition(scope, query)}`;
  if (query.minimal === 'true') return listMinimal(scope, from, {...query, per_page: query.per_page ?? minimalPageSize});
  const {ids, total} = await idsOf(scope, from, query);
  const services = inOrder(ids, await findKeptServices(scope, ids));
  return hsdsPage(query.full === 'true' ? await nested(scope, services) : services.map(dated), total, query);
}

async function listMinimal(scope: Scope, from: RawBuilder<unknown>, query: Paging) {
  const {ids, total} = await idsOf(scope, from, query);
  const {rows} = await sql<{id: string; updatedAt: Date}>`
    select distinct on (i.id) i.id, i.updated_at as "updatedAt" from services i
    where i.community_id = any(${scope.community.readableIds}::uuid[]) and i.id = any(${ids}::uuid[])
    order by i.id, i.community_id`.execute(scope.database.public);
  // The API's own text calls it modified_date, its schema of a service last_modified.
  const contents = rows.map(({id, updatedAt}) => ({id, modified_date: updatedAt.toISOString(), last_modified: updatedAt.toISOString()}));
  return hsdsPage(contents, total, query);
}

export async function listServiceAtLocations(scope: Scope, query: HsdsQueries['service_at_locations']) {
  const from = sql`select i.id from services i where i.place_id is not null and ${await serviceCondition(scope, query)}`;
  const {ids, total} = await idsOf(scope, from, query);
  const services = inOrder(ids, await findKeptServices(scope, ids)).filter(isSomewhere);
  return hsdsPage(await atLocations(scope, services, query.full === 'true'), total, query);
}

async function serviceCondition(scope: Scope, query: HsdsQueries['service_at_locations']): Promise<RawBuilder<boolean>> {
  const {organization_id: organization, modified_after: after} = query;
  const partner = idSchema.safeParse(organization);
  const ofPartner = organization === undefined ? sql`true` : partner.success ? sql`i.partner_id = ${partner.data}::uuid` : sql`false`;
  const isChanged = after === undefined ? sql`true` : sql`i.updated_at >= ${new Date(after)}`;
  return sql<boolean>`(${sql.join([await filterCondition(scope, 'service', query), ofPartner, isChanged], sql` and `)})`;
}

export async function getOrganization(scope: Scope, id: string, {full_service: isFull = 'true'}: OrganizationQuery) {
  const [organization] = await withServices(scope, await findOrganizations(scope, [id]), {full_service: isFull});
  return organization ?? null;
}

export async function getHsdsService(scope: Scope, id: string) {
  const [service] = await nested(scope, (await findKeptServices(scope, [id])).slice(0, 1));
  return service ?? null;
}

export async function getServiceAtLocation(scope: Scope, id: string) {
  const services = (await findKeptServices(scope, [id])).slice(0, 1).filter(isSomewhere);
  const [found] = await atLocations(scope, services, true);
  return found ?? null;
}

/** With all that they do: whole, or the name and status of each. */
async function withServices(scope: Scope, organizations: readonly Organization[], {full_service: isFull}: OrganizationQuery) {
  const services = await findKeptServicesOf(
    scope,
    organizations.map(({id}) => id),
  );
  const byPartner = Map.groupBy(services.map(hsdsService), (service) => service.organization_id);
  return organizations.map((organization) => ({
    ...organization,
    services: (byPartner.get(organization.id) ?? []).map((service) =>
      isFull === 'false' ? {id: service.id, name: service.name, status: service.status} : service,
    ),
  }));
}

const dated = (service: KeptService) => ({...hsdsService(service), last_modified: service.updatedAt.toISOString()});

/** Services with who gives them, and where. */
async function nested(scope: Scope, services: readonly KeptService[]) {
  const organizations = await findOrganizations(scope, [...new Set(services.map(({partnerId}) => partnerId))]);
  const places = new Map((await atLocations(scope, services.filter(isSomewhere), false)).map((place) => [place.id, place]));
  return services.map((service) => {
    const organization = organizations.find(({id}) => id === service.partnerId);
    const place = places.get(service.id);
    return {...dated(service), ...(organization && {organization}), service_at_locations: place ? [place] : []};
  });
}

async function atLocations(scope: Scope, services: readonly (KeptService & {placeId: string})[], isFull: boolean) {
  const locations = await findLocations(
    scope,
    services.map(({placeId}) => placeId),
  );
  return services.map((service) => ({
    ...hsdsServiceAtLocation(service),
    location: locations.get(service.placeId),
    ...(isFull && {service: hsdsService(service)}),
  }));
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
