import type {ExchangeMailMessages} from '@buurtkit/texts';
import type {TrxScope} from '../scope.ts';
import {communityContact} from '../volunteering/signups/organisers-of.ts';

/** There is always a way to somebody whose work it is; nothing where a community names nobody. */
export async function deskLine(scope: TrxScope, words: ExchangeMailMessages): Promise<string[]> {
  const {name, phone, email} = await communityContact(scope);
  const parts = [name, phone, email].filter((part) => part !== undefined);
  return parts.length > 0 ? [words.desk(parts.join(', '))] : [];
}
