import {hasEnded, type ExchangeAct, type ExchangeState} from '@buurtkit/contract';
import {sql, type Insertable, type Updateable} from 'kysely';
import {recordActs} from '../../audit/record-acts.ts';
import type {Tables} from '../../db/tables.ts';
import type {TrxScope} from '../../scope.ts';
import type {ExchangeRow, ExchangeWords, KnownExchange, Person} from './exchange-row.ts';
import {requireTransition} from './require-act.ts';

const noWords: ExchangeWords = {message: null, answer: null, helper_contact: null, helped_contact: null, reason: null, note: null};

/** An exchange with its listing locked first, as everyone does who decides on one, so that two can't wait for each other. */
export async function lockExchange(scope: TrxScope, id: string): Promise<KnownExchange | null> {
  await sql`select from listings where community_id = ${scope.community.id}
    and id = (select listing_id from exchanges where community_id = ${scope.community.id} and id = ${id}) for no key update`.execute(
    scope.trx,
  );
  const row = await scope.trx
    .selectFrom('exchanges')
    .selectAll()
    .where('community_id', '=', scope.community.id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return null;
  const [known] = await readKnown(scope, [row]);
  return known ?? null;
}

export async function findExchange(scope: TrxScope, id: string): Promise<KnownExchange | null> {
  const rows = await scope.trx
    .selectFrom('exchanges')
    .selectAll()
    .where('community_id', '=', scope.community.id)
    .where('id', '=', id)
    .execute();
  const [known] = await readKnown(scope, rows);
  return known ?? null;
}

/** All that belongs to these exchanges, with three questions however many they are. */
export async function readKnown(scope: TrxScope, rows: readonly ExchangeRow[]): Promise<KnownExchange[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({id}) => id);
  const {trx, community} = scope;
  const words = await trx
    .selectFrom('exchange_words')
    .selectAll()
    .where('community_id', '=', community.id)
    .where('exchange_id', 'in', ids)
    .execute();
  const {rows: listings} = await sql<NonNullable<KnownExchange['listing']>>`
    select id, kind, title, category from listings
    where community_id = ${community.id} and id = any(${rows.map(({listing_id}) => listing_id)}::uuid[])`.execute(trx);
  const people: Person[] = await trx
    .selectFrom('members')
    .select(['id', 'name', 'email', 'language'])
    .where('community_id', '=', community.id)
    .where('id', 'in', [...new Set(rows.flatMap(({helper_id, helped_id}) => [helper_id, helped_id]))])
    .execute();
  const person = (id: string) => people.find((one) => one.id === id)!;
  return rows.map((exchange) => {
    const found = words.find(({exchange_id}) => exchange_id === exchange.id);
    return {
      exchange,
      words: found ?? noWords,
      listing: listings.find(({id}) => id === exchange.listing_id) ?? null,
      helper: person(exchange.helper_id),
      helped: person(exchange.helped_id),
    };
  });
}

type NewExchangeRow = Omit<Insertable<Tables['exchanges']>, 'community_id' | 'state' | 'created_at' | 'updated_at'>;

/** Null when there is such a proposal already. */
export async function insertExchange(scope: TrxScope, row: NewExchangeRow): Promise<ExchangeRow | null> {
  const inserted = await scope.trx
    .insertInto('exchanges')
    .values({...row, community_id: scope.community.id, state: 'proposed', created_at: scope.now, updated_at: scope.now})
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  if (!inserted) return null;
  await recordActs(scope, [{action: 'exchange.proposed', subjectId: inserted.id}]);
  return inserted;
}

/** Brings an exchange to its next state: the only way in which a state changes. */
export async function moveExchange(
  scope: TrxScope,
  known: KnownExchange,
  act: ExchangeAct,
  to: ExchangeState,
  columns: Updateable<Tables['exchanges']> = {},
): Promise<KnownExchange> {
  requireTransition(known.exchange.state, act, to);
  const exchange = await scope.trx
    .updateTable('exchanges')
    .set({
      expires_at: null,
      ...columns,
      state: to,
      ...(hasEnded(to) && {ended_at: scope.now}),
      ...(to === 'disputed' && {disputed_at: scope.now}),
      updated_at: scope.now,
    })
    .where('community_id', '=', scope.community.id)
    .where('id', '=', known.exchange.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await recordActs(scope, [{action: `exchange.${to}`, subjectId: exchange.id}]);
  return {...known, exchange};
}

/** What was written with an act, next to what was written before. */
export async function keepWords(scope: TrxScope, known: KnownExchange, words: Partial<ExchangeWords>): Promise<KnownExchange> {
  const said = Object.fromEntries(
    Object.entries(words).filter(([, text]) => text !== undefined && text !== null),
  ) as Partial<ExchangeWords>;
  if (Object.keys(said).length === 0) return known;
  await scope.trx
    .insertInto('exchange_words')
    .values({community_id: scope.community.id, exchange_id: known.exchange.id, ...said})
    .onConflict((conflict) => conflict.columns(['community_id', 'exchange_id']).doUpdateSet(said))
    .execute();
  return {...known, words: {...known.words, ...said}};
}
