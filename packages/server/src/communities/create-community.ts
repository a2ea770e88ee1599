import {reservedSlugs, type Area, type CommunityChanges} from '@buurtkit/contract';
import {sql, type Kysely} from 'kysely';
import {recordActs} from '../audit/record-acts.ts';
import type {Tables} from '../db/tables.ts';
import {CommandError} from '../command-error.ts';
import {changeCreditSettings} from '../ledger/change-credit-settings.ts';
import {replaceAreas} from './store.ts';

export type NewCommunity = {
  slug: string;
  name: string;
  kind: 'municipality' | 'corporation' | 'region';
  isSample?: boolean;
  areas?: readonly Area[];
  /** Slugs of existing communities; for a region. */
  members?: readonly string[];
  allowedOrigins?: readonly string[];
  settings?: Pick<CommunityChanges, 'addressForm' | 'contact' | 'privacyUrl' | 'look' | 'credits'>;
};

/** Makes a community with its counter of events; only the owner of the database may. */
export async function createCommunity(owner: Kysely<Tables>, community: NewCommunity): Promise<string> {
  if ((reservedSlugs as readonly string[]).includes(community.slug))
    throw new CommandError('slug.reserved', `"${community.slug}" is an address of Buurtkit itself: choose another slug.`);
  if (community.kind !== 'region' && (community.members ?? []).length > 0)
    throw new CommandError('usage', 'Only a region has members: add --kind region, or leave --member out.', {exitCode: 2});
  const {settings = {}} = community;
  return owner.transaction().execute(async (trx) => {
    const {community_id: id, created_at: now} = await trx
      .insertInto('communities')
      .values({
        slug: community.slug,
        name: community.name,
        kind: community.kind,
        is_sample: community.isSample ?? false,
        privacy_url: settings.privacyUrl ?? null,
        ...(settings.addressForm && {address_form: settings.addressForm}),
        contact: JSON.stringify(settings.contact ?? {}),
        look: JSON.stringify(settings.look ?? {}),
        allowed_origins: [...(community.allowedOrigins ?? [])],
      })
      .onConflict((conflict) => conflict.column('slug').doNothing())
      .returning(['community_id', 'created_at'])
      .executeTakeFirstOrThrow(() => new CommandError('slug.taken', `There is a community "${community.slug}" already.`));
    await trx.insertInto('event_heads').values({community_id: id}).execute();
    if (community.kind !== 'region') await sql`select open_ledger(${id}, ${now})`.execute(trx);
    if (settings.credits) await changeCreditSettings({trx, community: {id}}, settings.credits);
    await replaceAreas(trx, id, community.areas ?? []);
    await addMembers(trx, id, community.members ?? []);
    await recordActs({trx, community: {id}, caller: {kind: 'command'}, now}, [{action: 'community.created', subjectId: id}]);
    return id;
  });
}

async function addMembers(trx: Kysely<Tables>, regionId: string, slugs: readonly string[]): Promise<void> {
  if (slugs.length === 0) return;
  const members = await trx.selectFrom('communities').select(['community_id', 'slug', 'kind']).where('slug', 'in', slugs).execute();
  const missing = slugs.filter((slug) => !members.some((member) => member.slug === slug && member.kind !== 'region'));
  if (missing.length > 0)
    throw new CommandError('community.not-found', `These can't be members, since there is no such community: ${missing.join(', ')}.`);
  await trx
    .insertInto('community_members')
    .values(members.map((member) => ({community_id: regionId, member_id: member.community_id})))
    .execute();
}
