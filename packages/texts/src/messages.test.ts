import {describe, expect, test} from 'vitest';
import {
  choosingMessages,
  communityFundMessages,
  communityMessages,
  exchangeMessages,
  exchangeStoryMessages,
  exchangeMailMessages,
  formDoorMessages,
  freshnessMessages,
  fundRequestMessages,
  initiativeDetailMessages,
  initiativeMessages,
  linkMessages,
  listMessages,
  mailMessages,
  mapMessages,
  openingMessages,
  partnerDetailMessages,
  partnerMessages,
  publicationMessages,
  statementMessages,
  statusMessages,
  messageMailMessages,
  moderationMailMessages,
  receiptMessages,
  reportMailMessages,
  reportMessages,
  rosterMessages,
  signInMailMessages,
  submissionMailMessages,
  submissionMessages,
  volunteeringLinkMessages,
  volunteeringMailMessages,
  signupMessages,
  signingInMessages,
  timeCreditAccountMessages,
  timeCreditMailMessages,
  timeCreditMessages,
  volunteeringDetailMessages,
  volunteeringMessages,
  whereAndWhenMessages,
} from './index.ts';

const sets = {
  choosingMessages,
  communityFundMessages,
  communityMessages,
  exchangeMessages,
  exchangeStoryMessages,
  exchangeMailMessages,
  formDoorMessages,
  freshnessMessages,
  fundRequestMessages,
  initiativeDetailMessages,
  initiativeMessages,
  linkMessages,
  listMessages,
  mailMessages,
  mapMessages,
  openingMessages,
  partnerDetailMessages,
  partnerMessages,
  publicationMessages,
  statementMessages,
  statusMessages,
  messageMailMessages,
  moderationMailMessages,
  receiptMessages,
  reportMailMessages,
  reportMessages,
  rosterMessages,
  signInMailMessages,
  submissionMailMessages,
  submissionMessages,
  volunteeringLinkMessages,
  volunteeringMailMessages,
  signupMessages,
  signingInMessages,
  timeCreditAccountMessages,
  timeCreditMailMessages,
  timeCreditMessages,
  volunteeringDetailMessages,
  volunteeringMessages,
  whereAndWhenMessages,
};

function spoken(messages: Record<string, unknown>): string[] {
  return Object.values(messages).flatMap((message) =>
    typeof message === 'function' ? [1, 2].map((count) => String(message(count, count, String(count)))) : [String(message)],
  );
}

describe.each(Object.entries(sets))('%s', (_, set) => {
  test('no sentence has more than fifteen words', () => {
    for (const messages of [set.nl('je'), set.nl('u'), set.en('je')])
      for (const sentence of spoken(messages).flatMap((text) => text.split(/[.?!]\s/)))
        expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(15);
  });

  test('a community that says u is never je, and the other way round', () => {
    expect(spoken(set.nl('u')).filter((text) => /\b(je|jouw|jij)\b/i.test(text))).toEqual([]);
    expect(spoken(set.nl('je')).filter((text) => /\b(u|uw)\b/i.test(text))).toEqual([]);
  });

  test('nothing is left without words', () => {
    for (const messages of [set.nl('je'), set.en('je')]) expect(spoken(messages).filter((text) => text.trim() === '')).toEqual([]);
  });
});

test('one initiative is not counted as many', () => {
  expect(initiativeMessages.nl('je').count(1)).toBe('1 initiatief');
  expect(initiativeMessages.nl('je').count(1240)).toBe('1.240 initiatieven');
  expect(initiativeMessages.en('je').countFound(1)).toBe('1 initiative found');
});

test('one organisation is not counted as many', () => {
  expect(partnerMessages.nl('je').count(1)).toBe('1 organisatie');
  expect(partnerMessages.en('je').countFound(16)).toBe('16 organisations found');
  expect(partnerMessages.nl('je').standsBehind(1)).toBe('Bij 1 initiatief');
});
