import type {CoalitionMember, Partner, PartnerReference} from '@buurtkit/contract';
import {describePartner, type PartnerSketch} from './describe-partner.ts';
import {sampleInitiatives} from './initiatives.ts';

const theBridge = {
  city: 'Groningen',
  areaCode: 'GM0014',
  areaYear: 2025,
  precision: 'exact',
  slug: 'buurthuis-de-brug',
  name: 'Buurthuis De Brug',
} as const;

const theMound = {
  city: 'Holwierde',
  areaCode: 'GM1979',
  areaYear: 2025,
  precision: 'exact',
  slug: 'dorpshuis-de-wierde',
  name: 'Dorpshuis De Wierde',
} as const;

const groningen = {code: 'GM0014', year: 2025, name: 'Groningen'};
const eemsdelta = {code: 'GM1979', year: 2025, name: 'Eemsdelta'};

const welfare: PartnerReference = {slug: 'welzijn-de-brug', community: 'groningen', name: 'Welzijn De Brug', kind: 'social-work'};
const villages: PartnerReference = {slug: 'netwerk-kleine-dorpen', community: 'eemsdelta', name: 'Netwerk Kleine Dorpen', kind: 'network'};
const villagers: PartnerReference = {
  slug: 'dorpsbelang-de-wierde',
  community: 'eemsdelta',
  name: 'Dorpsbelang De Wierde',
  kind: 'residents-association',
};
const farm: PartnerReference = {slug: 'zorgboerderij-de-hoeve', community: 'eemsdelta', name: 'Zorgboerderij De Hoeve', kind: 'care'};

const sketches: PartnerSketch[] = [
  {
    ...welfare,
    city: 'Groningen',
    summary: {
      nl: 'Buurtwerkers die naast bewoners staan. Loop binnen voor een vraag of een goed idee.',
      en: 'Neighbourhood workers who stand beside residents. Walk in with a question or an idea.',
    },
    website: 'https://welzijn-de-brug.example',
    contacts: [
      {name: null, role: {nl: 'Balie', en: 'Desk'}, email: 'balie@welzijn-de-brug.example', phone: '050 000 00 01', agreedOn: null},
      {
        name: 'Anna Voorbeeld',
        role: {nl: 'Buurtwerker', en: 'Neighbourhood worker'},
        email: 'anna@welzijn-de-brug.example',
        phone: null,
        agreedOn: '2026-09-01',
      },
    ],
    areas: [groningen],
    place: theBridge,
    services: [
      {
        name: {nl: 'Spreekuur bij de koffie', en: 'Walk-in with coffee'},
        summary: {nl: 'Stel je vraag aan iemand die de weg weet.', en: 'Put your question to somebody who knows the way.'},
        functions: ['information', 'advice'],
        themes: ['information'],
        forWhom: {nl: 'Voor iedereen uit de buurt.', en: 'For everybody in the neighbourhood.'},
        howToGet: {nl: 'Loop binnen. Een afspraak hoeft niet.', en: 'Walk in, no appointment needed.'},
        cost: {nl: 'Gratis.', en: 'Free.'},
        place: theBridge,
        areas: [groningen],
        contact: {email: 'balie@welzijn-de-brug.example', phone: '050 000 00 01'},
        opening: {
          note: null,
          isByAppointment: false,
          openings: [
            {from: '2026-11-24T08:00:00Z', until: '2026-11-24T11:00:00Z'},
            {from: '2026-11-26T08:00:00Z', until: '2026-11-26T11:00:00Z'},
          ],
        },
        openingHours: {
          rules: [{weekdays: ['tu', 'th'], nth: null, opens: '09:00', closes: '12:00'}],
          exceptions: [],
          isOpenOnHolidays: false,
          isByAppointment: false,
          note: null,
        },
      },
      {
        name: {nl: 'Maatje voor wie alleen is', en: 'A buddy for who is alone'},
        summary: {nl: 'Een vrijwilliger komt elke week langs.', en: 'A volunteer comes by every week.'},
        functions: ['meeting', 'support'],
        themes: ['loneliness', 'neighbour-help'],
        capacity: {nl: 'Er is een wachtlijst van ongeveer een maand.', en: 'There is a waiting list of about a month.'},
        areas: [groningen],
      },
    ],
  },
  {
    slug: 'gemeente-groningen',
    community: 'groningen',
    name: 'Gemeente Groningen',
    kind: 'municipality',
    isSample: false,
    city: 'Groningen',
    summary: {nl: 'Werkt samen met bewoners en wijkorganisaties.', en: 'Works together with residents and local organisations.'},
    areas: [groningen],
  },
  {
    slug: 'kennisinstituut-samenleven',
    community: 'den-haag',
    name: 'Kennisinstituut Samenleven',
    kind: 'knowledge',
    city: 'Den Haag',
    summary: {
      nl: 'Volgt initiatieven van bewoners en schrijft op wat zij leren.',
      en: 'Follows initiatives of residents and writes down what they learn.',
    },
    website: 'https://kennisinstituut-samenleven.example',
  },
  {
    ...villages,
    city: null,
    summary: {
      nl: 'Dorpen die van elkaar leren, met de mensen die hen steunen.',
      en: 'Villages that learn from each other, with those who support them.',
    },
    areas: [eemsdelta],
    members: [villagers, farm],
  },
  {
    ...villagers,
    city: 'Holwierde',
    summary: {nl: 'Bewoners die samen opkomen voor hun dorp.', en: 'Residents who stand up for their village together.'},
    contacts: [{name: null, role: null, email: 'bestuur@dorpsbelang-de-wierde.example', phone: null, agreedOn: null}],
    areas: [eemsdelta],
    place: theMound,
    networks: [villages],
    services: [
      {
        name: {nl: 'Klussendienst', en: 'Odd jobs'},
        summary: {nl: 'Dorpsgenoten doen een klusje voor wie dat zelf niet kan.', en: 'Villagers do a job for who can’t do it alone.'},
        functions: ['support', 'participation'],
        themes: ['neighbour-help', 'volunteering'],
        cost: {nl: 'Alleen het materiaal.', en: 'Materials only.'},
        areas: [eemsdelta],
        contact: {phone: '0596 000 001'},
      },
    ],
  },
  {
    ...farm,
    city: 'Holwierde',
    summary: {nl: 'Samen werken op de boerderij, in eigen tempo.', en: 'Working together on the farm, at your own pace.'},
    areas: [eemsdelta],
    networks: [villages],
    services: [
      {
        name: {nl: 'Meedoen op de boerderij', en: 'Join in on the farm'},
        summary: {nl: 'Dieren voeren, de moestuin, samen eten.', en: 'Feeding animals, the garden, eating together.'},
        functions: ['participation', 'activation', 'signalling'],
        themes: ['care', 'green', 'food'],
        forWhom: {nl: 'Voor wie thuiszit en iets wil doen.', en: 'For who is at home and wants to do something.'},
        status: 'active',
        areas: [eemsdelta],
      },
    ],
  },
  {
    slug: 'wijkteam-noord',
    community: 'groningen',
    name: 'Wijkteam Noord',
    kind: 'care',
    city: 'Groningen',
    summary: {nl: 'Helpt als het thuis niet meer alleen gaat.', en: 'Helps when things at home can’t be done alone any more.'},
    areas: [groningen],
    parent: welfare,
    services: [
      {
        name: {nl: 'Inloop Noord', en: 'Drop-in North'},
        summary: {nl: 'Is nu dicht, door een verbouwing.', en: 'Closed for now, for rebuilding.'},
        functions: ['meeting'],
        themes: ['meeting'],
        status: 'temporarily-closed',
        areas: [groningen],
      },
    ],
  },
  {
    slug: 'woningcorporatie-de-polder',
    community: 'haarlemmermeer',
    name: 'Woningcorporatie De Polder',
    kind: 'housing-corporation',
    city: 'Hoofddorp',
    summary: {
      nl: 'Verhuurt woningen, en geeft een garagebox aan bewoners met een plan.',
      en: 'Rents out homes, and lends a garage box to residents with a plan.',
    },
    areas: [{code: 'GM0394', year: 2025, name: 'Haarlemmermeer'}],
  },
];

/** The initiatives that name this organisation, as that organisation’s own coalition. */
function coalitionOf({slug, community}: Pick<Partner, 'slug' | 'community'>): Partner['coalition'] {
  const names = ({partner}: CoalitionMember) => partner.slug === slug && partner.community === community;
  return sampleInitiatives.flatMap(({coalition, ...initiative}) =>
    coalition.filter(names).map(({role, since}) => ({
      initiative: {slug: initiative.slug, community: initiative.community, name: initiative.name},
      role,
      since,
    })),
  );
}

/** Eight organisations, all but the municipality invented: a network with members, one that is part of another, one that follows many initiatives, and services of all kinds. */
export const samplePartners: readonly Partner[] = sketches.map((sketch, index) =>
  describePartner(index + 1, {...sketch, coalition: coalitionOf(sketch)}),
);
