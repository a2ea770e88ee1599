import {shapeSuite} from '@buurtkit/msw/shape-suite';
import {afterAll, describe, test} from 'vitest';
import {anApiUnderTest} from '../testing/api-under-test.ts';
import {createTestApp} from '../testing/test-app.ts';

const app = await createTestApp();
afterAll(() => app.close());

const {api} = await anApiUnderTest(app);

describe('the server has the shape of the API', () => {
  for (const {name, run} of shapeSuite(api)) test(name, run);
});
