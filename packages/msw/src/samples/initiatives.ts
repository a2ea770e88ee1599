import type {CoalitionMember, Initiative} from '@buurtkit/contract';
import {describeInitiative, type InitiativeSketch} from './describe-initiative.ts';

const followed: CoalitionMember = {
  partner: {slug: 'kennisinstituut-samenleven', community: 'den-haag', name: 'Kennisinstituut Samenleven', kind: 'knowledge'},
  role: 'follows',
  since: '2012',
};

const sketches: InitiativeSketch[] = [
  {
    slug: 'buurtsuper-holwierde',
    community: 'eemsdelta',
    name: 'Buurtsuper Holwierde',
    kind: 'shop',
    stage: 'active',
    themes: ['shop', 'liveability'],
    coalition: [
      {
        partner: {slug: 'dorpsbelang-de-wierde', community: 'eemsdelta', name: 'Dorpsbelang De Wierde', kind: 'residents-association'},
        role: 'partner',
        since: '2014',
      },
      followed,
    ],
    scale: 'village',
    place: {city: 'Holwierde', areaCode: 'GM1979', areaYear: 2025, precision: 'village'},
    coordinates: [6.872, 53.358],
    summary: {
      nl: 'De winkel dreigde te sluiten. Bewoners sprongen in de bres en houden de buurtsuper open.',
      en: 'The shop was about to close. Residents stepped in and keep the village shop open.',
    },
    accessibility: {stepFree: 'yes', parking: 'no'},
    contact: {website: 'https://www.example.nl/buurtsuper', phone: '0596 000 000'},
    lookingFor: [
      {text: {nl: 'Wij zoeken iemand die op zaterdag de kassa doet.', en: 'We look for somebody for the till on Saturdays.'}, kind: null},
    ],
  },
  {
    slug: 'stip-groningen',
    community: 'groningen',
    name: 'STIP Groningen',
    kind: 'information-desk',
    stage: 'active',
    themes: ['information', 'volunteering', 'neighbour-help'],
    scale: 'district',
    place: {
      city: 'Groningen',
      areaCode: 'GM0014',
      areaYear: 2025,
      precision: 'municipality',
      slug: 'buurthuis-de-brug',
      name: 'Buurthuis De Brug',
    },
    coordinates: [6.5665, 53.2194],
    summary: {
      nl: 'Een loket in de wijk. Je hoort er wat er te doen is, vindt vrijwilligerswerk of een klusje, en je kunt er hulp vragen of aanbieden.',
      en: 'A desk in the neighbourhood: hear what is on, find voluntary work or a small job, ask for help or offer it.',
    },
    accessibility: {stepFree: 'yes', toilet: 'partly', quiet: 'unknown'},
    contact: {website: 'https://www.example.nl/stip', email: 'stip@example.nl'},
    opening: {
      note: {nl: 'Ook op afspraak.', en: 'By appointment too.'},
      isByAppointment: true,
      openings: [{from: '2026-11-24T08:00:00Z', until: '2026-11-24T16:00:00Z'}],
    },
    openingHours: {
      rules: [{weekdays: ['tu'], nth: null, opens: '09:00', closes: '17:00'}],
      exceptions: [],
      isOpenOnHolidays: false,
      isByAppointment: true,
      note: {nl: 'Ook op afspraak.', en: 'By appointment too.'},
    },
    coalition: [
      {
        partner: {slug: 'gemeente-groningen', community: 'groningen', name: 'Gemeente Groningen', kind: 'municipality'},
        role: 'supporter',
        since: null,
      },
      followed,
    ],
    story: [
      {
        title: {nl: 'Wie zit er achter de balie?', en: 'Who is behind the desk?'},
        text: {
          nl: 'Geschoolde vrijwilligers helpen aan de balie. Op de achtergrond werken ervaren buurtwerkers en maatschappelijk werkers.',
          en: 'Trained volunteers help at the desk; experienced neighbourhood and social workers stand behind them.',
        },
      },
      {
        title: {nl: 'Wat het opleverde', en: 'What it brought'},
        text: {
          nl: 'Meer bewoners doen mee, en kwetsbare bewoners worden beter bereikt.',
          en: 'More residents take part, and vulnerable residents are reached better.',
        },
      },
    ],
  },
  {
    slug: 'happy-coins',
    community: 'groningen',
    name: 'Happy Coins',
    kind: 'time-exchange',
    stage: 'starting',
    themes: ['time-credits', 'neighbour-help'],
    scale: 'district',
    place: null,
    coordinates: null,
    summary: {
      nl: 'Met een website en apps zet je een dienst om in coins. Met die coins koop je weer een dienst van een ander.',
      en: "A website and apps turn a service into coins; with those coins you buy somebody else's service.",
    },
  },
  {
    slug: 'krajicek-playground-den-haag',
    community: 'den-haag',
    name: 'Krajicek Playground Den Haag',
    kind: 'playground',
    stage: 'active',
    themes: ['sport', 'youth'],
    coalition: [followed],
    scale: 'district',
    place: {city: 'Den Haag', areaCode: 'GM0518', areaYear: 2025, precision: 'municipality'},
    coordinates: [4.3007, 52.0705],
    summary: {
      nl: 'Een sportplek in de wijk als begin van buurtkracht, ook in Den Haag.',
      en: 'A sports ground as a start of neighbourhood power, in The Hague as well.',
    },
  },
  {
    slug: 'ontmoetingscentrum-den-haag',
    community: 'den-haag',
    name: 'Multicultureel ontmoetingscentrum Den Haag',
    kind: 'community-centre',
    stage: 'active',
    themes: ['meeting', 'social-enterprise'],
    coalition: [followed],
    scale: 'district',
    place: {city: 'Den Haag', areaCode: 'GM0518', areaYear: 2025, precision: 'municipality'},
    coordinates: [4.313, 52.064],
    summary: {
      nl: 'Een plek waar culturen elkaar ontmoeten en die financieel op eigen benen staat.',
      en: 'A place where cultures meet, and that stands on its own feet financially.',
    },
  },
  {
    slug: 'tijdspunten-zierikzee',
    community: 'schouwen-duiveland',
    name: 'Tijdspunten Zierikzee',
    kind: 'time-exchange',
    stage: 'active',
    themes: ['time-credits', 'neighbour-help'],
    coalition: [followed],
    scale: 'town',
    place: {city: 'Zierikzee', areaCode: 'GM1676', areaYear: 2025, precision: 'town'},
    coordinates: [3.9167, 51.65],
    summary: {
      nl: 'Wie iets doet voor de buurt of voor een buur, krijgt Tijdspunten. Daarmee kun je zelf weer hulp vragen.',
      en: 'Do something for the neighbourhood or a neighbour and receive time points, which you can use to ask for help yourself.',
    },
    story: [
      {
        title: {nl: 'Vragen wordt makkelijker', en: 'Asking becomes easier'},
        text: {
          nl: 'Wie hulp nodig heeft, durft sneller te vragen. Want je kunt ook iets teruggeven.',
          en: 'People who need help dare to ask sooner, since they can give something back.',
        },
      },
    ],
  },
  {
    slug: 'buurtfirma-hoofddorp',
    community: 'haarlemmermeer',
    name: 'Buurtfirma Hoofddorp',
    kind: 'neighbourhood-business',
    stage: 'starting',
    themes: ['work', 'women', 'meeting'],
    coalition: [
      {
        partner: {
          slug: 'woningcorporatie-de-polder',
          community: 'haarlemmermeer',
          name: 'Woningcorporatie De Polder',
          kind: 'housing-corporation',
        },
        role: 'space',
        since: '2016-03',
      },
      followed,
    ],
    scale: 'district',
    place: {city: 'Hoofddorp', areaCode: 'GM0394', areaYear: 2025, precision: 'town'},
    coordinates: [4.6907, 52.3061],
    summary: {
      nl: 'Vrouwen uit de buurt ontmoeten elkaar in een garagebox. Zij bouwen aan een eigen firma: samen werken, leren en de ruimte betalen.',
      en: 'Women meet in a garage box and are building a neighbourhood business: working and learning together, and sharing the cost of the room.',
    },
    story: [
      {
        title: {nl: 'Moet dat nou, een stichting?', en: 'A foundation, must we?'},
        text: {
          nl: 'De vrouwen vroegen zich af of een stichting al die tijd en energie waard is. Zij missen de kennis, en willen vooral iets dóen.',
          en: 'The women asked whether a foundation was worth the time and energy. They lack the knowledge, and above all want to do something.',
        },
      },
      {
        title: {nl: 'Op eigen benen', en: 'On our own feet'},
        text: {
          nl: 'De buurtfirma is nu op weg naar een initiatief dat zichzelf betaalt.',
          en: 'The business is now on its way to paying for itself.',
        },
      },
    ],
  },
];

/** Seven initiatives from the field, in our own sentences: one without a place, some with a story, one with opening hours and a coalition. The contacts are invented. */
export const sampleInitiatives: readonly Initiative[] = sketches.map((sketch, index) => describeInitiative(index + 1, sketch));
