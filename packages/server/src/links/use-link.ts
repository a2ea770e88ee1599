import type {TrxScope} from '../scope.ts';
import type {LinkPurpose} from './link-page.ts';

/** Once used, a link only says that it was. */
export async function useLink(scope: TrxScope, id: string): Promise<void> {
  await scope.trx
    .updateTable('links')
    .set({used_at: scope.now})
    .where('community_id', '=', scope.community.id)
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .execute();
}

/** From now on the links of this purpose for this subject lead nowhere. */
export async function revokeLinks(scope: TrxScope, purpose: LinkPurpose, subjectId: string): Promise<void> {
  await scope.trx
    .updateTable('links')
    .set({revoked_at: scope.now})
    .where('community_id', '=', scope.community.id)
    .where('purpose', '=', purpose)
    .where('subject_id', '=', subjectId)
    .where('revoked_at', 'is', null)
    .execute();
}
