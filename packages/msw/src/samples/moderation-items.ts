import type {ModerationItem} from '@buurtkit/contract';
import {numberedId} from './numbered-id.ts';

/** A new initiative that waits for a moderator. */
export function describeWaiting(number: number, name: string): ModerationItem {
  return {
    id: numberedId('submission', number),
    kind: 'new-initiative',
    state: 'pending',
    title: name,
    subject: null,
    submittedAt: '2026-11-20T09:00:00Z',
    decidedAt: null,
    content: {name, kind: 'other', summary: {nl: 'Samen tuinieren op het veldje achter de kerk.'}},
    changes: [],
    text: null,
    author: {name: 'Een bewoner', email: 'bewoner@example.nl', locale: 'nl'},
    reason: null,
  };
}

/** What waits for moderators, per community. */
export const sampleWaiting: Readonly<Record<string, readonly ModerationItem[]>> = {
  eemsdelta: [describeWaiting(1, 'Buurttuin achter de kerk'), describeWaiting(2, 'Breicafé')],
};
