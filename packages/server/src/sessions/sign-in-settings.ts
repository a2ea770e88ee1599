import type {Membership, TokenIssuer} from '@buurtkit/contract';
import type {TrxScope} from '../scope.ts';

export type SignInSettings = {membership: Membership; tokenIssuers: TokenIssuer[]};

/** Who may come in here, and by whose word. */
export async function readSignInSettings({trx, community}: TrxScope): Promise<SignInSettings> {
  return trx
    .selectFrom('communities')
    .select(['membership', 'token_issuers as tokenIssuers'])
    .where('community_id', '=', community.id)
    .executeTakeFirstOrThrow();
}
