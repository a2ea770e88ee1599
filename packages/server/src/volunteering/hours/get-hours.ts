import {ProblemError} from '../../problem-error.ts';
import type {TrxScope} from '../../scope.ts';
import {requireOrganiser} from '../opportunities/organiser.ts';
import {readSignups} from '../signups/store.ts';
import type {HoursRow} from './store.ts';

/** One line of hours, for staff who may see it; looking makes nobody wait. */
export async function getHours(scope: TrxScope, id: string): Promise<HoursRow> {
  const row = await scope.trx
    .selectFrom('hours')
    .selectAll()
    .where('community_id', '=', scope.community.id)
    .where('id', '=', id)
    .executeTakeFirst();
  const [known] = row ? await readSignups(scope, [row.signup_id]) : [];
  if (!row || !known) throw new ProblemError('hours.not-found');
  await requireOrganiser(scope, known.opportunity);
  return row;
}
