import {sql} from 'kysely';
import type {TrxScope} from '../scope.ts';
import type {LinkPurpose} from './link-page.ts';
import {hashLinkToken, makeLinkToken} from './link-token.ts';

export type NewLink = {purpose: LinkPurpose; subjectId: string; expiresAt: Date | null};

/** Makes a link for one purpose and one person; the address is in the answer only, we keep its hash. */
export async function createLink(scope: TrxScope, {purpose, subjectId, expiresAt}: NewLink): Promise<string> {
  const token = makeLinkToken();
  const hash = hashLinkToken(token);
  await scope.trx
    .insertInto('links')
    .values({
      community_id: scope.community.id,
      hash,
      purpose,
      subject_id: subjectId,
      expires_at: expiresAt,
      created_at: scope.now,
    })
    .execute();
  await sql`select remember_link(${hash})`.execute(scope.trx);
  return `${scope.publicUrl}/l/${token}`;
}
