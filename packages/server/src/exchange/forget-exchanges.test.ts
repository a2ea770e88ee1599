import {afterAll, expect, test} from 'vitest';
import {forgetMember} from '../members/forget-member.ts';
import {everyCell} from '../testing/every-cell.ts';
import {createTestApp, write} from '../testing/test-app.ts';
import {acceptExchange} from './exchanges/answer-proposal.ts';
import {claimExchange, confirmExchange} from './exchanges/finish-exchange.ts';
import {getExchange} from './exchanges/list-exchanges.ts';
import {proposeExchange} from './exchanges/propose-exchange.ts';
import {disputeExchange} from './exchanges/resolve-dispute.ts';
import {aNeighbour, aNeighbourhood, aRequestBy, balanceOf, ledgerFaults} from './testing/a-neighbourhood.ts';

const app = await createTestApp();
afterAll(() => app.close());

const canary = 'Kanariepiet';

test('who is forgotten stands nowhere any more, and the other hears that it is off and has the minutes back', async () => {
  const {bram, carla, ...ledger} = await aNeighbourhood(app);
  const forgotten = await aNeighbour(app, ledger, `${canary} Vogel`);
  const words = {message: `${canary} schrijft`, contact: canary};
  const listingId = await aRequestBy(forgotten, {title: {nl: `${canary} vraagt`}, text: {nl: canary}});
  const {id: running} = await proposeExchange(bram.scope, {listingId, contact: 'bram@example.nl'});
  await acceptExchange(forgotten.scope, running, {...words, closesListing: false});
  const {id: disputed} = await proposeExchange(forgotten.scope, {listingId: await aRequestBy(carla), ...words});
  await acceptExchange(carla.scope, disputed, {});
  await disputeExchange(forgotten.scope, disputed, canary);
  const {id: settled} = await proposeExchange(carla.scope, {listingId});
  await acceptExchange(forgotten.scope, settled, {});
  await claimExchange(carla.scope, settled, 60);
  await confirmExchange(forgotten.scope, settled, 60);
  const read = `/v1/communities/${ledger.scope.community.slug}/exchanges/${running}/dispute`;
  expect((await app.request(read, write('POST', bram.token, {reason: 'Het duurt zo lang.'}))).status).toBe(200);
  expect(await balanceOf(carla)).toEqual({balance: 60, held: 60});

  await forgetMember(ledger.scope, forgotten.memberId);
  await app.sweep();

  const cells = await everyCell(app);
  expect(cells.filter((cell) => cell.toLowerCase().includes(canary.toLowerCase()))).toEqual([]);
  expect(await getExchange(bram.scope, running)).toMatchObject({state: 'withdrawn', listing: null, helped: {name: null, contact: null}});
  expect(await getExchange(carla.scope, settled)).toMatchObject({state: 'settled', settledMinutes: 60, listing: null});
  expect(await balanceOf(carla)).toEqual({balance: 60, held: 0});
  expect(app.mails.filter(({subject}) => subject === `Het gaat niet door met ${canary}`).map(({to}) => to)).toEqual(
    expect.arrayContaining(['bram@example.nl', 'carla@example.nl']),
  );
  expect(await ledgerFaults(app, ledger)).toEqual([]);
});
