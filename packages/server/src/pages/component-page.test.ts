import {afterAll, expect, test} from 'vitest';
import {aCommunity, createTestApp} from '../testing/test-app.ts';

const app = await createTestApp();
afterAll(() => app.close());
await aCommunity(app, {slug: 'zierikzee', name: 'Gemeente <b>Zierikzee'});

test('a component is a page of its own, for a frame anywhere and for who comes from a mail', async () => {
  const response = await app.request('/embed/offers-and-requests?community=zierikzee', {headers: {Accept: 'text/html'}});

  const page = await response.text();
  expect(response.status).toBe(200);
  expect(page).toContain('<buurt-offers-and-requests heading-level="1"></buurt-offers-and-requests>');
  expect(page).toContain('src="/embed/1/buurt.js" data-community="zierikzee"');
  expect(page).toContain('Gemeente &lt;b&gt;Zierikzee');
  const policy = response.headers.get('Content-Security-Policy');
  expect(policy).toContain('frame-ancestors *');
  expect(policy).not.toContain('unsafe');
});

test('what is no component, or of no community, isn’t there', async () => {
  for (const address of [
    '/embed/console-of-nobody?community=zierikzee',
    '/embed/community-fund',
    '/embed/community-fund?community=nergens',
  ])
    expect((await app.request(address)).status).toBe(404);
});
