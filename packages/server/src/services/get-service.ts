import type {Service} from '@buurtkit/contract';
import {readPublished} from '../db/read-published.ts';
import {ProblemError} from '../problem-error.ts';
import type {Scope} from '../scope.ts';
import {representService} from './service-row.ts';
import {findServiceRow} from './store.ts';

export async function getService(scope: Scope, id: string): Promise<{service: Service; revision: string}> {
  const row = await readPublished(scope, (db) => findServiceRow(db, scope, id));
  if (!row) throw new ProblemError('service.not-found');
  return {service: representService(row), revision: row.revision};
}
