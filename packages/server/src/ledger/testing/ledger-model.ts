import type {ProblemCode} from '@buurtkit/contract';

/** Who takes part in a program; the fund is one of them, and `nowhere` is where credits come from. */
export const sides = ['anna', 'bram', 'chris', 'fund'] as const;
export type Side = (typeof sides)[number];
type Anybody = Side | 'nowhere';

/** What people do, one after the other; `which` is the how manieth of its kind. */
export type Step =
  | {act: 'give'; from: Side; to: Side; minutes: number}
  | {act: 'give to all'; from: Side; minutes: number}
  | {act: 'ask'; from: Side; to: Side; minutes: number; hours: number}
  | {act: 'accept' | 'refuse' | 'withdraw'; which: number}
  | {act: 'hold'; from: Side; to: Side; minutes: number; hours: number}
  | {act: 'post'; which: number; minutes: number | null}
  | {act: 'void' | 'turn back'; which: number}
  | {act: 'say again'; which: number; isOther: boolean}
  | {act: 'hours'; whose: readonly Side[]; minutes: number}
  | {act: 'limit'; whose: Side; min: number | null; max: number | null}
  | {act: 'freeze'; whose: Side; isFrozen: boolean}
  | {act: 'wait'; hours: number}
  | {act: 'tidy up'};

export type Settings = {allowsBelowZero: boolean; memberMax: number | null; stepMinutes: 15 | 30};
export type Lines = readonly (readonly [Anybody, number])[];

type Written = {lines: Lines; at: number; isTurnedBack: boolean};
type Hold = {from: Side; to: Side; minutes: number; until: number; state: 'held' | 'posted' | 'voided'};
type Asked = {from: Side; to: Side; minutes: number; until: number; state: 'pending' | 'accepted' | 'refused' | 'withdrawn'};

/** What the rules say, in memory and one step after the other: nothing of the ledger's own code. */
export class LedgerModel {
  readonly entries: Written[] = [];
  readonly holds: Hold[] = [];
  readonly asked: Asked[] = [];
  readonly limits: Record<Side, {min: number | null; max: number | null}>;
  readonly frozen = new Set<Anybody>();
  /** Hours since the beginning. */
  now = 0;
  readonly settings: Settings;

  constructor(settings: Settings) {
    this.settings = settings;
    const none = () => ({min: null, max: null});
    this.limits = {anna: none(), bram: none(), chris: none(), fund: none()};
  }

  balance(side: Anybody, at = this.now): number {
    return this.entries.filter((entry) => entry.at <= at).reduce((sum, {lines}) => sum + movedFor(lines, side), 0);
  }

  held(side: Anybody, on: 'from' | 'to'): number {
    return this.holds
      .filter((hold) => hold.state === 'held' && hold.until > this.now && hold[on] === side)
      .reduce((sum, {minutes}) => sum + minutes, 0);
  }

  /** What may happen to the step: null, or the problem that stands in its way. What happens, happens. */
  act(step: Step): ProblemCode | null {
    switch (step.act) {
      case 'give':
        return this.#write([
          [step.from, -step.minutes],
          [step.to, step.minutes],
        ]);
      case 'give to all': {
        const others = sides.filter((side) => side !== step.from);
        return this.#write([[step.from, -step.minutes * others.length], ...others.map((side) => [side, step.minutes] as const)]);
      }
      case 'ask':
        return this.#ask(step);
      case 'accept':
      case 'refuse':
      case 'withdraw':
        return this.#answer(step.act, nth(this.asked, step.which));
      case 'hold':
        return this.#hold(step);
      case 'post':
        return this.#post(nth(this.holds, step.which), step.minutes);
      case 'void':
        return this.#void(nth(this.holds, step.which));
      case 'turn back':
        return this.#turnBack(nth(this.entries, step.which));
      case 'say again':
        return this.entries.length > 0 && step.isOther ? 'idempotency.key-reused' : null;
      case 'hours':
        return this.#write([['nowhere', -step.minutes * step.whose.length], ...step.whose.map((side) => [side, step.minutes] as const)], {
          isInStep: true,
        });
      case 'limit':
        this.limits[step.whose] = {min: step.min, max: step.max};
        return null;
      case 'freeze':
        if (step.isFrozen) this.frozen.add(step.whose);
        else this.frozen.delete(step.whose);
        return null;
      case 'wait':
        this.now += step.hours;
        return null;
      case 'tidy up':
        return null;
    }
  }

  #write(lines: Lines, {isInStep = this.#isInStep(lines), freed = null as Hold | null} = {}): ProblemCode | null {
    if (new Set(lines.map(([side]) => side)).size < lines.length) return 'transfer.to-self';
    if (!isInStep) return 'transfer.not-in-step';
    for (const [side, minutes] of lines) {
      const code = this.#obstacle(side, minutes, freed);
      if (code) return code;
    }
    this.entries.push({lines, at: this.now, isTurnedBack: false});
    return null;
  }

  #isInStep(lines: Lines): boolean {
    return lines.every(([, minutes]) => minutes % this.settings.stepMinutes === 0);
  }

  /** Giving what is held for this very movement puts nobody further outside their limits. */
  #obstacle(side: Anybody, minutes: number, freed: Hold | null): ProblemCode | null {
    if (this.frozen.has(side)) return 'account.frozen';
    if (side === 'nowhere') return null;
    const kept = freed !== null && [freed.from, freed.to].includes(side) ? freed.minutes : 0;
    if (Math.abs(minutes) <= kept) return null;
    const {min, max} = this.limitsOf(side);
    const isBelow = minutes < 0 && this.balance(side) - this.held(side, 'from') + kept + minutes < min;
    const isAbove = minutes > 0 && max !== null && this.balance(side) + this.held(side, 'to') - kept + minutes > max;
    return isBelow || isAbove ? 'transfer.limit-reached' : null;
  }

  limitsOf(side: Side): {min: number; max: number | null} {
    const own = this.limits[side];
    if (side === 'fund') return {min: own.min ?? 0, max: own.max};
    return {min: own.min ?? (this.settings.allowsBelowZero ? -300 : 0), max: own.max ?? this.settings.memberMax};
  }

  #ask({from, to, minutes, hours}: {from: Side; to: Side; minutes: number; hours: number}): ProblemCode | null {
    if (from === to) return 'transfer.to-self';
    if (minutes % this.settings.stepMinutes !== 0) return 'transfer.not-in-step';
    this.asked.push({from, to, minutes, until: this.now + hours, state: 'pending'});
    return null;
  }

  #answer(act: 'accept' | 'refuse' | 'withdraw', asked: Asked | undefined): ProblemCode | null {
    if (!asked) return null;
    const state = ({accept: 'accepted', refuse: 'refused', withdraw: 'withdrawn'} as const)[act];
    if (act !== 'accept' && asked.state === state) return null;
    if (asked.state !== 'pending' || asked.until <= this.now) return 'payment-request.decided';
    const code =
      act === 'accept'
        ? this.#write([
            [asked.from, -asked.minutes],
            [asked.to, asked.minutes],
          ])
        : null;
    if (code === null) asked.state = state;
    return code;
  }

  #hold({from, to, minutes, hours}: {from: Side; to: Side; minutes: number; hours: number}): ProblemCode | null {
    if (minutes % this.settings.stepMinutes !== 0) return 'transfer.not-in-step';
    if (from === to) return 'transfer.to-self';
    const code = this.#obstacle(from, -minutes, null) ?? this.#obstacle(to, minutes, null);
    if (code === null) this.holds.push({from, to, minutes, until: this.now + hours, state: 'held'});
    return code;
  }

  #post(hold: Hold | undefined, minutes: number | null): ProblemCode | null {
    if (!hold) return null;
    const given = minutes ?? hold.minutes;
    if (given > hold.minutes) return 'request.invalid';
    const lines: Lines = [
      [hold.from, -given],
      [hold.to, given],
    ];
    if (!this.#isInStep(lines)) return 'transfer.not-in-step';
    if (hold.state !== 'held' || hold.until <= this.now) return 'hold.ended';
    const code = this.#write(lines, {freed: hold});
    if (code === null) hold.state = 'posted';
    return code;
  }

  #void(hold: Hold | undefined): ProblemCode | null {
    if (!hold) return null;
    if (hold.state !== 'held' || hold.until <= this.now) return 'hold.ended';
    hold.state = 'voided';
    return null;
  }

  #turnBack(entry: Written | undefined): ProblemCode | null {
    if (!entry) return null;
    if (entry.isTurnedBack) return 'entry.already-reversed';
    entry.isTurnedBack = true;
    this.entries.push({lines: entry.lines.map(([side, minutes]) => [side, -minutes] as const), at: this.now, isTurnedBack: false});
    return null;
  }
}

/** The one that a number means, going round; undefined where there is none yet. */
export function nth<Item>(items: readonly Item[], which: number): Item | undefined {
  return items[which % Math.max(1, items.length)];
}

function movedFor(lines: Lines, side: Anybody): number {
  return lines.find(([one]) => one === side)?.[1] ?? 0;
}
