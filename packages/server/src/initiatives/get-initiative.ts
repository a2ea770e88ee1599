import type {Initiative} from '@buurtkit/contract';
import {ProblemError} from '../problem-error.ts';
import type {Scope} from '../scope.ts';
import {representInitiative} from './initiative-row.ts';
import {findInitiativeRows, listChapterRows} from './store.ts';

/** One initiative with its story; `{community}~{slug}` where a region holds the slug twice. */
export async function getInitiative(scope: Scope, address: string): Promise<{initiative: Initiative; revision: string}> {
  const [last, community = null] = address.split('~').reverse();
  const rows = await findInitiativeRows(scope, last ?? '', community);
  const [row] = rows;
  if (!row) throw new ProblemError('initiative.not-found');
  if (rows.length > 1) throw new ProblemError('slug.ambiguous', {addresses: rows.map((each) => `${each.community}~${each.slug}`)});

  const chapters = await listChapterRows(scope.database.public, row.community_id, row.id);
  return {initiative: representInitiative(row, chapters, scope.publicUrl), revision: row.revision};
}
