import type {CommunityChanges} from '@buurtkit/contract';
import {sql} from 'kysely';
import {recordActs} from '../audit/record-acts.ts';
import {inTransaction, type Scope, type TrxScope} from '../scope.ts';
import {renewShiftDays} from '../volunteering/shifts/renew-shift-days.ts';
import {requireRevision} from '../http/revisions.ts';
import {changeCreditSettings} from '../ledger/change-credit-settings.ts';
import {renewAllOpenings} from '../opening/renew-openings.ts';
import {lockCommunity, readCommunity, replaceAreas, type CommunityRow} from './store.ts';

/** What is stored by the clock on the wall there: opening hours, and on which day and part of it shifts are. */
async function moveToTimeZone(scope: TrxScope): Promise<void> {
  await renewAllOpenings(scope);
  await renewShiftDays(scope);
}

/** Changes the settings of a community; `ifMatch` null is a command on the machine itself, which nobody races. */
export async function changeCommunity(scope: Scope, changes: CommunityChanges, ifMatch: string | null): Promise<CommunityRow> {
  return inTransaction(scope, async (trxScope) => {
    const before = await lockCommunity(trxScope);
    if (ifMatch !== null) requireRevision(ifMatch, before.revision);

    await trxScope.trx
      .updateTable('communities')
      .set({
        ...(changes.name !== undefined && {name: changes.name}),
        ...(changes.timeZone !== undefined && {time_zone: changes.timeZone}),
        ...(changes.addressForm !== undefined && {address_form: changes.addressForm}),
        ...(changes.contact !== undefined && {contact: JSON.stringify(changes.contact)}),
        ...(changes.privacyUrl !== undefined && {privacy_url: changes.privacyUrl}),
        ...(changes.look !== undefined && {look: JSON.stringify({...before.look, ...changes.look})}),
        ...(changes.allowedOrigins !== undefined && {allowed_origins: changes.allowedOrigins}),
        ...(changes.membership !== undefined && {membership: changes.membership}),
        ...(changes.tokenIssuers !== undefined && {token_issuers: JSON.stringify(changes.tokenIssuers)}),
        revision: sql`revision + 1`,
        updated_at: scope.now,
      })
      .where('community_id', '=', scope.community.id)
      .execute();
    if (changes.credits) await changeCreditSettings(trxScope, changes.credits);
    if (changes.areas) await replaceAreas(trxScope.trx, scope.community.id, changes.areas);
    if (changes.timeZone !== undefined && changes.timeZone !== before.time_zone)
      await moveToTimeZone({...trxScope, community: {...trxScope.community, timeZone: changes.timeZone}});
    await recordActs(trxScope, [{action: 'community.updated', subjectId: scope.community.id, fields: Object.keys(changes)}]);
    return readCommunity(trxScope.trx, scope.community.id);
  });
}
