import type {Signup} from '@buurtkit/contract';
import {numberedId} from './numbered-id.ts';

type Told = Pick<Signup, 'name' | 'state' | 'opportunityId'>;

/** Somebody who signed up, as organisers see it, with an id that is always the same for the same number. */
export function describeSignup(number: number, sketch: Told & Partial<Omit<Signup, keyof Told | 'id'>>): Signup {
  return {
    id: numberedId('signup', number),
    position: null,
    shiftId: null,
    role: null,
    email: 'bewoner@example.nl',
    phone: null,
    ageBand: '18+',
    children: 0,
    answers: {},
    introAt: null,
    vogSeenOn: null,
    vogExpiresOn: null,
    checkedInAt: null,
    signedUpAt: '2026-11-22T09:00:00Z',
    ...sketch,
  };
}

const dinner = {opportunityId: numberedId('opportunity', 2), shiftId: numberedId('shift', 200), role: 'bedienen'};

/** Who signed up, per community: two who come to a dinner, two who wait for a place, and one who awaits an answer. */
export const sampleSignups: Readonly<Record<string, readonly Signup[]>> = {
  eemsdelta: [
    describeSignup(5, {name: 'Een nieuw maatje', state: 'awaiting-review', opportunityId: numberedId('opportunity', 3)}),
    describeSignup(4, {...dinner, name: 'De vierde bewoner', state: 'waitlisted', position: 2}),
    describeSignup(3, {...dinner, name: 'De derde bewoner', state: 'waitlisted', position: 1}),
    describeSignup(2, {...dinner, name: 'De tweede bewoner', state: 'confirmed', email: null, phone: '0596 000 002'}),
    describeSignup(1, {...dinner, name: 'De eerste bewoner', state: 'confirmed', answers: {vroeg: 'Ja'}}),
  ],
};
