import {describeAccount, fund, issuance, type SampleAccount, type SampleEntry, type SampleLedger} from './describe-account.ts';
import {sampleKeys} from './keys.ts';
import {numberedId} from './numbered-id.ts';

const anna = describeAccount(2, {kind: 'member', name: 'Anna', owner: sampleKeys.anna.memberId});
const bram = describeAccount(3, {kind: 'member', name: 'Bram', owner: sampleKeys.bram.memberId});
const carla = describeAccount(4, {kind: 'member', name: 'Carla', owner: numberedId('member', 3)});
const dirk = describeAccount(5, {kind: 'member', name: 'Dirk', owner: numberedId('member', 4)});
const els = describeAccount(6, {kind: 'member', name: 'Els', owner: numberedId('member', 5)});
const farid = describeAccount(7, {kind: 'member', name: 'Farid', owner: numberedId('member', 6)});
const shop = describeAccount(8, {kind: 'initiative', name: 'Buurtsuper Holwierde', owner: sampleKeys.initiative.for});
const village = describeAccount(9, {kind: 'partner', name: 'Dorpsbelang De Wierde', owner: sampleKeys.partner.for});

type Told = Pick<SampleEntry, 'kind'> & Partial<Omit<SampleEntry, 'id' | 'postings'>>;

let written = 0;

/** The next entry: on a day somebody gave each of these so many minutes. */
function entry(day: string, from: SampleAccount, minutes: number, to: SampleAccount[], told: Told): SampleEntry {
  written += 1;
  const received = to.map(({id: accountId}) => ({accountId, minutes}));
  return {
    id: numberedId('entry', written),
    occurredAt: `${day}T10:00:00.000Z`,
    actor: 'member',
    onBehalfOf: null,
    memo: null,
    reverses: null,
    postings: [{accountId: from.id, minutes: -minutes * to.length}, ...received],
    ...told,
  };
}

const turnedBack = {memo: 'Verkeerde buur', actor: 'coordinator', reverses: numberedId('entry', 12)} as const;

const entries = [
  entry('2026-06-06', issuance, 120, [anna], {kind: 'hours', memo: 'Gastvrouw in de winkel', actor: 'coordinator'}),
  entry('2026-06-20', issuance, 120, [bram, carla, dirk], {kind: 'hours', memo: 'Opschoondag', actor: 'coordinator'}),
  entry('2026-07-04', anna, 60, [carla], {kind: 'transfer', memo: 'Fiets gemaakt'}),
  entry('2026-07-18', bram, 90, [anna], {kind: 'transfer', memo: 'Soep gekookt'}),
  entry('2026-08-08', carla, 60, [fund], {kind: 'gift', memo: 'Voor wie het nodig heeft'}),
  entry('2026-08-22', anna, 120, [dirk], {kind: 'transfer', memo: 'Schutting geverfd'}),
  entry('2026-09-05', issuance, 120, [anna, farid], {kind: 'hours', memo: 'Kassa', actor: 'coordinator'}),
  entry('2026-09-12', dirk, 60, [els], {kind: 'request', memo: 'Hond uitgelaten'}),
  entry('2026-09-26', farid, 60, [anna], {kind: 'transfer'}),
  entry('2026-10-03', dirk, 120, [shop], {kind: 'transfer', memo: 'Voor de markt'}),
  entry('2026-10-10', shop, 45, [bram, els], {kind: 'batch', memo: 'Bedankt voor de markt', actor: 'organiser'}),
  entry('2026-10-17', els, 30, [bram], {kind: 'transfer', memo: 'Verkeerde buur'}),
  entry('2026-10-18', bram, 30, [els], {kind: 'reversal', ...turnedBack}),
  entry('2026-10-31', anna, 45, [bram], {kind: 'transfer', memo: 'Ramen gelapt', actor: 'desk', onBehalfOf: anna.id}),
  entry('2026-11-07', anna, 30, [village], {kind: 'redemption', memo: 'Koffie', actor: 'organiser'}),
  entry('2026-11-14', fund, 30, [els], {kind: 'gift', memo: 'Hulp bij de boodschappen', actor: 'coordinator'}),
  entry('2026-11-20', anna, 30, [bram], {kind: 'transfer', memo: 'Heg geknipt'}),
];

/** Until when a sample waits; whether it does goes by its state, not by the clock. */
const expiresAt = '2026-12-22T09:00:00Z';

/**
 * The time credits of Eemsdelta over half a year: six members, a shop and an organisation. Anna has 105 minutes, of which 60 are
 * kept apart; Bram asks her for an hour.
 */
export const sampleLedgers: Readonly<Record<string, SampleLedger>> = {
  eemsdelta: {
    accounts: [issuance, fund, anna, bram, carla, dirk, els, farid, shop, village],
    entries,
    requests: [
      {
        id: numberedId('paymentRequest', 3),
        fromAccountId: anna.id,
        toAccountId: bram.id,
        minutes: 60,
        memo: 'Voorlezen',
        state: 'pending',
        expiresAt,
        createdAt: '2026-11-21T09:00:00Z',
        entryId: null,
      },
      {
        id: numberedId('paymentRequest', 2),
        fromAccountId: els.id,
        toAccountId: anna.id,
        minutes: 30,
        memo: 'Boodschappen gedaan',
        state: 'pending',
        expiresAt,
        createdAt: '2026-11-19T09:00:00Z',
        entryId: null,
      },
      {
        id: numberedId('paymentRequest', 1),
        fromAccountId: dirk.id,
        toAccountId: els.id,
        minutes: 60,
        memo: 'Hond uitgelaten',
        state: 'accepted',
        expiresAt: '2026-10-10T09:00:00Z',
        createdAt: '2026-09-10T09:00:00Z',
        entryId: numberedId('entry', 8),
      },
    ],
    holds: [
      {
        id: numberedId('minutesHold', 1),
        fromAccountId: anna.id,
        toAccountId: carla.id,
        minutes: 60,
        state: 'held',
        expiresAt,
        entryId: null,
      },
    ],
    gifts: [
      {
        id: numberedId('recurringGift', 1),
        accountId: els.id,
        minutes: 30,
        reason: 'Hulp bij de boodschappen',
        startsOn: '2026-11-14',
        endsOn: null,
        endedAt: null,
      },
    ],
  },
};
