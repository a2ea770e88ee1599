import {isDeepStrictEqual} from 'node:util';
import type {ExternalId} from '@buurtkit/contract';
import type {TrxScope} from '../scope.ts';
import {findSlugsLike} from '../slugs/under-free-slug.ts';
import type {ImportFault, ImportRecord, ImportWarning, RecordRow, ResourceName, Value} from './import-record.ts';
import {findByExternalIds, findRows} from './import-store.ts';
import {findReferences, type References} from './references.ts';
import type {Resource, Row} from './resource.ts';
import {resourceOf} from './resources.ts';

/** What belongs to a thing and changes, by field. */
type Replaced = Record<string, unknown>;

export type PlannedRow =
  | {
      line: number;
      action: 'created';
      slug: string;
      id: string | null;
      columns: Record<string, unknown>;
      replaced: Replaced;
      isAgain: boolean;
    }
  | {
      line: number;
      action: 'updated';
      slug: string;
      id: string;
      columns: Record<string, unknown>;
      replaced: Replaced;
      fields: string[];
      isAgain: boolean;
    }
  | {line: number; action: 'unchanged'; slug: string; id: string; isAgain: boolean}
  | {line: number; action: 'refused'; faults: ImportFault[]; isAgain: boolean};

/** The names that rows of this file had before, and in which line: two rows must not be one and the same thing. */
export type SeenNames = Map<string, number>;

export type BatchPlan = {
  resource: ResourceName;
  planned: PlannedRow[];
  seen: SeenNames;
  warnings: {line: number; warnings: ImportWarning[]}[];
};

export const nothingPlanned: BatchPlan = {resource: 'initiative', planned: [], seen: new Map(), warnings: []};

/** Decides for each row what it does: a thing is found by its id, else by its name elsewhere, else by its slug. All rows are of one kind. */
export async function planBatch(
  scope: TrxScope,
  rows: readonly RecordRow[],
  seenBefore: SeenNames,
  {isLocked}: {isLocked: boolean},
): Promise<BatchPlan> {
  const [first] = rows;
  if (!first) return nothingPlanned;
  const resource = resourceOf(first.record.resource);
  const found = await findTargets(scope, resource, rows, {isLocked});
  const seen: SeenNames = new Map();
  const lineOf = (name: string) => seen.get(name) ?? seenBefore.get(name);
  const planned: PlannedRow[] = [];
  const warnings: BatchPlan['warnings'] = [];
  for (const {line, record, comesAgain = false, isAgain = false} of rows) {
    const refuse = (...faults: ImportFault[]) => void planned.push({line, action: 'refused', faults, isAgain});
    const target = found.targetOf(record);
    const names = [...namesOf(resource, record), ...(target ? [`${resource.name} target ${target.id}`] : [])];
    // What was refused is not there to be looked at again.
    if (isAgain && !names.some((name) => lineOf(name) === line)) continue;
    const [earlier] = isAgain ? [] : names.flatMap((name) => lineOf(name) ?? []);
    if (earlier !== undefined) {
      refuse({
        code: 'not-allowed',
        detail: `This is the same ${resource.name} as in line ${earlier}: give it an id or a slug of its own.`,
      });
      continue;
    }
    const conflict = target && conflictOf(record, target);
    const conflicts = conflict ? [conflict] : takenNames(resource, record, target, found);
    if (conflicts.length > 0) {
      refuse(...conflicts);
      continue;
    }
    const lost = missingReferences(resource, record, found.references, lineOf);
    if (lost.length > 0 && !record.isLenient) {
      refuse(...lost);
      continue;
    }
    const leftOut = comesAgain
      ? []
      : [
          ...lost.map(({value, detail}) => ({column: value, detail: `${detail} It is left out.`})),
          ...doublesOf(resource, record.value, found.references),
        ];
    if (leftOut.length > 0) warnings.push({line, warnings: leftOut});
    // What is only planned is not there to be changed.
    if (isAgain && !target) continue;

    const row = target
      ? planUpdate(resource, {line, record, isAgain}, target, found)
      : await planCreation(scope, resource, {line, record}, found, (slug) => lineOf(`${resource.name} slug ${slug}`) !== undefined);
    if (row.action !== 'refused')
      for (const name of [...names, ...(resource.slugFrom(record.value) === null ? [] : [`${resource.name} slug ${row.slug}`])])
        seen.set(name, line);
    planned.push(row);
  }
  return {resource: resource.name, planned, seen, warnings};
}

/** What tells a row apart: its id and its names elsewhere; and its slug, also one made from its name when it has no other. */
function namesOf(resource: Resource, {id, value, source}: ImportRecord): string[] {
  const kind = resource.name;
  const own = [
    ...(id === null ? [] : [`${kind} id ${id}`]),
    ...externalIdsOf(value).map((name) => `${kind} external ${name.source} ${name.id}`),
  ];
  // A record of another system is that system's: another by the same slug is another thing, which has to go by one of its own.
  if (source !== undefined) return own;
  const slug = askedSlug(value);
  if (slug !== undefined) return [...own, `${kind} slug ${slug}`];
  const made = resource.slugFrom(value);
  return own.length > 0 || made === null ? own : [`${kind} slug ${made}`];
}

function externalIdsOf(value: Value) {
  return ('externalIds' in value && value.externalIds) || [];
}

function askedSlug(value: Value): string | undefined {
  return 'slug' in value ? value.slug : undefined;
}

type Found = {
  targetOf(record: ImportRecord): Row | undefined;
  isTaken(slug: string): boolean;
  /** The id of what goes by this name elsewhere. */
  ownerOf(name: ExternalId): string | undefined;
  references: References;
  /** What belongs to a target now, by field. */
  belongingsOf(id: string): Replaced;
};

async function findTargets(scope: TrxScope, resource: Resource, rows: readonly RecordRow[], lock: {isLocked: boolean}): Promise<Found> {
  const records = rows.map((row) => row.record);
  const external = await findByExternalIds(
    scope,
    resource.name,
    records.flatMap(({value}) => externalIdsOf(value)),
  );
  const ids = [...records.flatMap((record) => record.id ?? []), ...external.map((name) => name.targetId)];
  const slugs = records.flatMap(({value}) => askedSlug(value) ?? resource.slugFrom(value) ?? []);
  const targets = await findRows(scope, resource, ids, slugs, lock);
  const byId = new Map(targets.map((row) => [row.id, row]));
  const bySlug = new Map(targets.flatMap((row) => (row.slug === undefined ? [] : [[row.slug, row] as const])));
  const owners = new Map(external.map((name) => [`${name.source} ${name.id}`, name.targetId]));
  const ownerOf = (name: ExternalId) => owners.get(`${name.source} ${name.id}`);

  const targetOf = (record: ImportRecord) => {
    const {id, value, source} = record;
    const byName = externalIdsOf(value)
      .map((name) => byId.get(ownerOf(name) ?? ''))
      .find(Boolean);
    const known = (id === null ? undefined : byId.get(id)) ?? byName;
    if (known || source !== undefined) return known;
    const slug = askedSlug(value);
    if (slug !== undefined) return bySlug.get(slug);
    const namesake = bySlug.get(resource.slugFrom(value) ?? '');
    return namesake && isSomebodyElse(record, namesake) ? undefined : namesake;
  };
  const named = records.map(({value}) => resource.named(value));
  const references = await findReferences(scope, {
    partners: named.flatMap(({partners}) => partners),
    places: named.flatMap(({places}) => places),
  });
  const belongings = new Map<string, Map<string, unknown>>();
  for (const {field, find} of resource.belongings) {
    const told = records.filter(({value}) => (value as Record<string, unknown>)[field] !== undefined);
    const targetIds = told.flatMap((record) => targetOf(record)?.id ?? []);
    belongings.set(field, targetIds.length === 0 ? new Map() : await find(scope, targetIds));
  }
  return {
    targetOf,
    isTaken: (slug) => bySlug.has(slug),
    ownerOf,
    references,
    belongingsOf: (id) => Object.fromEntries([...belongings].map(([field, byTarget]) => [field, byTarget.get(id) ?? []])),
  };
}

/** Another id, or another name in the same system, is another thing that happens to be called the same. */
function isSomebodyElse({id, value}: ImportRecord, target: Row): boolean {
  if (id !== null && id !== target.id) return true;
  return externalIdsOf(value).some((name) => target.external_ids?.some((other) => other.source === name.source && other.id !== name.id));
}

function conflictOf(record: ImportRecord, target: Row): ImportFault | null {
  if (record.id === target.id) return null;
  const called = target.slug ?? target.id;
  if (record.id !== null) return {code: 'not-allowed', column: 'id', value: record.id, detail: `"${called}" is there with another id.`};
  const isKnownElsewhere = externalIdsOf(record.value).some((name) => target.external_ids?.some((other) => isDeepStrictEqual(name, other)));
  return !isKnownElsewhere && isSomebodyElse(record, target)
    ? {code: 'not-allowed', column: 'slug', value: called, detail: `"${called}" is there with another name in the same source.`}
    : null;
}

/** Names elsewhere that another thing has, or that stand there twice. */
function takenNames({name: kind}: Resource, {value, columnOf}: ImportRecord, target: Row | undefined, {ownerOf}: Found): ImportFault[] {
  const names = externalIdsOf(value);
  return names.flatMap((name, index): ImportFault[] => {
    const owner = ownerOf(name);
    const isSecond = names.findIndex((other) => isDeepStrictEqual(other, name)) < index;
    if (!isSecond && (owner === undefined || owner === target?.id)) return [];
    const detail = isSecond ? 'This name is there twice.' : `In "${name.source}" this is the name of another ${kind}.`;
    return [{code: 'not-allowed', column: columnOf(`#/externalIds/${index}`), value: name.id, detail}];
  });
}

/** What a record names and is nowhere: not in the community, and not in the file before it. */
function missingReferences(
  resource: Resource,
  {value}: ImportRecord,
  references: References,
  lineOf: (name: string) => number | undefined,
): (ImportFault & {value: string; detail: string})[] {
  const {partners, places} = resource.named(value);
  const isComing = (kind: ResourceName, name: string) =>
    lineOf(`${kind} id ${name}`) !== undefined || lineOf(`${kind} slug ${name}`) !== undefined;
  return [
    ...partners.filter((name) => !references.partner(name) && !isComing('partner', name)).map((name) => missing('partner', name)),
    ...places.filter((name) => references.place(name) === undefined && !isComing('place', name)).map((name) => missing('place', name)),
  ];
}

function missing(column: string, value: string) {
  return {code: 'unknown' as const, column, value, detail: `There is no ${column} "${value}".`};
}

/** What belongs to a thing from now on, each once. */
function replacedBy(resource: Resource, value: Value, references: References): Replaced {
  return Object.fromEntries(
    resource.belongings.flatMap(({field, wanted, keyOf}) => {
      const told = wanted(value, references);
      if (told === undefined) return [];
      const keys = keyOf && told.map(keyOf);
      return [[field, plain(told.filter((_, index) => !keys || keys.indexOf(keys[index] ?? '') === index))]];
    }),
  );
}

function doublesOf(resource: Resource, value: Value, references: References): ImportWarning[] {
  const once = replacedBy(resource, value, references);
  return resource.belongings
    .filter(({field, wanted}) => (wanted(value, references)?.length ?? 0) > ((once[field] as unknown[] | undefined)?.length ?? 0))
    .map(({field}) => ({column: field, detail: 'The same is there twice: the first counts.'}));
}

async function freeSlug(scope: TrxScope, resource: Resource, base: string, isTaken: (slug: string) => boolean): Promise<string> {
  if (!isTaken(base)) return base;
  const stem = base.slice(0, 74).replace(/-$/, '');
  const numbered = new Set(resource.table === 'services' ? [] : await findSlugsLike(scope, resource.table, stem));
  for (let number = 2; ; number += 1) {
    const slug = `${stem}-${number}`;
    if (!numbered.has(slug) && !isTaken(slug)) return slug;
  }
}

async function planCreation(
  scope: TrxScope,
  resource: Resource,
  {line, record}: {line: number; record: ImportRecord},
  found: Found,
  isSeen: (slug: string) => boolean,
): Promise<PlannedRow> {
  const {id, value} = record;
  const isTaken = (slug: string) => found.isTaken(slug) || isSeen(slug);
  const asked = askedSlug(value);
  if (record.source !== undefined && asked !== undefined && isTaken(asked))
    return {
      line,
      action: 'refused',
      isAgain: false,
      faults: [{code: 'not-allowed', column: 'slug', value: asked, detail: 'This slug is taken.'}],
    };
  const base = asked ?? resource.slugFrom(value);
  const slug = base === null ? null : await freeSlug(scope, resource, base, isTaken);
  const columns = {
    ...resource.defaults,
    ...plainColumns(resource, resource.columnsOf(value, undefined, found.references)),
    ...(slug !== null && {slug}),
    ...(record.source !== undefined && {owned_fields: ownedBy(record.source, value, {})}),
  };
  const replaced = replacedBy(resource, value, found.references);
  return {line, action: 'created', slug: slug ?? slugOfOwner(value, found.references), id, columns, replaced, isAgain: false};
}

/** A service goes by its organisation's slug. */
function slugOfOwner(value: Value, references: References): string {
  return 'partner' in value && typeof value.partner === 'string' ? (references.partner(value.partner)?.slug ?? value.partner) : '';
}

function planUpdate(
  resource: Resource,
  {line, record, isAgain}: {line: number; record: ImportRecord; isAgain: boolean},
  before: Row,
  found: Found,
): PlannedRow {
  const merged = resource.merge(record, before);
  const slug = before.slug ?? slugOfOwner(record.value, found.references);
  const belongings = found.belongingsOf(before.id);
  const replaced = Object.fromEntries(
    Object.entries(replacedBy(resource, merged as Value, found.references)).filter(
      ([field, told]) => !isDeepStrictEqual(told, belongings[field]),
    ),
  );
  const changed = plainColumns(resource, resource.columnsOf(merged, before, found.references));
  const isSame = (columns: Record<string, unknown>) =>
    Object.entries(columns).every(([column, value]) => isDeepStrictEqual(value, before[column]));
  const fields = Object.entries(merged).flatMap(([field, value]) => {
    if (field in replaced) return [field];
    const columns = plainColumns(resource, resource.columnsOf({[field]: value}, before, found.references));
    return isSame(columns) ? [] : [field];
  });
  const owned = before.owned_fields ?? {};
  const kept = fields.filter((field) => owned[field] !== undefined && owned[field] !== record.source);
  if (kept.length > 0)
    return {
      line,
      action: 'refused',
      isAgain,
      faults: kept.map((column) => ({code: 'not-allowed', column, detail: `"${owned[column]}" keeps this field: change it there.`})),
    };
  const ownedAfter = record.source === undefined ? owned : ownedBy(record.source, merged, owned);
  if (fields.length === 0 && isDeepStrictEqual(owned, ownedAfter)) return {line, action: 'unchanged', slug, id: before.id, isAgain};
  const columns = {...before, ...changed, ...(before.owned_fields && {owned_fields: ownedAfter})};
  return {line, action: 'updated', slug, id: before.id, columns, replaced, fields, isAgain};
}

const neverOwned = new Set(['slug', 'externalIds', 'partner']);

/** A source keeps what it sends and nothing else: what it leaves out it lets go. */
function ownedBy(source: string, value: Partial<Value>, before: Record<string, string>): Record<string, string> {
  const others = Object.entries(before).filter(([, owner]) => owner !== source);
  const sent = Object.entries(value).filter(([field, told]) => told !== undefined && !neverOwned.has(field));
  return Object.fromEntries(
    [...others, ...sent.map(([field]) => [field, source] as const)].sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

/** Columns as values: for PostgreSQL's driver JSON is text, in the batch it is part of one document. */
function plainColumns({jsonColumns}: Resource, columns: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(columns).map(([name, value]) => [name, jsonColumns.has(name) && typeof value === 'string' ? JSON.parse(value) : value]),
  );
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
