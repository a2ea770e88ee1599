import type {Change} from '../events/outbox.ts';
import type {TrxScope} from '../scope.ts';
import {insertRows, logBeforeUpdate, logCreated, newIds, renewExternalIds, updateRows} from './import-store.ts';
import type {BatchPlan, PlannedRow} from './plan-batch.ts';
import {resourceOf} from './resources.ts';

type Created = Extract<PlannedRow, {action: 'created'}>;
type Updated = Extract<PlannedRow, {action: 'updated'}>;

export type Written = {changes: Change[]; /** The ids of what was made, by line. */ createdIds: ReadonlyMap<number, string>};

/** Writes a batch as it was planned; with an import's id it can be undone. Recording the changes is left to the caller: it comes last. */
export async function writePlanned(scope: TrxScope, {resource: name, planned}: BatchPlan, importId: string | null): Promise<Written> {
  const resource = resourceOf(name);
  const updated = planned.filter((row): row is Updated => row.action === 'updated');
  const unnamed = planned.filter((row): row is Created => row.action === 'created' && row.id === null);
  const fresh = await newIds(scope, unnamed.length);
  const created = planned
    .filter((row): row is Created => row.action === 'created')
    .map((row) => ({...row, id: row.id ?? fresh[unnamed.indexOf(row)] ?? ''}));

  await insertRows(
    scope,
    resource,
    created.map(({columns, id}) => ({...columns, id})),
  );
  if (importId !== null) {
    await logCreated(scope, importId, resource, created);
    await logBeforeUpdate(scope, importId, resource, updated);
  }
  await updateRows(
    scope,
    resource,
    updated.map(({columns, id}) => ({...columns, id})),
  );
  const ids = [...created, ...updated].map(({id}) => id);
  await renewExternalIds(scope, resource, ids);
  for (const {field, replace} of resource.belongings)
    for (const {id, replaced} of [...created, ...updated]) if (field in replaced) await replace(scope, id, replaced[field]);
  await resource.follow(scope, ids);
  return {
    changes: [
      ...created.map(({id, slug}) => ({type: `nl.buurtkit.${name}.created` as const, id, slug})),
      ...updated.map(({id, slug, fields}) => ({type: `nl.buurtkit.${name}.updated` as const, id, slug, fields})),
    ],
    createdIds: new Map(created.map(({line, id}) => [line, id])),
  };
}
