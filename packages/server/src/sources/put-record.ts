import {ProblemError} from '../problem-error.ts';
import type {Scope} from '../scope.ts';
import {upsertRecords} from './upsert-records.ts';

type Put = {resource: 'initiative' | 'partner'; source: string; id: string; record: Record<string, unknown>};

/** Adds or changes one thing by its name in another system; what is wrong with it is wrong with the request. */
export async function putRecord(scope: Scope, {resource, source, id, record}: Put): Promise<{id: string; isNew: boolean}> {
  const [result] = await upsertRecords(scope, {resource, source, records: [{...record, id}]});
  if (!result?.id) throw new ProblemError('request.invalid', {faults: (result?.errors ?? []).map(({pointer, code}) => ({pointer, code}))});
  return {id: result.id, isNew: result.action === 'created'};
}
