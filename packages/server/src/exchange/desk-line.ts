import type {ExchangeMailMessages} from '@buurtkit/texts';
import type {TrxScope} from '../scope.ts';
import {contactOfDesk} from '../volunteering/signups/organisers-of.ts';

/** There is always a way to somebody whose work it is; nothing where a community names nobody. */
export async function deskLine(scope: TrxScope, words: ExchangeMailMessages): Promise<string[]> {
  const desk = await contactOfDesk(scope);
  return desk === null ? [] : [words.desk(desk)];
}
