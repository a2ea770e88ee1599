import {setupServer} from 'msw/node';
import {afterAll, beforeAll, describe, test} from 'vitest';
import {handlers} from './handlers.ts';
import {sampleKeys} from './samples/keys.ts';
import {shapeSuite} from './shape-suite.ts';

const server = setupServer(...handlers());
beforeAll(() => server.listen({onUnhandledFrame: 'error'}));
afterAll(() => server.close());

const {admin, member, elsewhere} = sampleKeys;
const keys = {admin: admin.key, member: member.key, elsewhere: elsewhere.key};

describe('the handlers have the shape of the API', () => {
  test.each(shapeSuite({origin: 'https://api.example', community: 'eemsdelta', region: 'buurtkracht', keys}))('$name', ({run}) => run());
});
