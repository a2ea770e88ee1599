import {createHash, randomInt} from 'node:crypto';
import type {NewRedemption, RedemptionCode} from '@buurtkit/contract';
import {recordActs} from '../../audit/record-acts.ts';
import {ProblemError} from '../../problem-error.ts';
import type {TrxScope} from '../../scope.ts';
import {findAccountRow} from '../accounts/account-row.ts';
import {ownAccount} from '../accounts/own-accounts.ts';
import type {EntryRequest, PostedEntry} from '../entries/post-entry.ts';
import {recordEntry} from '../entries/record-entry.ts';

const term = 10 * 60_000;
/** Crockford's base 32: nothing in it is taken for something else. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code that a member shows to pay somewhere: eight characters, once, within ten minutes. A new one ends those before. */
export async function createRedemptionCode(scope: TrxScope): Promise<RedemptionCode> {
  await requireRedeeming(scope);
  const account = (await findAccountRow(scope, await ownAccount(scope)))!;
  if (account.kind !== 'member') throw new ProblemError('account.not-found');
  if (account.closed_at !== null) throw new ProblemError('account.closed');
  if (account.is_frozen) throw new ProblemError('account.frozen');
  await scope.trx
    .deleteFrom('redemption_codes')
    .where('community_id', '=', scope.community.id)
    .where('account_id', '=', account.id)
    .where('used_at', 'is', null)
    .execute();
  const characters = Array.from({length: 8}, () => letters[randomInt(letters.length)]).join('');
  const expiresAt = new Date(scope.now.getTime() + term);
  await scope.trx
    .insertInto('redemption_codes')
    .values({community_id: scope.community.id, hash: hashOf(characters), account_id: account.id, expires_at: expiresAt})
    .execute();
  await recordActs(scope, [{action: 'redemption-code.created', subjectId: account.id}]);
  return {code: `${characters.slice(0, 4)}-${characters.slice(4)}`, expiresAt: expiresAt.toISOString()};
}

/** Takes minutes from the member who showed the code, for the partner that asks. */
export async function redeem(scope: TrxScope, {code, minutes, memo}: NewRedemption, request: EntryRequest): Promise<PostedEntry> {
  await requireRedeeming(scope);
  const partner = (await findAccountRow(scope, await ownAccount(scope)))!;
  if (partner.kind !== 'partner') throw new ProblemError('auth.not-allowed');
  const hash = hashOf(code);
  const row = await scope.trx
    .selectFrom('redemption_codes')
    .selectAll()
    .where('community_id', '=', scope.community.id)
    .where('hash', '=', hash)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new ProblemError('code.wrong');
  const isSameAgain = row.entry_id === request.id;
  if (row.used_at !== null && !isSameAgain) throw new ProblemError('code.used');
  if (row.expires_at <= scope.now && !isSameAgain) throw new ProblemError('code.expired');
  const posted = await recordEntry(scope, {
    request,
    kind: 'redemption',
    lines: [
      {accountId: row.account_id, minutes: -minutes},
      {accountId: partner.id, minutes},
    ],
    memo: memo ?? null,
  });
  await scope.trx
    .updateTable('redemption_codes')
    .set({used_at: scope.now, entry_id: posted.id})
    .where('community_id', '=', scope.community.id)
    .where('hash', '=', hash)
    .execute();
  return posted;
}

/** As people type it: in small letters, with or without the dash, O for 0, I or L for 1. */
function hashOf(code: string): Buffer {
  const read = code
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return createHash('sha256').update(read).digest();
}

async function requireRedeeming(scope: TrxScope): Promise<void> {
  const settings = await scope.trx
    .selectFrom('credit_settings')
    .select('partners_redeem')
    .where('community_id', '=', scope.community.id)
    .executeTakeFirst();
  if (!settings?.partners_redeem) throw new ProblemError('credits.not-enabled');
}
