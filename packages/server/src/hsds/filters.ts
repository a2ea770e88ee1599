import type {Fault} from '@buurtkit/contract';
import {sql, type RawBuilder} from 'kysely';
import {ProblemError} from '../problem-error.ts';
import type {Scope} from '../scope.ts';
import {searchCondition} from '../search/search-condition.ts';
import {knownTerms} from './hsds-file.ts';
import type {HsdsQueries} from './query.ts';
import {taxonomies, taxonomyTerm} from './taxonomies.ts';

type Condition = RawBuilder<boolean>;
/** Whether the row `i` has a term by this code, or with null any term of the taxonomy. */
type Having = (code: string | null) => Condition;

const one =
  (column: string): Having =>
  (code) =>
    code === null ? sql`${sql.ref(`i.${column}`)} is not null` : sql`${sql.ref(`i.${column}`)} = ${code}`;
const several =
  (column: string): Having =>
  (code) =>
    code === null ? sql`cardinality(${sql.ref(`i.${column}`)}) > 0` : sql`${sql.ref(`i.${column}`)} @> array[${code}]::text[]`;
const always =
  (itself: string): Having =>
  (code) =>
    sql`${code === null || code === itself}`;
const inCoalition: Having = (code) => sql`exists (
  select from coalitions m where m.community_id = i.community_id and m.initiative_id = i.id and ${code === null ? sql`true` : sql`m.role = ${code}`})`;

/** Where the terms of our vocabularies stand: the attributes of what is made of a row have them. */
const standing = {
  service: {'service-function': several('functions'), theme: several('themes')},
  partner: {resource: always('partner'), 'partner-kind': one('kind')},
  initiative: {
    resource: always('initiative'),
    'initiative-kind': one('kind'),
    'initiative-stage': one('stage'),
    'initiative-context': one('context'),
    scale: one('scale'),
    theme: several('themes'),
    'coalition-role': inCoalition,
  },
} as const satisfies Record<string, Record<string, Having>>;

type Filters = Pick<HsdsQueries['organizations'], 'search' | 'taxonomy_term_id' | 'taxonomy_id'>;

/** What the row `i` of a list has to meet: the words, the term and the taxonomy that were asked for. */
export async function filterCondition(scope: Scope, table: keyof typeof standing, {search, ...asked}: Filters): Promise<Condition> {
  const conditions = [
    sql<boolean>`i.community_id = any(${scope.community.readableIds}::uuid[])`,
    await searchCondition(scope, table, search),
  ];
  const having = (taxonomy: string | undefined, code: string | null, parameter: keyof typeof asked): Condition => {
    if (taxonomy === 'field') throw new ProblemError('request.invalid', {faults: [{parameter, code: 'not-allowed'} satisfies Fault]});
    return (standing[table] as Record<string, Having>)[taxonomy ?? '']?.(code) ?? sql`false`;
  };
  if (asked.taxonomy_term_id !== undefined) {
    const term = await findTerm(scope, asked.taxonomy_term_id.toLowerCase());
    conditions.push(having(term?.taxonomy, term?.code ?? null, 'taxonomy_term_id'));
  }
  if (asked.taxonomy_id !== undefined) {
    const taxonomy = taxonomies().find(({id}) => id === asked.taxonomy_id?.toLowerCase());
    conditions.push(having(taxonomy?.name, null, 'taxonomy_id'));
  }
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

/** One of the terms that are known beforehand, or a theme that somebody thought of. */
async function findTerm(scope: Scope, id: string): Promise<{taxonomy: string; code: string} | undefined> {
  const known = knownTerms().find((term) => term.id === id);
  if (known) return known;
  const ids = scope.community.readableIds;
  const {rows} = await sql<{theme: string}>`
    select distinct unnest(themes) as theme from initiatives where community_id = any(${ids}::uuid[])
    union select unnest(themes) from services where community_id = any(${ids}::uuid[])`.execute(scope.database.public);
  return rows.map(({theme}) => taxonomyTerm('theme', theme)).find((term) => term.id === id);
}
