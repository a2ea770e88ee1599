import type {Language} from '@buurtkit/contract';
import {peopleOf} from '../../people/people-of.ts';
import type {TrxScope} from '../../scope.ts';
import type {OpportunityRow} from './store.ts';

export type Organiser = {email: string; language: Language};

/** Who hears of a sign-up: the initiative's people, else the work's own contact, else the community's. */
export async function organisersOf(scope: TrxScope, opportunity: OpportunityRow): Promise<Organiser[]> {
  const people = opportunity.initiative_id === null ? [] : await peopleOf(scope, opportunity.initiative_id);
  if (people.length > 0) return people.map(({email, language}) => ({email, language}));
  const email = opportunity.contact.email ?? (await communityContact(scope)).email;
  return email === undefined ? [] : [{email, language: 'nl'}];
}

/** The desk that everyone can turn to. */
export async function communityContact(scope: TrxScope): Promise<{name?: string; email?: string; phone?: string}> {
  const {contact} = await scope.trx
    .selectFrom('communities')
    .select('contact')
    .where('community_id', '=', scope.community.id)
    .executeTakeFirstOrThrow();
  return {
    ...(contact.name !== undefined && {name: contact.name}),
    ...(contact.email !== undefined && {email: contact.email}),
    ...(contact.phone !== undefined && {phone: contact.phone}),
  };
}

/** Whom to call, in one line; null when nobody is named. */
export async function contactLine(scope: TrxScope, opportunity: OpportunityRow): Promise<string | null> {
  const own = [opportunity.contact.phone, opportunity.contact.email].filter((part) => part !== undefined);
  return own.length > 0 ? own.join(', ') : contactOfDesk(scope);
}

/** Whom everyone can call, in one line; null where a community names nobody. */
export async function contactOfDesk(scope: TrxScope): Promise<string | null> {
  const {name, phone, email} = await communityContact(scope);
  const parts = [name, phone, email].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(', ') : null;
}
