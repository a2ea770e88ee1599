import {describeExchange, describeListing, type SampleExchange, type SampleListing} from './describe-listing.ts';
import {sampleKeys} from './keys.ts';
import {numberedId} from './numbered-id.ts';

const anna = sampleKeys.anna.memberId;
const bram = sampleKeys.bram.memberId;
const carla = numberedId('member', 3);
const dirk = numberedId('member', 4);
const els = numberedId('member', 5);

const eemsdelta = {code: 'GM1979', year: 2025, name: 'Eemsdelta'};

/** Offers and requests in Eemsdelta, the newest first, by the slug of their community. */
export const sampleListings: Readonly<Record<string, readonly SampleListing[]>> = {
  eemsdelta: [
    describeListing(8, {kind: 'request', ownerId: els, title: 'Wie loopt een rondje met mij?', category: 'company', minutes: 45}),
    describeListing(7, {kind: 'offer', ownerId: bram, title: 'Ik knip de heg', category: 'garden', minutes: 90, area: eemsdelta}),
    describeListing(6, {
      kind: 'request',
      ownerId: anna,
      title: 'Wie helpt mij met de heg?',
      text: {nl: 'Hij is twee meter hoog.\n\nGereedschap is er.', en: 'It is two metres high.\n\nThere are tools.'},
      category: 'garden',
      minutes: 90,
      area: eemsdelta,
    }),
    describeListing(5, {kind: 'offer', ownerId: carla, title: 'Fiets maken', category: 'repair', minutes: 30}),
    describeListing(4, {kind: 'offer', ownerId: anna, title: 'Voorlezen', category: 'children', minutes: 60}),
    describeListing(3, {kind: 'request', ownerId: dirk, title: 'Mijn laptop is traag', category: 'computer', minutes: 60}),
    describeListing(2, {kind: 'offer', ownerId: els, title: 'Soep voor de hele straat', category: 'cooking', minutes: 120}),
    describeListing(1, {
      kind: 'request',
      ownerId: anna,
      title: 'Wie past op de kat?',
      category: 'animals',
      state: 'closed',
      closedBy: 'owner',
    }),
  ],
};

/** What comes of them: Dirk wants to help Anna, Anna is to be helped by Carla, and she helped Els. The newest first. */
export const sampleExchanges: Readonly<Record<string, readonly SampleExchange[]>> = {
  eemsdelta: [
    describeExchange(3, {
      listingId: numberedId('listing', 6),
      members: {helper: dirk, helped: anna},
      proposedBy: 'helper',
      minutes: 90,
      message: 'Zaterdag kan ik.',
      contacts: {helper: '06 12345678', helped: null},
    }),
    describeExchange(2, {
      listingId: numberedId('listing', 5),
      members: {helper: carla, helped: anna},
      proposedBy: 'helped',
      state: 'accepted',
      minutes: 60,
      answer: 'Kom maar langs.',
      contacts: {helper: 'carla@example.nl', helped: null},
      holdId: numberedId('minutesHold', 1),
      wasAccepted: true,
      expiresAt: '2027-01-20T09:00:00.000Z',
    }),
    describeExchange(1, {
      listingId: numberedId('listing', 4),
      members: {helper: anna, helped: els},
      proposedBy: 'helped',
      state: 'done',
      minutes: 60,
      said: {helper: null, helped: 60},
      claimedBy: 'helped',
      wasAccepted: true,
    }),
  ],
};
