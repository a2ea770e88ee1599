import type {TrxScope} from '../../scope.ts';

/** The account that credits come from, or the community fund. */
export async function systemAccount(scope: TrxScope, kind: 'issuance' | 'fund'): Promise<string> {
  const {id} = await scope.trx
    .selectFrom('accounts')
    .select('id')
    .where('community_id', '=', scope.community.id)
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow();
  return id;
}
