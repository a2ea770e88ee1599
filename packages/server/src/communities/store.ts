import type {Area, CreditSettings} from '@buurtkit/contract';
import {sql, type Kysely, type Selectable} from 'kysely';
import type {Tables} from '../db/tables.ts';
import type {Database} from '../db/database.ts';
import {ProblemError} from '../problem-error.ts';
import type {TrxScope} from '../scope.ts';
import type {Community} from './community.ts';

export type CommunityRow = Selectable<Tables['communities']> & {
  members: {slug: string; name: string}[];
  areas: Area[];
  credits: CreditSettings | null;
};

/** The community of a slug with whose data it may read, or null. */
export async function findCommunity(database: Database, slug: string): Promise<Community | null> {
  return firstCommunity(selectForRequests(database).where('c.slug', '=', slug));
}

export async function findCommunityById(database: Database, id: string): Promise<Community | null> {
  return firstCommunity(selectForRequests(database).where('c.community_id', '=', id));
}

function selectForRequests(database: Database) {
  return database.public
    .selectFrom('communities as c')
    .select((eb) => [
      'c.community_id as id',
      'c.slug',
      'c.kind',
      'c.name',
      'c.is_sample as isSample',
      'c.time_zone as timeZone',
      'c.address_form as addressForm',
      'c.allowed_origins as allowedOrigins',
      sql<
        string[]
      >`array(${eb.selectFrom('community_members as m').select('m.member_id').whereRef('m.community_id', '=', 'c.community_id')})`.as(
        'memberIds',
      ),
    ]);
}

async function firstCommunity(query: ReturnType<typeof selectForRequests>): Promise<Community | null> {
  const row = await query.executeTakeFirst();
  if (!row) return null;
  const {memberIds, ...community} = row;
  return {...community, readableIds: community.kind === 'region' ? memberIds : [community.id]};
}

function selectWhole(db: Kysely<Tables>) {
  return db
    .selectFrom('communities as c')
    .selectAll('c')
    .select((eb) => [
      sql<{slug: string; name: string}[]>`coalesce((
        select json_agg(json_build_object('slug', m.slug, 'name', m.name) order by m.name collate dutch)
        from ${sql.table('community_members')} cm join ${sql.table('communities')} m on m.community_id = cm.member_id
        where cm.community_id = ${eb.ref('c.community_id')}), '[]')`.as('members'),
      sql<Area[]>`coalesce((
        select json_agg(json_build_object('code', a.code, 'year', a.year, 'name', a.name) order by a.position, a.code)
        from ${sql.table('areas')} a where a.community_id = ${eb.ref('c.community_id')}), '[]')`.as('areas'),
      sql<CreditSettings | null>`(
        select json_build_object('name', s.name, 'minutesPerCredit', s.minutes_per_credit, 'stepMinutes', s.step_minutes,
          'allowsBelowZero', s.allows_below_zero, 'hoursMint', s.hours_mint, 'partnersRedeem', s.partners_redeem,
          'memberMin', s.member_min, 'memberMax', s.member_max, 'welcomeGift', s.welcome_gift,
          'expiresAfterMonths', s.expires_after_months, 'deskDailyCap', s.desk_daily_cap)
        from ${sql.table('credit_settings')} s where s.community_id = ${eb.ref('c.community_id')})`.as('credits'),
    ]);
}

/** The community with its members and areas. */
export async function readCommunity(db: Kysely<Tables>, id: string): Promise<CommunityRow> {
  return selectWhole(db).where('c.community_id', '=', id).executeTakeFirstOrThrow();
}

export type CommunityPosition = {name: string; slug: string};

/** Communities by name, from a position on; one more than asked for tells that there is a next page. */
export async function listCommunityRows(
  database: Database,
  after: CommunityPosition | null,
  limit: number,
): Promise<{rows: CommunityRow[]; total: number}> {
  const {total} = await database.public
    .selectFrom('communities')
    .select(sql<string>`count(*)`.as('total'))
    .executeTakeFirstOrThrow();
  const rows = await selectWhole(database.public)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(c.name collate dutch, c.slug) > (${after?.name ?? ''} collate dutch, ${after?.slug ?? ''})`),
    )
    .orderBy(sql`c.name collate dutch`)
    .orderBy('c.slug')
    .limit(limit + 1)
    .execute();
  return {rows, total: Number(total)};
}

/**
 * Locks the community, so that two who change its settings come one after the other. Not its key: every row of the
 * community that is written meanwhile, such as that of an Idempotency-Key, holds on to that, and two would wait for each other.
 */
export async function lockCommunity(scope: TrxScope): Promise<CommunityRow> {
  await scope.trx
    .selectFrom('communities')
    .select('community_id')
    .where('community_id', '=', scope.community.id)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  return readCommunity(scope.trx, scope.community.id);
}

export async function replaceAreas(db: Kysely<Tables>, communityId: string, areas: readonly Area[]): Promise<void> {
  const repeated = areas.findIndex(({code}, index) => areas.findIndex((other) => other.code === code) < index);
  if (repeated >= 0) throw new ProblemError('request.invalid', {faults: [{pointer: `#/areas/${repeated}/code`, code: 'not-allowed'}]});
  await db.deleteFrom('areas').where('community_id', '=', communityId).execute();
  if (areas.length === 0) return;
  await db
    .insertInto('areas')
    .values(areas.map((area, position) => ({community_id: communityId, code: area.code, year: area.year, name: area.name, position})))
    .execute();
}
