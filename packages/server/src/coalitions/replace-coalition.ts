import type {InitiativeChanges} from '@buurtkit/contract';
import {ProblemError} from '../problem-error.ts';
import type {TrxScope} from '../scope.ts';
import {resolvePartners} from './partner-reference.ts';

/** Who stands behind an initiative from now on; the organisations may be of any community. */
export async function replaceCoalition(
  scope: TrxScope,
  initiativeId: string,
  coalition: NonNullable<InitiativeChanges['coalition']>,
): Promise<void> {
  const partners = await resolvePartners(
    scope,
    coalition.map(({partner}) => partner),
    (index) => `#/coalition/${index}/partner`,
  );
  const rows = coalition.map(({role, since = null}, position) => ({
    community_id: scope.community.id,
    initiative_id: initiativeId,
    partner_community_id: partners[position]!.communityId,
    partner_id: partners[position]!.id,
    role,
    since,
    position,
  }));
  requireEachOnce(rows);
  await scope.trx
    .deleteFrom('coalitions')
    .where('community_id', '=', scope.community.id)
    .where('initiative_id', '=', initiativeId)
    .execute();
  if (rows.length > 0) await scope.trx.insertInto('coalitions').values(rows).execute();
}

/** An organisation can have several roles, and each of them once. */
function requireEachOnce(rows: readonly {partner_community_id: string; partner_id: string; role: string}[]): void {
  const seen = new Set<string>();
  const faults = rows.flatMap((row, index) => {
    const name = `${row.partner_community_id} ${row.partner_id} ${row.role}`;
    const isSecond = seen.has(name);
    seen.add(name);
    return isSecond ? [{pointer: `#/coalition/${index}`, code: 'not-allowed' as const}] : [];
  });
  if (faults.length > 0) throw new ProblemError('request.invalid', {faults});
}
