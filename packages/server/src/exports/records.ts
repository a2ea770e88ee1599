import type {Block, NewInitiative, NewPartner, NewService, NewSharedPlace} from '@buurtkit/contract';
import {sql, type RawBuilder} from 'kysely';
import type {Scope} from '../scope.ts';

type Told<Value> = {[Name in keyof Value]-?: Exclude<Value[Name], undefined>};

export type Kept<Value> = {id: string; communityId: string; community: string; updatedAt: Date; value: Value};

/** What a community keeps of each thing, in the words in which it is written: with it the thing can be made anew. */
export type InitiativeValue = Told<NewInitiative>;
export type PartnerValue = Told<NewPartner>;
export type ServiceValue = Told<NewService>;
export type PlaceValue = Told<NewSharedPlace>;

export type KeptInitiative = Kept<InitiativeValue> & {placeId: string | null; blocks: {nl: Block[]; en?: Block[]}[]};
export type KeptPartner = Kept<PartnerValue> & {placeId: string | null; parentId: string | null};
export type KeptService = Kept<ServiceValue> & {placeId: string | null; partnerId: string};
export type KeptPlace = Kept<PlaceValue>;

type Row = {id: string; community_id: string; community: string; updated_at: Date} & Record<string, unknown>;

type Source<Record extends Kept<unknown>> = {
  table: 'initiatives' | 'partners' | 'services' | 'places';
  /** What its table doesn't have itself. */
  more: RawBuilder<unknown>;
  read(row: Row): Omit<Record, 'id' | 'communityId' | 'community' | 'updatedAt'>;
};

const batchSize = 200;

/** All that a community or region may read, by id and in batches, so that a large export needs no large memory. */
async function* each<Record extends Kept<unknown>>(scope: Scope, source: Source<Record>): AsyncGenerator<Record> {
  let last: Record | undefined;
  do {
    const batch: Record[] = await select(
      scope,
      source,
      last ? sql<boolean>`(t.id, t.community_id) > (${last.id}::uuid, ${last.communityId}::uuid)` : sql<boolean>`true`,
    );
    yield* batch;
    last = batch.length === batchSize ? batch.at(-1) : undefined;
  } while (last);
}

async function select<Record extends Kept<unknown>>(
  scope: Scope,
  {table, more, read}: Source<Record>,
  condition: RawBuilder<boolean>,
  limit = batchSize,
): Promise<Record[]> {
  const {rows} = await sql<Row>`
    select t.*, c.slug as community, ${more}
    from ${sql.table(table)} t join communities c using (community_id)
    where t.community_id = any(${scope.community.readableIds}::uuid[]) and ${condition}
    order by t.id, t.community_id limit ${limit}`.execute(scope.database.public);
  return rows.map(
    (row) => ({...read(row), id: row.id, communityId: row.community_id, community: row.community, updatedAt: row.updated_at}) as Record,
  );
}

const point = ({longitude, latitude}: Row) =>
  longitude === null || latitude === null ? null : {type: 'Point', coordinates: [longitude, latitude]};

/** Another community's goes by `{community}~{slug}`, one's own by its slug. */
const address = (table: string) =>
  sql`case when ${sql.ref(`${table}.community_id`)} = t.community_id then ${sql.ref(`${table}.slug`)} else (select slug from communities where community_id = ${sql.ref(`${table}.community_id`)}) || '~' || ${sql.ref(`${table}.slug`)} end`;

const placeSlug = sql`(select slug from places where community_id = t.community_id and id = t.place_id) as place_slug`;

const initiatives: Source<KeptInitiative> = {
  table: 'initiatives',
  more: sql`${placeSlug},
    (select coalesce(json_agg(json_build_object('partner', ${address('p')}, 'role', m.role, 'since', m.since) order by m.position, m.partner_id, m.role), '[]')
      from coalitions m join partners p on p.community_id = m.partner_community_id and p.id = m.partner_id
      where m.community_id = t.community_id and m.initiative_id = t.id) as coalition,
    (select coalesce(json_agg(json_build_object('title', title, 'text', text, 'date', dated) order by position, id), '[]')
      from chapters where community_id = t.community_id and initiative_id = t.id) as story,
    (select coalesce(json_agg(blocks order by position, id), '[]')
      from chapters where community_id = t.community_id and initiative_id = t.id) as blocks`,
  read: (row) => ({
    placeId: row['place_id'] as string | null,
    blocks: row['blocks'] as KeptInitiative['blocks'],
    value: {
      slug: row['slug'],
      name: row['name'],
      kind: row['kind'],
      stage: row['stage'],
      themes: row['themes'],
      context: row['context'],
      scale: row['scale'],
      since: row['since'],
      summary: row['summary'],
      place:
        row['city'] === null
          ? null
          : {
              city: row['city'],
              areaCode: row['area_code'],
              areaYear: row['area_year'],
              precision: row['precision'],
              ...(row['place_slug'] !== null && {slug: row['place_slug']}),
            },
      location: point(row),
      areas: row['areas'],
      openingHours: row['opening_hours'],
      accessibility: row['accessibility'],
      contact: row['contact'],
      hasContactForm: row['has_contact_form'],
      coalition: row['coalition'],
      lookingFor: row['looking_for'],
      externalIds: row['external_ids'],
      story: row['story'],
    } as InitiativeValue,
  }),
};

const partners: Source<KeptPartner> = {
  table: 'partners',
  more: sql`${placeSlug},
    (select ${address('p')} from partners p where p.community_id = t.parent_community_id and p.id = t.parent_id) as parent,
    (select coalesce(json_agg(${address('p')} order by m.position, m.member_id), '[]')
      from network_members m join partners p on p.community_id = m.member_community_id and p.id = m.member_id
      where m.community_id = t.community_id and m.network_id = t.id) as members`,
  read: (row) => ({
    placeId: row['place_id'] as string | null,
    parentId: row['parent_id'] as string | null,
    value: {
      slug: row['slug'],
      name: row['name'],
      kind: row['kind'],
      city: row['city'],
      summary: row['summary'],
      website: row['website'],
      isSample: row['is_sample'],
      contacts: row['contacts'],
      areas: row['areas'],
      parent: row['parent'],
      place: row['place_slug'],
      members: row['members'],
      externalIds: row['external_ids'],
    } as PartnerValue,
  }),
};

const services: Source<KeptService> = {
  table: 'services',
  more: sql`${placeSlug}, (select slug from partners where community_id = t.community_id and id = t.partner_id) as partner`,
  read: (row) => ({
    placeId: row['place_id'] as string | null,
    partnerId: row['partner_id'] as string,
    value: {
      partner: row['partner'],
      name: row['name'],
      summary: row['summary'],
      functions: row['functions'],
      themes: row['themes'],
      forWhom: row['for_whom'],
      howToGet: row['how_to_get'],
      cost: row['cost'],
      capacity: row['capacity'],
      status: row['status'],
      place: row['place_slug'],
      areas: row['areas'],
      contact: row['contact'],
      openingHours: row['opening_hours'],
      externalIds: row['external_ids'],
    } as ServiceValue,
  }),
};

const places: Source<KeptPlace> = {
  table: 'places',
  more: sql`null`,
  read: (row) => ({
    value: {
      slug: row['slug'],
      name: row['name'],
      address: row['street'] === null ? null : {street: row['street'], postcode: row['postcode']},
      city: row['city'],
      areaCode: row['area_code'],
      areaYear: row['area_year'],
      location: point(row),
      accessibility: row['accessibility'],
      isAvailable: row['is_available'],
      availableFor: row['available_for'],
    } as PlaceValue,
  }),
};

export const eachKeptInitiative = (scope: Scope) => each(scope, initiatives);
export const eachKeptPartner = (scope: Scope) => each(scope, partners);
export const eachKeptService = (scope: Scope) => each(scope, services);
export const eachKeptPlace = (scope: Scope) => each(scope, places);

const withIds = (ids: readonly string[]) => sql<boolean>`t.id = any(${ids}::uuid[])`;

export const findKeptInitiatives = (scope: Scope, ids: readonly string[]) => select(scope, initiatives, withIds(ids), ids.length * 2);
export const findKeptPartners = (scope: Scope, ids: readonly string[]) => select(scope, partners, withIds(ids), ids.length * 2);
export const findKeptPlaces = (scope: Scope, ids: readonly string[]) => select(scope, places, withIds(ids), ids.length * 2);
export const findKeptServices = (scope: Scope, ids: readonly string[]) => select(scope, services, withIds(ids), ids.length * 2);
export const findKeptServicesOf = (scope: Scope, partnerIds: readonly string[]) =>
  select(scope, services, sql<boolean>`t.partner_id = any(${partnerIds}::uuid[])`, 10_000);
