import type {SignupState} from '@buurtkit/contract';
import fc from 'fast-check';
import {afterAll, expect, test} from 'vitest';
import {createTestApp} from '../../testing/test-app.ts';
import {aShift, at, during, noon, visitor} from '../testing/a-shift.ts';
import {acceptOffer, declineOffer} from './answer-offer.ts';
import {agreeAsGuardian, refuseAsGuardian} from './answer-as-guardian.ts';
import {cancelSignup} from './cancel-signup.ts';
import {confirmEmail} from './confirm-email.ts';
import {approveSignup, refuseSignup} from './review-signup.ts';
import {signUp} from './sign-up.ts';

const app = await createTestApp();
afterAll(() => app.close());

type Step =
  | {act: 'sign up'; isYoung: boolean}
  | {act: 'confirm' | 'agree' | 'object' | 'approve' | 'refuse' | 'cancel' | 'accept' | 'decline'; who: number}
  | {act: 'wait'; hours: number};

const who = fc.nat({max: 9});
const step: fc.Arbitrary<Step> = fc.oneof(
  {weight: 4, arbitrary: fc.record({act: fc.constant('sign up' as const), isYoung: fc.boolean()})},
  {weight: 4, arbitrary: fc.record({act: fc.constant('confirm' as const), who})},
  {
    weight: 6,
    arbitrary: fc.record({act: fc.constantFrom('agree', 'object', 'approve', 'refuse', 'cancel', 'accept', 'decline'), who}),
  },
  {weight: 2, arbitrary: fc.record({act: fc.constant('wait' as const), hours: fc.constantFrom(1, 12, 25, 73, 239)})},
);

/** Hours from the first step to the shift, and to its end. */
const [begins, ends] = [240, 242];
const untilBegin: readonly SignupState[] = ['awaiting-email', 'awaiting-guardian', 'waitlisted', 'offered'];

type Person = {id: string; state: SignupState; isYoung: boolean; hasAgreed: boolean; until: number};

/** What the rules say, in memory and one step after the other: nothing of the server's own code. */
class Model {
  readonly people: Person[] = [];
  now = 0;
  readonly capacity: number;
  readonly row: number;
  readonly isReviewed: boolean;

  constructor(capacity: number, row: number, isReviewed: boolean) {
    this.capacity = capacity;
    this.row = row;
    this.isReviewed = isReviewed;
  }

  get #taken(): number {
    const holding = ['awaiting-email', 'awaiting-guardian', 'awaiting-review', 'confirmed', 'offered'];
    return this.people.filter(({state}) => holding.includes(state)).length;
  }

  settle(): void {
    for (const person of this.people) {
      if (['awaiting-email', 'awaiting-guardian', 'offered'].includes(person.state) && person.until <= this.now) person.state = 'expired';
      if (untilBegin.includes(person.state) && this.now >= begins) person.state = 'expired';
      if (person.state === 'awaiting-review' && this.now >= ends) person.state = 'expired';
    }
    for (const person of this.people) {
      if (person.state !== 'waitlisted' || this.#taken >= this.capacity) continue;
      person.state = 'offered';
      person.until = this.now + Math.min(24, (begins - this.now) / 2);
    }
  }

  /** Where the next one who signs up stands, or why not. */
  enter(isYoung: boolean): Person | 'signup.full' | 'signup.past' {
    if (this.now >= begins) return 'signup.past';
    this.settle();
    const waiting = this.people.filter(({state}) => state === 'waitlisted').length;
    const isFree = this.#taken < this.capacity && waiting === 0;
    if (!isFree && waiting >= this.row) return 'signup.full';
    const person = {
      id: '',
      state: isFree ? 'awaiting-email' : 'waitlisted',
      isYoung,
      hasAgreed: false,
      until: this.now + 24,
    } satisfies Person;
    this.people.push(person);
    return person;
  }

  act(act: Exclude<Step['act'], 'sign up' | 'wait'>, person: Person): void {
    if (act !== 'cancel' && act !== 'approve' && act !== 'refuse') this.settle();
    const {state} = person;
    if (act === 'confirm' && state === 'awaiting-email') this.#place(person);
    if (act === 'accept' && state === 'offered') this.#place(person);
    if (act === 'decline' && state === 'offered') person.state = 'declined';
    if (act === 'agree' && state === 'awaiting-guardian') {
      person.hasAgreed = true;
      this.#place(person);
    }
    if (act === 'object' && ['awaiting-guardian', 'awaiting-review', 'confirmed'].includes(state)) person.state = 'cancelled';
    if (act === 'approve' && state === 'awaiting-review' && this.now < ends) person.state = 'confirmed';
    if (act === 'approve' && state === 'offered' && person.until > this.now) this.#place(person);
    if (act === 'refuse' && state === 'awaiting-review' && this.now < ends) person.state = 'refused';
    const open = ['awaiting-email', 'awaiting-guardian', 'awaiting-review', 'confirmed', 'waitlisted', 'offered'];
    if (act === 'cancel' && open.includes(state)) person.state = 'cancelled';
    if (person.state !== state && act !== 'approve') this.settle();
  }

  #place(person: Person): void {
    const isMissing = person.isYoung && !person.hasAgreed;
    person.state = isMissing ? 'awaiting-guardian' : this.isReviewed ? 'awaiting-review' : 'confirmed';
    person.until = this.now + 72;
  }
}

test('whatever people do in whatever order, everyone stands where the rules put them, and no place is given twice', async () => {
  const program = fc.record({
    capacity: fc.integer({min: 1, max: 3}),
    row: fc.integer({min: 0, max: 3}),
    isReviewed: fc.boolean(),
    steps: fc.array(step, {minLength: 5, maxLength: 30}),
  });
  await fc.assert(
    fc.asyncProperty(program, async ({capacity, row, isReviewed, steps}) => {
      const model = new Model(capacity, row, isReviewed);
      const {scope, shift} = await aShift(app, {
        places: capacity,
        waiting: row,
        minAge: 12,
        minors: 'guardian',
        approval: isReviewed ? 'review' : 'automatic',
      });
      for (const [index, each] of steps.entries()) {
        const now = at(scope, new Date(noon.getTime() + model.now * 3_600_000));
        if (each.act === 'wait') {
          model.now += each.hours;
        } else if (each.act === 'sign up') {
          const expected = model.enter(each.isYoung);
          const age = each.isYoung ? ({ageBand: '12-15', guardianEmail: 'ouder@example.nl'} as const) : {};
          const receipt = await signUp(now, visitor(index, shift.id, age)).catch((error: {code?: string}) => error.code);
          if (typeof expected === 'string') expect(receipt).toBe(expected);
          else expected.id = typeof receipt === 'object' ? receipt.id : `nobody, but ${receipt}`;
        } else {
          const person = model.people[each.who % Math.max(1, model.people.length)];
          if (!person) continue;
          await perform(now, each.act, person.id);
          model.act(each.act, person);
        }
        const rows = await app.database.owner.selectFrom('signups').select(['id', 'state']).where('shift_id', '=', shift.id).execute();
        const states = Object.fromEntries(rows.map(({id, state}) => [id, state]));
        // Nobody has touched the shift since the clock moved: what is over shows with the next who does.
        if (each.act !== 'wait') expect(states).toEqual(Object.fromEntries(model.people.map(({id, state}) => [id, state])));
      }
    }),
    {numRuns: 60},
  );
}, 120_000);

async function perform(scope: Parameters<typeof during>[0], what: Exclude<Step['act'], 'sign up' | 'wait'>, id: string): Promise<void> {
  await during(scope, async (trx) => {
    if (what === 'confirm') await confirmEmail(trx, id);
    if (what === 'accept') await acceptOffer(trx, id);
    if (what === 'decline') await declineOffer(trx, id);
    if (what === 'agree') await agreeAsGuardian(trx, id);
    if (what === 'object') await refuseAsGuardian(trx, id);
    if (what === 'approve') await approveSignup(trx, id);
    if (what === 'refuse') await refuseSignup(trx, id, 'Er is al iemand.');
    if (what === 'cancel') await cancelSignup(trx, id, 'organiser', null);
  }).catch((error: {code?: string}) => {
    if (error.code !== 'signup.not-in-state' && error.code !== 'signup.past') throw error;
  });
}
