import type {ExchangeState} from '@buurtkit/contract';
import fc from 'fast-check';
import {afterAll, expect, test} from 'vitest';
import {inTransaction} from '../../scope.ts';
import {createTestApp} from '../../testing/test-app.ts';
import {forgetExchanges} from '../forget-exchanges.ts';
import {aNeighbourhood, aRequestBy, balanceOf, ledgerFaults, outcomeOf, type Neighbourhood} from '../testing/a-neighbourhood.ts';
import {acceptExchange, declineExchange, withdrawExchange} from './answer-proposal.ts';
import {agreeExchange, claimExchange, confirmExchange} from './finish-exchange.ts';
import {getExchange} from './list-exchanges.ts';
import {proposeExchange} from './propose-exchange.ts';
import {disputeExchange, resolveExchange} from './resolve-dispute.ts';

const app = await createTestApp();
afterAll(() => app.close());

type Who = 'anna' | 'bram' | 'carla' | 'coordinator';
type Step =
  | {act: 'propose'}
  | {act: 'accept' | 'decline' | 'withdraw' | 'agree' | 'dispute'; who: Who}
  | {act: 'claim' | 'confirm' | 'resolve'; who: Who; minutes: number}
  | {act: 'wait'; days: number}
  | {act: 'forget'};

const who = fc.constantFrom<Who>('anna', 'anna', 'bram', 'bram', 'carla', 'coordinator');
const anAmount = fc.constantFrom(60, 60, 30, 120);
const aStep: fc.Arbitrary<Step> = fc.oneof(
  {weight: 1, arbitrary: fc.record({act: fc.constant('propose' as const)})},
  {weight: 5, arbitrary: fc.record({act: fc.constantFrom('accept', 'decline', 'withdraw', 'agree', 'agree', 'dispute'), who})},
  {weight: 8, arbitrary: fc.record({act: fc.constantFrom('claim', 'confirm'), who, minutes: anAmount})},
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('resolve' as const),
      who: fc.constantFrom('coordinator', 'coordinator', 'anna'),
      minutes: anAmount,
    }),
  },
  {weight: 2, arbitrary: fc.record({act: fc.constant('wait' as const), days: fc.constantFrom(1, 13, 14, 59, 61)})},
);

/** Some begin where others have got to, or little would come of it. */
const anOpening = fc
  .record({length: fc.nat({max: 4}), minutes: anAmount, isDisputed: fc.boolean()})
  .map(({length, minutes, isDisputed}): Step[] => {
    const steps: Step[] = [
      {act: 'propose'},
      {act: 'accept', who: 'anna'},
      {act: 'claim', who: 'bram', minutes: 60},
      isDisputed ? {act: 'dispute', who: 'anna'} : {act: 'confirm', who: 'anna', minutes},
    ];
    return steps.slice(0, length);
  });
const program = fc
  .record({opening: anOpening, steps: fc.array(aStep, {minLength: 3, maxLength: 15}), isForgotten: fc.boolean()})
  .map(({opening, steps, isForgotten}): Step[] => [...opening, ...steps, ...(isForgotten ? [{act: 'forget' as const}] : [])]);

const lowest = -100;

/** What the rules say, in memory and one step after the other: nothing of the server's own code. Anna asks, Bram offers to help. */
class Model {
  state: ExchangeState | null = null;
  day = 0;
  until = 0;
  #held = 0;
  /** Minutes stay apart for 88 days after somebody said or asked something last, not for ever. */
  #heldUntil = 0;
  /** What Anna gave and Bram got. */
  given = 0;
  said: Partial<Record<Who, number>> = {};
  first: Who | null = null;
  agreed: number | null = null;
  isOpen = true;
  isForgotten = false;

  get held(): number {
    return this.day < this.#heldUntil ? this.#held : 0;
  }

  #prolong(): void {
    if (this.held > 0) this.#heldUntil = this.day + 88;
  }

  lapse(): void {
    if (this.state === null || this.day < this.until) return;
    if (this.state === 'proposed' || this.state === 'accepted') this.#end('expired');
    if (this.state === 'done' || this.state === 'confirmed') this.state = 'disputed';
  }

  /** What comes of it: a code when it is refused. */
  act(step: Exclude<Step, {act: 'wait'} | {act: 'forget'}>): string {
    this.lapse();
    if (step.act === 'propose') return this.#propose();
    if (this.state === null) return 'none';
    const isSide = step.who === 'anna' || step.who === 'bram';
    if (!isSide && !(step.who === 'coordinator' && this.wasDisputed)) return 'exchange.not-found';
    const turn = (isTheirs: boolean, then: () => string | void) => (isTheirs ? (then() ?? 'done') : 'exchange.not-your-turn');
    const key = `${this.state} ${step.act}`;
    const n = 'minutes' in step ? step.minutes : 0;
    switch (key) {
      case 'proposed accept':
        return turn(step.who === 'anna', () => {
          if (-this.given - 60 < lowest) return 'transfer.limit-reached';
          Object.assign(this, {state: 'accepted', until: this.day + 60, isOpen: false});
          this.#held = 60;
          this.#heldUntil = this.until;
        });
      case 'proposed decline':
        return turn(step.who === 'anna', () => this.#end('declined'));
      case 'proposed withdraw':
        return turn(step.who === 'bram', () => this.#end('withdrawn'));
      case 'accepted withdraw':
        return turn(isSide, () => this.#end('withdrawn'));
      case 'accepted claim':
        return turn(isSide, () => {
          this.said[step.who] = n;
          Object.assign(this, {state: 'done', first: step.who, until: this.day + 14});
          this.#prolong();
        });
      case 'done claim':
      case 'done confirm':
        return turn(isSide && step.who !== this.first, () => {
          this.said[step.who] = n;
          if (this.said.anna === this.said.bram) this.#settle(n);
          else Object.assign(this, {state: 'confirmed', until: this.day + 14});
        });
      case 'confirmed agree': {
        const saysMore = step.who === 'anna' ? this.said.anna! > this.said.bram! : this.said.bram! > this.said.anna!;
        return turn(isSide && (this.agreed !== null || saysMore), () => {
          const isAgain = this.agreed !== null;
          if (isAgain && -this.given - this.agreed! < lowest) return 'transfer.limit-reached';
          return this.#settle(Math.min(this.said.anna!, this.said.bram!));
        });
      }
      case 'accepted dispute':
      case 'done dispute':
      case 'confirmed dispute':
        return turn(isSide, () => {
          Object.assign(this, {state: 'disputed', until: Infinity});
          this.#prolong();
        });
      case 'disputed resolve':
        return turn(step.who === 'coordinator', () => {
          if (-this.given - n < lowest) return 'transfer.limit-reached';
          this.#end('resolved');
          this.given += n;
        });
      default:
        return 'exchange.not-in-state';
    }
  }

  get wasDisputed(): boolean {
    return this.state === 'disputed' || this.state === 'resolved';
  }

  #propose(): string {
    if (this.isForgotten) return 'auth';
    if (!this.isOpen || this.day >= 60) return 'listing.closed';
    if (this.state === 'proposed') return 'exchange.already-proposed';
    const running = this.state !== null && !['settled', 'declined', 'withdrawn', 'expired', 'resolved'].includes(this.state);
    if (running) return 'another';
    Object.assign(this, {state: 'proposed', until: this.day + 14, said: {}, first: null, agreed: null});
    return 'done';
  }

  #settle(amount: number): void {
    this.agreed = amount;
    if (-this.given - amount < lowest) {
      Object.assign(this, {state: 'confirmed', until: this.day + 14});
      return;
    }
    this.#end('settled');
    this.given += amount;
  }

  #end(state: ExchangeState): void {
    Object.assign(this, {state, until: Infinity});
    this.#held = 0;
  }

  forget(): void {
    this.lapse();
    const ended = ['settled', 'declined', 'withdrawn', 'expired', 'resolved'];
    if (this.state !== null && !ended.includes(this.state)) this.#end('withdrawn');
    this.isForgotten = true;
  }
}

test('whatever two neighbours do in whatever order, it stands where the rules put it, and the ledger agrees', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(program, async (steps) => {
      const model = new Model();
      const hood = await aNeighbourhood(app, {memberMin: lowest});
      const listingId = await aRequestBy(hood.anna);
      let id = '';
      for (const each of steps) {
        if (model.isForgotten) break;
        if (each.act === 'wait') {
          model.day += each.days;
          continue;
        }
        const scope = (name: Who) => ({...hood[name].scope, now: new Date(hood[name].scope.now.getTime() + model.day * 86_400_000)});
        if (each.act === 'forget') {
          await inTransaction(scope('anna'), (trxScope) => forgetExchanges(trxScope, hood.bram.memberId));
          model.forget();
        } else if (each.act === 'propose') {
          const expected = model.act(each);
          // A second one beside what runs is another exchange: this follows one.
          if (expected === 'another') continue;
          const made = await proposeExchange(scope('bram'), {listingId}).catch((error: {code?: string}) => error.code);
          expect(typeof made === 'string' ? made : 'done').toBe(expected);
          if (typeof made === 'object') id = made.id;
        } else {
          if (id === '') continue;
          const expected = model.act(each);
          expect(await outcomeOf(perform(scope(each.who), id, each))).toBe(expected);
        }
        if (id === '') continue;
        seen.add(String(model.state));
        expect((await getExchange(scope('anna'), id)).state).toBe(model.state);
        expect(await balanceOf({...hood.anna, scope: scope('anna')})).toEqual({balance: 0 - model.given, held: model.held});
        expect((await balanceOf({...hood.bram, scope: scope('bram')})).balance).toBe(model.given);
      }
      expect(await ledgerFaults(app, hood)).toEqual([]);
    }),
    {numRuns: 60},
  );
  // Programs that never get anywhere prove nothing.
  expect([...seen]).toEqual(expect.arrayContaining(['accepted', 'done', 'confirmed', 'settled', 'disputed', 'resolved', 'expired']));
}, 180_000);

function perform(scope: Neighbourhood['scope'], id: string, step: Exclude<Step, {act: 'propose' | 'wait' | 'forget'}>): Promise<unknown> {
  switch (step.act) {
    case 'accept':
      return acceptExchange(scope, id, {});
    case 'decline':
      return declineExchange(scope, id, {});
    case 'withdraw':
      return withdrawExchange(scope, id, {});
    case 'agree':
      return agreeExchange(scope, id);
    case 'dispute':
      return disputeExchange(scope, id, 'Wij zijn het niet eens.');
    case 'claim':
      return claimExchange(scope, id, step.minutes);
    case 'confirm':
      return confirmExchange(scope, id, step.minutes);
    case 'resolve':
      return resolveExchange(scope, id, {minutes: step.minutes, note: 'Besproken.'});
  }
}
