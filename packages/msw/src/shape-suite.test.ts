import {setupServer} from 'msw/node';
import {afterAll, beforeAll, describe, test} from 'vitest';
import {handlers} from './handlers.ts';
import {describeWaiting} from './samples/moderation-items.ts';
import {numberedId} from './samples/numbered-id.ts';
import {sampleKeys} from './samples/keys.ts';
import {sampleIdToken, sampleSignInCode} from './samples/members.ts';
import {shapeSuite} from './shape-suite.ts';

const server = setupServer(
  ...handlers({waiting: {eemsdelta: Array.from({length: 100}, (_, number) => describeWaiting(number, `Proef ${number}`))}}),
);
beforeAll(() => server.listen({onUnhandledFrame: 'error'}));
afterAll(() => server.close());

let submissions = 0;
const submission = async () => numberedId('submission', (submissions += 1));

const signInCode = async () => sampleSignInCode;
let tokens = 0;
const idToken = async () => `${sampleIdToken}-${(tokens += 1)}`;

const {admin, coordinator, member, initiative, partner, anna, elsewhere} = sampleKeys;
const keys = {
  admin: admin.key,
  coordinator: coordinator.key,
  member: member.key,
  initiative: initiative.key,
  partner: partner.key,
  person: anna.key,
  elsewhere: elsewhere.key,
};

describe('the handlers have the shape of the API', () => {
  test.each(
    shapeSuite({origin: 'https://api.example', community: 'eemsdelta', region: 'buurtkracht', keys, submission, signInCode, idToken}),
  )('$name', ({run}) => run());
});
