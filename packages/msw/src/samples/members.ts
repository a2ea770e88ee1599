import type {Member} from '@buurtkit/contract';
import {sampleKeys} from './keys.ts';
import {numberedId} from './numbered-id.ts';

/** The code that every mail of the sample has. */
export const sampleSignInCode = '402913';

/** How the ID tokens begin that the sample takes, each once. */
export const sampleIdToken = 'sample-id-token';

function describeMember(number: number, name: string, more: Partial<Member> = {}): Member {
  return {
    id: numberedId('member', number),
    name,
    email: `${name.toLowerCase()}@example.nl`,
    locale: 'nl',
    role: 'member',
    for: null,
    joinedAt: `2026-05-0${number}T09:00:00.000Z`,
    ...more,
  };
}

/** People with an account, by the slug of their community. Farid has no address: the desk acts for him. */
export const sampleMembers: Readonly<Record<string, readonly Member[]>> = {
  eemsdelta: [
    describeMember(6, 'Farid', {email: null, joinedAt: null}),
    describeMember(5, 'Els'),
    describeMember(4, 'Dirk'),
    describeMember(3, 'Carla'),
    describeMember(2, 'Bram', {id: sampleKeys.bram.memberId}),
    describeMember(1, 'Anna', {id: sampleKeys.anna.memberId}),
  ],
};
