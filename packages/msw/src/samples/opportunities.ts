import {describeOpportunity, type OpportunitySketch} from './describe-opportunity.ts';

const shop = {slug: 'buurtsuper-holwierde', community: 'eemsdelta', name: 'Buurtsuper Holwierde'};
const inHolwierde = {city: 'Holwierde', areaCode: 'GM1979', areaYear: 2025, precision: 'village'} as const;
const villageHouse = {...inHolwierde, precision: 'exact', slug: 'dorpshuis-de-wierde', name: 'Dorpshuis De Wierde'} as const;

const sketches: OpportunitySketch[] = [
  {
    community: 'eemsdelta',
    title: {nl: 'Achter de kassa van de buurtsuper', en: 'At the till of the village shop'},
    summary: {
      nl: 'Je rekent af met klanten en maakt een praatje. Je staat er nooit alleen voor.',
      en: 'You serve customers at the till and have a chat. You are never on your own.',
    },
    text: {
      nl: 'Je begint met een middag meelopen.\n\nDe winkel sluit om vijf uur. Daarna drinken wij samen koffie.',
      en: 'You begin with an afternoon alongside somebody.\n\nThe shop closes at five. Then we have coffee together.',
    },
    kind: 'recurring',
    themes: ['shop', 'meeting'],
    skills: ['till'],
    commitment: {nl: 'Eén middag per week', en: 'One afternoon a week'},
    minAge: 16,
    minors: 'supervised',
    expenses: {nl: 'Reiskosten en een lunch.', en: 'Travel costs and a lunch.'},
    training: {nl: 'Je leert het van een ander.', en: 'Somebody teaches you.'},
    earnsCredits: true,
    contact: {phone: '0596 000 000', email: 'winkel@example.nl'},
    approval: 'review',
    initiative: shop,
    place: inHolwierde,
    coordinates: [6.872, 53.358],
    shifts: [
      {
        start: '2026-12-01T13:00:00Z',
        end: '2026-12-01T16:00:00Z',
        roles: [
          {key: 'kassa', label: {nl: 'Kassa', en: 'Till'}, capacity: 2, free: 1},
          {key: 'vakken-vullen', label: {nl: 'Vakken vullen', en: 'Filling shelves'}, capacity: 1, free: 1},
        ],
      },
      {start: '2026-12-08T13:00:00Z', end: '2026-12-08T16:00:00Z'},
      {start: '2026-12-15T13:00:00Z', end: '2026-12-15T16:00:00Z', state: 'not-yet', signupOpens: '2026-12-08T09:00:00Z'},
    ],
  },
  {
    community: 'eemsdelta',
    title: {nl: 'Helpen bij het kerstdiner', en: 'Help at the Christmas dinner'},
    summary: {
      nl: 'Op één avond dek je de tafels en breng je het eten rond.',
      en: 'For one evening you lay the tables and serve the food.',
    },
    kind: 'once',
    themes: ['food', 'meeting'],
    minAge: 12,
    minors: 'guardian',
    isForChildren: true,
    contact: {phone: '0596 000 001'},
    questions: [
      {key: 'eten', label: {nl: 'Wat eet je niet?', en: 'What don’t you eat?'}, isRequired: false},
      {key: 'vroeg', label: {nl: 'Kun je er al om vier uur zijn?', en: 'Can you be there at four?'}, isRequired: true},
    ],
    place: villageHouse,
    coordinates: [6.871, 53.357],
    shifts: [
      {
        start: '2026-12-23T16:00:00Z',
        end: '2026-12-23T20:00:00Z',
        roles: [{key: 'bedienen', label: {nl: 'Bedienen', en: 'Serving'}, capacity: 4, free: 0}],
        waitlist: {enabled: true, max: 5, length: 2},
        state: 'waitlist',
        cancelUntil: '2026-12-22T16:00:00Z',
      },
    ],
  },
  {
    community: 'eemsdelta',
    title: {nl: 'Samen op pad als maatje', en: 'Going out together as a buddy'},
    summary: {
      nl: 'Je gaat eens in de week met iemand wandelen of boodschappen doen.',
      en: 'Once a week you go for a walk or to the shop with somebody.',
    },
    kind: 'buddy',
    themes: ['neighbour-help'],
    languages: ['nl', 'ar'],
    commitment: {nl: 'Twee uur per week, een half jaar', en: 'Two hours a week, for half a year'},
    vog: 'required',
    contact: {email: 'maatje@example.nl'},
    approval: 'review',
    partner: {slug: 'zorgboerderij-de-hoeve', community: 'eemsdelta', name: 'Zorgboerderij De Hoeve', kind: 'care'},
    areas: [{code: 'GM1979', year: 2025, name: 'Eemsdelta'}],
  },
  {
    community: 'eemsdelta',
    title: {nl: 'Werkervaring op de zorgboerderij', en: 'Work experience at the care farm'},
    summary: {
      nl: 'Je werkt mee in de kas en krijgt een vaste begeleider.',
      en: 'You work in the greenhouse, with somebody who guides you.',
    },
    kind: 'work-experience',
    themes: ['gardening'],
    commitment: {nl: 'Twee dagen per week, drie maanden', en: 'Two days a week, three months'},
    vog: 'preferred',
    training: {nl: 'Je krijgt een getuigschrift.', en: 'You get a reference.'},
    approval: 'review',
    partner: {slug: 'zorgboerderij-de-hoeve', community: 'eemsdelta', name: 'Zorgboerderij De Hoeve', kind: 'care'},
    place: inHolwierde,
    coordinates: [6.88, 53.36],
  },
  {
    community: 'eemsdelta',
    title: {nl: 'Spullen sjouwen voor de rommelmarkt', en: 'Carrying things for the jumble sale'},
    summary: {nl: 'Je zet kramen op en ruimt na afloop op.', en: 'You put up stalls and clear up afterwards.'},
    kind: 'once',
    themes: ['meeting'],
    minAge: 16,
    minors: 'supervised',
    place: villageHouse,
    coordinates: [6.871, 53.357],
    shifts: [
      {
        start: '2026-12-05T08:00:00Z',
        end: '2026-12-05T11:00:00Z',
        roles: [{key: 'hulp', label: {nl: 'Hulp', en: 'Helper'}, capacity: 3, free: 0}],
        state: 'full',
      },
      {start: '2026-12-05T15:00:00Z', end: '2026-12-05T17:00:00Z', state: 'cancelled'},
    ],
  },
  {
    community: 'eemsdelta',
    title: {nl: 'Nieuwsbrief rondbrengen', en: 'Delivering the newsletter'},
    summary: {nl: 'Je brengt een stapel rond wanneer het jou uitkomt.', en: 'You deliver a pile whenever it suits you.'},
    kind: 'flexible',
    isClosed: true,
    place: inHolwierde,
    coordinates: [6.872, 53.358],
  },
  {
    community: 'groningen',
    title: {nl: 'Gastheer of gastvrouw aan de balie', en: 'Host at the desk'},
    summary: {
      nl: 'Je ontvangt bewoners en wijst hen de weg.',
      en: 'You welcome residents and show them the way.',
    },
    kind: 'recurring',
    themes: ['information', 'volunteering'],
    skills: ['listening'],
    languages: ['nl', 'en', 'tr'],
    commitment: {nl: 'Eén ochtend per week', en: 'One morning a week'},
    vog: 'preferred',
    training: {nl: 'Je krijgt drie avonden scholing.', en: 'You get three evenings of training.'},
    contact: {email: 'stip@example.nl'},
    initiative: {slug: 'stip-groningen', community: 'groningen', name: 'STIP Groningen'},
    place: {
      city: 'Groningen',
      areaCode: 'GM0014',
      areaYear: 2025,
      precision: 'exact',
      slug: 'buurthuis-de-brug',
      name: 'Buurthuis De Brug',
    },
    coordinates: [6.5665, 53.2194],
    shifts: [
      {start: '2026-12-01T08:00:00Z', end: '2026-12-01T11:00:00Z'},
      {start: '2026-12-02T18:00:00Z', end: '2026-12-02T20:00:00Z'},
    ],
  },
  {
    community: 'den-haag',
    title: {nl: 'Koken voor de buurt', en: 'Cooking for the neighbourhood'},
    summary: {nl: 'Je kookt met drie anderen voor veertig gasten.', en: 'With three others you cook for forty guests.'},
    kind: 'recurring',
    themes: ['food'],
    skills: ['cooking'],
    earnsCredits: true,
    place: {city: 'Den Haag', areaCode: 'GM0518', areaYear: 2025, precision: 'neighbourhood'},
    coordinates: [4.3, 52.07],
    shifts: [{start: '2026-12-03T15:00:00Z', end: '2026-12-03T19:00:00Z'}],
  },
];

/**
 * Invented work in three of the sample communities: with shifts and without, one with a waiting list, one that is full, one
 * that is closed. The shifts are in December 2026; whether one can sign up for them is in their `state`.
 */
export const sampleOpportunities = sketches.map((sketch, index) => describeOpportunity(index + 1, sketch));
