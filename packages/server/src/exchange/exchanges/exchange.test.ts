import {afterAll, describe, expect, test} from 'vitest';
import {getEntry} from '../../ledger/entries/get-entry.ts';
import {mint} from '../../ledger/testing/a-ledger.ts';
import {inTransaction, type Scope} from '../../scope.ts';
import {createTestApp} from '../../testing/test-app.ts';
import {exchangeSweeper} from '../exchange-sweeper.ts';
import {getListing} from '../listings/list-listings.ts';
import {changeListing} from '../listings/change-listing.ts';
import {
  after,
  aNeighbour,
  aNeighbourhood,
  aRequestBy,
  balanceOf,
  ledgerFaults,
  outcomeOf,
  type Neighbourhood,
} from '../testing/a-neighbourhood.ts';
import {acceptExchange, declineExchange, withdrawExchange} from './answer-proposal.ts';
import {agreeExchange, claimExchange, confirmExchange} from './finish-exchange.ts';
import {getExchange, listExchanges} from './list-exchanges.ts';
import {proposeExchange} from './propose-exchange.ts';
import {disputeExchange, resolveExchange} from './resolve-dispute.ts';

const app = await createTestApp();
afterAll(() => app.close());

/** Bram offered to help Anna with her hedge. */
async function aProposal(settings = {}): Promise<Neighbourhood & {id: string}> {
  const neighbourhood = await aNeighbourhood(app, settings);
  const listingId = await aRequestBy(neighbourhood.anna);
  const {id} = await proposeExchange(neighbourhood.bram.scope, {listingId, message: 'Zaterdag kan ik.', contact: '06 12345678'});
  return {...neighbourhood, id};
}

async function anAppointment(settings = {}): Promise<Neighbourhood & {id: string}> {
  const proposal = await aProposal(settings);
  await acceptExchange(proposal.anna.scope, proposal.id, {contact: 'anna@example.nl'});
  return proposal;
}

describe('help that goes well', () => {
  test('a request is answered, accepted, done and confirmed, and the minutes go to who helped', async () => {
    const {anna, bram, id, ...ledger} = await anAppointment();
    expect(await balanceOf(anna)).toEqual({balance: 0, held: 60});

    await claimExchange(bram.scope, id, 60);
    const settled = await confirmExchange(anna.scope, id, 60);

    expect(settled).toMatchObject({state: 'settled', settledMinutes: 60, events: [], entryId: expect.any(String) as string});
    expect(await balanceOf(anna)).toEqual({balance: -60, held: 0});
    expect(await balanceOf(bram)).toEqual({balance: 60, held: 0});
    const entry = await inTransaction(bram.scope, (scope) => getEntry(scope, settled.entryId!));
    expect(entry).toMatchObject({kind: 'exchange', memo: 'Heg knippen'});
    expect(await ledgerFaults(app, ledger)).toEqual([]);
  });

  test('an offer works the other way round: who proposes is helped, and gives', async () => {
    const {anna, bram} = await aNeighbourhood(app);
    const listingId = await aRequestBy(anna, {kind: 'offer', title: {nl: 'Taart bakken'}, category: 'cooking', minutes: 90});

    const {id} = await proposeExchange(bram.scope, {listingId});
    const accepted = await acceptExchange(anna.scope, id, {});

    expect(accepted).toMatchObject({side: 'helper', proposedBy: 'helped', helper: {name: 'Anna'}, helped: {name: 'Bram'}, minutes: 90});
    expect(await balanceOf(bram)).toEqual({balance: 0, held: 90});
    expect(await getListing(anna.scope, listingId)).toMatchObject({state: 'open'});
  });

  test('it may have taken longer than what was kept apart', async () => {
    const {anna, bram, id, ...ledger} = await anAppointment();

    await claimExchange(anna.scope, id, 95);
    await confirmExchange(bram.scope, id, 95);

    expect(await balanceOf(bram)).toEqual({balance: 95, held: 0});
    expect(await ledgerFaults(app, ledger)).toEqual([]);
  });

  test('where a community only counts, help is settled and nothing moves', async () => {
    const {anna, bram, id} = await anAppointment({allowsBelowZero: false});

    await claimExchange(bram.scope, id, 60);
    const settled = await confirmExchange(anna.scope, id, 60);

    expect(settled).toMatchObject({state: 'settled', settledMinutes: 60, entryId: null});
    expect(await balanceOf(anna)).toEqual({balance: 0, held: 0});
  });
});

describe('the two say something else', () => {
  test('the lower amount is proposed; who said more agrees, and that is given', async () => {
    const {anna, bram, id} = await anAppointment();
    await claimExchange(bram.scope, id, 90);

    const confirmed = await confirmExchange(anna.scope, id, 60);
    expect(confirmed).toMatchObject({state: 'confirmed', agreedMinutes: 60, events: ['dispute']});
    expect(await outcomeOf(agreeExchange(anna.scope, id))).toBe('exchange.not-your-turn');
    await agreeExchange(bram.scope, id);

    expect(await balanceOf(bram)).toEqual({balance: 60, held: 0});
  });

  test('or a coordinator has a look and decides, with a note; until then the minutes stay apart', async () => {
    const {anna, bram, coordinator, id, ...ledger} = await anAppointment();
    await claimExchange(bram.scope, id, 90);
    await confirmExchange(anna.scope, id, 30);
    expect(await outcomeOf(getExchange(coordinator.scope, id))).toBe('exchange.not-found');

    await disputeExchange(bram.scope, id, 'Het was echt anderhalf uur.');
    expect(await balanceOf(anna)).toEqual({balance: 0, held: 60});
    expect(await getExchange(coordinator.scope, id)).toMatchObject({
      side: null,
      events: ['resolution'],
      reason: 'Het was echt anderhalf uur.',
    });
    expect(await outcomeOf(resolveExchange(anna.scope, id, {minutes: 0, note: 'Klaar.'}))).toBe('exchange.not-your-turn');
    const resolved = await resolveExchange(coordinator.scope, id, {minutes: 60, note: 'Samen besproken.'});

    expect(resolved).toMatchObject({state: 'resolved', settledMinutes: 60, note: 'Samen besproken.'});
    expect(await balanceOf(bram)).toEqual({balance: 60, held: 0});
    expect(await ledgerFaults(app, ledger)).toEqual([]);
  });

  test('a coordinator may decide that nothing is given', async () => {
    const {anna, coordinator, id} = await anAppointment();
    await disputeExchange(anna.scope, id, 'Er kwam niemand.');

    const resolved = await resolveExchange(coordinator.scope, id, {minutes: 0, note: 'Het ging mis met de afspraak.'});

    expect(resolved).toMatchObject({state: 'resolved', settledMinutes: 0, entryId: null});
    expect(await balanceOf(anna)).toEqual({balance: 0, held: 0});
  });

  test('nobody resolves a dispute of their own', async () => {
    const {coordinator, bram, ...ledger} = await aNeighbourhood(app);
    const another = await aNeighbour(app, ledger, 'Els Kok', 'coordinator');
    const {id} = await proposeExchange(bram.scope, {listingId: await aRequestBy(coordinator)});
    await acceptExchange(coordinator.scope, id, {});
    await disputeExchange(bram.scope, id, 'Het duurde langer.');

    expect(await outcomeOf(resolveExchange(coordinator.scope, id, {minutes: 0, note: 'Niets.'}))).toBe('exchange.not-your-turn');
    expect(await outcomeOf(resolveExchange(another.scope, id, {minutes: 60, note: 'Toch wel.'}))).toBe('done');
  });
});

describe('it does not go on', () => {
  test.each([
    ['declined before it began', async (n: Neighbourhood & {id: string}) => declineExchange(n.anna.scope, n.id, {message: 'Dank je!'})],
    ['withdrawn by who proposed it', async (n: Neighbourhood & {id: string}) => withdrawExchange(n.bram.scope, n.id, {})],
  ])('%s', async (_name, end) => {
    const proposal = await aProposal();

    await end(proposal);

    expect(await balanceOf(proposal.anna)).toEqual({balance: 0, held: 0});
    expect(await outcomeOf(acceptExchange(proposal.anna.scope, proposal.id, {}))).toBe('exchange.not-in-state');
  });

  test('either lets an appointment go, and the minutes are free again', async () => {
    const {anna, bram, id} = await anAppointment();

    await withdrawExchange(anna.scope, id, {message: 'Ik ben ziek.'});

    expect(await balanceOf(anna)).toEqual({balance: 0, held: 0});
    expect(await getExchange(bram.scope, id)).toMatchObject({state: 'withdrawn', answer: 'Ik ben ziek.', events: []});
  });

  test('time decides by itself, however late somebody looks', async () => {
    const {anna, bram, id} = await aProposal();
    const late = after(14, anna);

    expect(await getExchange(late, id)).toMatchObject({state: 'expired', events: []});
    expect((await listExchanges(late, {state: ['expired']})).total).toBe(1);
    expect(await outcomeOf(acceptExchange(late, id, {}))).toBe('exchange.not-in-state');
    expect((await proposeExchange(after(14, bram), {listingId: (await getExchange(late, id)).listing!.id})).state).toBe('proposed');
  });

  test('an appointment that nobody kept frees the minutes; a claim that nobody answers goes to the coordinator', async () => {
    const kept = await anAppointment();
    const claimed = await anAppointment();
    await claimExchange(claimed.bram.scope, claimed.id, 60);
    const later = new Date(kept.scope.now.getTime() + 61 * 86_400_000);

    await exchangeSweeper.sweep(app.services, later);

    expect(await getExchange({...kept.anna.scope, now: later}, kept.id)).toMatchObject({state: 'expired'});
    expect(await balanceOf({...kept.anna, scope: {...kept.anna.scope, now: later}})).toEqual({balance: 0, held: 0});
    expect(await getExchange({...claimed.coordinator.scope, now: later}, claimed.id)).toMatchObject({state: 'disputed'});
    expect(await outcomeOf(resolveExchange({...claimed.coordinator.scope, now: later}, claimed.id, {minutes: 60, note: 'Gebeld.'}))).toBe(
      'done',
    );
  });

  test('a request that somebody answers is off the list, and others who proposed hear that it is settled', async () => {
    const {anna, bram, carla, id} = await aProposal();
    const {id: other} = await proposeExchange(carla.scope, {listingId: (await getExchange(bram.scope, id)).listing!.id});

    await acceptExchange(anna.scope, id, {});

    expect(await getExchange(carla.scope, other)).toMatchObject({state: 'declined'});
  });
});

describe('limits', () => {
  test('who would give hears before the other does that it is more than can be now', async () => {
    const {anna, bram} = await aNeighbourhood(app, {memberMin: -60});
    const listingId = await aRequestBy(anna, {kind: 'offer', minutes: 90});

    expect(await outcomeOf(proposeExchange(bram.scope, {listingId}))).toBe('transfer.limit-reached');
    expect(await outcomeOf(proposeExchange(bram.scope, {listingId, minutes: 60}))).toBe('done');
    expect(await balanceOf(bram)).toEqual({balance: 0, held: 0});
  });

  test('a limit stops an acceptance, and after help from the fund it goes through', async () => {
    const {anna, bram, ...ledger} = await aNeighbourhood(app, {memberMin: -30});
    const {id} = await proposeExchange(bram.scope, {listingId: await aRequestBy(anna)});

    expect(await outcomeOf(acceptExchange(anna.scope, id, {}))).toBe('transfer.limit-reached');
    expect(await getExchange(bram.scope, id)).toMatchObject({state: 'proposed'});
    await mint(ledger, anna.accountId, 30);

    expect(await outcomeOf(acceptExchange(anna.scope, id, {}))).toBe('done');
  });

  test('what both agree with waits when it can’t be given yet; only who gives and a coordinator know why', async () => {
    const {anna, bram, id, ...ledger} = await anAppointment({memberMin: -60});
    await claimExchange(bram.scope, id, 90);

    const confirmed = await confirmExchange(anna.scope, id, 90);
    expect(confirmed).toMatchObject({state: 'confirmed', obstacle: 'transfer.limit-reached', agreedMinutes: 90});
    expect(await getExchange(bram.scope, id)).toMatchObject({state: 'confirmed', obstacle: null});
    expect(await outcomeOf(agreeExchange(anna.scope, id))).toBe('transfer.limit-reached');
    expect(await balanceOf(anna)).toEqual({balance: 0, held: 60});
    await mint(ledger, anna.accountId, 30);

    expect(await agreeExchange(anna.scope, id)).toMatchObject({state: 'settled', settledMinutes: 90, obstacle: null});
    expect(await ledgerFaults(app, ledger)).toEqual([]);
  });
});

describe('who sees what', () => {
  test('to a stranger an exchange isn’t there, and a coordinator sees it only when it comes to them', async () => {
    const {carla, coordinator, id} = await anAppointment();

    for (const {scope} of [carla, coordinator]) {
      expect(await outcomeOf(getExchange(scope, id))).toBe('exchange.not-found');
      expect(await outcomeOf(claimExchange(scope, id, 60))).toBe('exchange.not-found');
      expect((await listExchanges(scope, {})).total).toBe(0);
    }
  });

  test('how to reach each other is told once it is agreed, only to the two, until 30 days after the end', async () => {
    const {anna, bram, coordinator, id} = await aProposal();
    expect((await getExchange(anna.scope, id)).helper.contact).toBeNull();
    expect((await getExchange(bram.scope, id)).helper.contact).toBe('06 12345678');

    await acceptExchange(anna.scope, id, {contact: 'anna@example.nl', message: 'Graag!'});
    expect((await getExchange(anna.scope, id)).helper.contact).toBe('06 12345678');
    expect((await getExchange(bram.scope, id)).helped.contact).toBe('anna@example.nl');
    await disputeExchange(bram.scope, id, 'Hm.');
    expect(await getExchange(coordinator.scope, id)).toMatchObject({helper: {contact: null}, helped: {contact: null}});
    await resolveExchange(coordinator.scope, id, {minutes: 0, note: 'Goed zo.'});

    expect(await getExchange(after(29, anna), id)).toMatchObject({message: 'Zaterdag kan ik.', note: 'Goed zo.'});
    const later = after(30, anna);
    const forgotten = {message: null, answer: null, reason: null, note: null, helper: {contact: null}, helped: {contact: null}};
    expect(await getExchange(later, id)).toMatchObject(forgotten);
    await exchangeSweeper.sweep(app.services, later.now);
    const rows = await app.database.owner.selectFrom('exchange_words').select('exchange_id').where('exchange_id', '=', id).execute();
    expect(rows).toEqual([]);
  });

  test('a proposal that came to nothing never tells how to reach somebody', async () => {
    const {anna, id} = await aProposal();

    await declineExchange(anna.scope, id, {});

    expect((await getExchange(anna.scope, id)).helper.contact).toBeNull();
  });
});

describe('many at once', () => {
  test('however many press yes and no at once, one outcome stands', async () => {
    const {anna, bram, id, ...ledger} = await aProposal();
    const press = (index: number) =>
      index % 3 === 0
        ? acceptExchange(anna.scope, id, {})
        : index % 3 === 1
          ? declineExchange(anna.scope, id, {})
          : withdrawExchange(bram.scope, id, {});

    const codes = await Promise.all(Array.from({length: 15}, (_, index) => outcomeOf(press(index))));

    const {state} = await getExchange(anna.scope, id);
    expect(codes.filter((each) => each === 'done').length).toBeLessThanOrEqual(2);
    expect(await balanceOf(anna)).toEqual({balance: 0, held: state === 'accepted' ? 60 : 0});
    expect(await ledgerFaults(app, ledger)).toEqual([]);
  });

  test('both press that it is done at the same moment: it is settled, once', async () => {
    const {anna, bram, id, ...ledger} = await anAppointment();
    const crowd = Array.from({length: 16}, (_, index) => outcomeOf(claimExchange((index % 2 ? anna : bram).scope, id, 60)));

    const codes = await Promise.all(crowd);

    expect(codes.filter((each) => each === 'done')).toHaveLength(2);
    expect(await balanceOf(bram)).toEqual({balance: 60, held: 0});
    expect(await balanceOf(anna)).toEqual({balance: -60, held: 0});
    expect(await ledgerFaults(app, ledger)).toEqual([]);
  });

  test('a listing that closes while others propose leaves nobody waiting', async () => {
    const {anna, ...ledger} = await aNeighbourhood(app);
    const listingId = await aRequestBy(anna);
    const people = await Promise.all(Array.from({length: 8}, (_, index) => aNeighbour(app, ledger, `Buur${index} Jansen`)));

    const outcomes = await Promise.all([
      ...people.map(({scope}) => outcomeOf(proposeExchange(scope, {listingId}))),
      outcomeOf(changeListing(anna.scope, listingId, {isClosed: true})),
    ]);

    expect(outcomes.filter((outcome) => !['done', 'listing.closed'].includes(outcome))).toEqual([]);
    const {data} = await listExchanges(anna.scope, {limit: 100});
    expect(data.filter(({state}) => state === 'proposed')).toEqual([]);
  });

  test('two who accept different proposals for one request get one appointment', async () => {
    const {anna, bram, carla, id} = await aProposal();
    const listingId = (await getExchange(bram.scope, id)).listing!.id;
    const {id: other} = await proposeExchange(carla.scope, {listingId});

    const codes = await Promise.all([id, other].map((each) => outcomeOf(acceptExchange(anna.scope, each, {}))));

    expect(codes.sort()).toEqual(['done', 'exchange.not-in-state']);
    expect(await balanceOf(anna)).toEqual({balance: 0, held: 60});
  });
});

test('one proposal at a time, and none to oneself', async () => {
  const {anna, bram, id} = await aProposal();
  const listingId = (await getExchange(bram.scope, id)).listing!.id;

  expect(await outcomeOf(proposeExchange(bram.scope, {listingId}))).toBe('exchange.already-proposed');
  expect(await outcomeOf(proposeExchange(anna.scope, {listingId}))).toBe('exchange.own-listing');
  await changeListing(anna.scope, listingId, {isClosed: true});
  expect(await outcomeOf(proposeExchange(bram.scope, {listingId}))).toBe('listing.closed');
});

test('everyone hears what concerns them, with a first name in the subject and no more', async () => {
  const {anna, bram, coordinator, id} = await anAppointment();
  await claimExchange(bram.scope, id, 90);
  await confirmExchange(anna.scope, id, 60);
  await disputeExchange(bram.scope, id, 'Het was langer.');
  await resolveExchange(coordinator.scope, id, {minutes: 75, note: 'Het midden.'});
  app.setNow(bram.scope.now);

  await app.sweep();

  const heard = (who: string) => app.mails.filter(({to}) => to === `${who}@example.nl`).map(({subject}) => subject);
  expect(heard('anna')).toEqual(
    expect.arrayContaining([
      'Bram wil je helpen',
      'Je afspraak met Bram',
      'Bram zegt dat het gedaan is',
      'De coördinator kijkt mee bij de afspraak met Bram',
      'Antwoord van de coördinator over de afspraak met Bram',
    ]),
  );
  expect(heard('bram')).toEqual(
    expect.arrayContaining(['Anna zegt ja', 'Nog even afstemmen met Anna', 'Antwoord van de coördinator over de afspraak met Anna']),
  );
  expect(heard('dirk')).toContain('Twee deelnemers vragen om mee te kijken');
  expect(app.mails.filter(({subject}) => /heg|dijk|wit\b/i.test(subject))).toEqual([]);
  expect(app.mails.some(({subject, text}) => subject === 'Anna zegt ja' && text.includes('anna@example.nl'))).toBe(true);
});

test('another community sees and touches nothing of it', async () => {
  const {id} = await anAppointment();
  const elsewhere = await aNeighbourhood(app);

  const scopes: Scope[] = [elsewhere.anna.scope, elsewhere.coordinator.scope];
  for (const scope of scopes) expect(await outcomeOf(getExchange(scope, id))).toBe('exchange.not-found');
});
