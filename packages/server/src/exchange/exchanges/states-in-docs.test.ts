import {readFile} from 'node:fs/promises';
import {exchangeStates, exchangeTransitions, hasEnded, lapseOf, valuesOf, type ExchangeAct} from '@buurtkit/contract';
import {expect, test} from 'vitest';

const page = await readFile(new URL('../../../../../docs/exchange-states.md', import.meta.url), 'utf8');
const states = valuesOf(exchangeStates);

/** Told in words beside the picture, since it can happen from everywhere. */
const besides: readonly string[] = ['departure'] satisfies ExchangeAct[];

test('the picture in the docs has every step that can happen, by whom, and no other', () => {
  const told = [...page.matchAll(/^ {2}(\w+) --> (\w+): (.+)$/gm)].map(([, from, to, label]) => `${from} → ${to}: ${label}`);
  const real = states.flatMap((from) =>
    Object.entries(exchangeTransitions[from])
      .filter(([act]) => !besides.includes(act))
      .flatMap(([act, {by, to}]) => to.map((each) => `${from} → ${each}: ${act}, by ${by.join(' or ')}`)),
  );

  expect(told.toSorted()).toEqual(real.toSorted());
});

test('the picture ends where nothing can happen any more', () => {
  const told = [...page.matchAll(/^ {2}(\w+) --> \[\*\]$/gm)].map(([, state]) => state);

  expect(told).toEqual(states.filter(hasEnded));
});

test('nothing waits for ever but a coordinator’s answer', () => {
  expect(states.filter((state) => !hasEnded(state) && !lapseOf(state))).toEqual(['disputed']);
});
