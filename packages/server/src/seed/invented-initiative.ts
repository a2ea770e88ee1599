import {createHash} from 'node:crypto';
import type {InitiativeContext, InitiativeKind, InitiativeStage, Place, Scale} from '@buurtkit/contract';
import {homeGridPoint} from '../map/home-grid.ts';
import {slugOf} from '../initiatives/slug.ts';
import {createRandom, type Random} from './random.ts';

export type Town = {name: string; areaCode: string; people: number; longitude: number; latitude: number};

export type InventedInitiative = {
  id: string;
  slug: string;
  name: string;
  kind: InitiativeKind;
  stage: InitiativeStage;
  themes: string[];
  context: InitiativeContext | null;
  scale: Scale;
  since: string | null;
  summary: string;
  city: string | null;
  areaCode: string | null;
  precision: Place['precision'] | null;
  longitude: number | null;
  latitude: number | null;
  updatedAt: string;
};

type Sort = {kind: InitiativeKind; weight: number; themes: string[]; names: string[]; what: string};

const sorts: Sort[] = [
  {
    kind: 'community-centre',
    weight: 14,
    themes: ['meeting', 'self-management'],
    names: ['Buurthuis', 'Wijkcentrum', 'Huis van de buurt'],
    what: 'Bewoners houden hun buurthuis zelf open',
  },
  {
    kind: 'village-house',
    weight: 8,
    themes: ['meeting', 'liveability'],
    names: ['Dorpshuis', 'Dorpscentrum'],
    what: 'Het dorpshuis is van het dorp, voor feest en vergadering',
  },
  {
    kind: 'neighbour-help',
    weight: 12,
    themes: ['neighbour-help', 'care'],
    names: ['Burenhulp', 'Klusgroep', 'Buren voor buren'],
    what: 'Buren helpen elkaar met klussen, vervoer en een praatje',
  },
  {
    kind: 'meal-service',
    weight: 9,
    themes: ['food', 'meeting'],
    names: ['Eettafel', 'Buurtkeuken', 'Samen eten'],
    what: 'Elke week koken en eten buurtgenoten samen',
  },
  {
    kind: 'neighbour-network',
    weight: 8,
    themes: ['meeting', 'loneliness'],
    names: ['Burennetwerk', 'Buurtkring', 'Straatcontact'],
    what: 'Wie elkaar kent, staat er niet alleen voor',
  },
  {
    kind: 'playground',
    weight: 7,
    themes: ['youth', 'sport'],
    names: ['Speeltuin', 'Speelplek', 'Sportveldje'],
    what: 'Ouders en kinderen maakten er samen een speelplek van',
  },
  {
    kind: 'neighbourhood-cafe',
    weight: 6,
    themes: ['meeting'],
    names: ['Buurtcafé', 'Koffiehuis', 'Inloop'],
    what: 'Kom binnen, de koffie is klaar',
  },
  {
    kind: 'residents-collective',
    weight: 6,
    themes: ['green', 'liveability'],
    names: ['Buurttuin', 'Bewonersgroep', 'Groene straat'],
    what: 'Samen tuinieren op een veldje dat niemand meer gebruikte',
  },
  {
    kind: 'shop',
    weight: 4,
    themes: ['shop', 'liveability'],
    names: ['Buurtwinkel', 'Dorpswinkel', 'Weggeefwinkel'],
    what: 'De winkel dreigde te sluiten, bewoners houden hem open',
  },
  {
    kind: 'city-village',
    weight: 4,
    themes: ['ageing', 'neighbour-help'],
    names: ['Stadsdorp'],
    what: 'Samen ouder worden in de eigen buurt',
  },
  {
    kind: 'care-cooperative',
    weight: 3,
    themes: ['care', 'ageing'],
    names: ['Zorgcoöperatie', 'Dorpszorg'],
    what: 'Zorg die van het dorp zelf is',
  },
  {
    kind: 'support-point',
    weight: 3,
    themes: ['information', 'care'],
    names: ['Steunpunt'],
    what: 'Een adres om de hoek voor vragen en hulp',
  },
  {
    kind: 'information-desk',
    weight: 3,
    themes: ['information', 'volunteering'],
    names: ['Informatiepunt', 'Vraagbaak'],
    what: 'Vrijwilligers wijzen de weg',
  },
  {
    kind: 'housing-cooperative',
    weight: 2,
    themes: ['housing', 'energy'],
    names: ['Wooncoöperatie', 'Samenhuis'],
    what: 'Bewoners beheren hun woningen zelf',
  },
  {
    kind: 'neighbourhood-cooperative',
    weight: 3,
    themes: ['work', 'self-management'],
    names: ['Buurtcoöperatie', 'Wijkonderneming'],
    what: 'Werk in de wijk voor mensen uit de wijk',
  },
  {
    kind: 'neighbourhood-business',
    weight: 2,
    themes: ['work', 'social-enterprise'],
    names: ['Buurtbedrijf', 'Fietsenmaker'],
    what: 'Een bedrijf dat de buurt iets oplevert',
  },
  {
    kind: 'time-exchange',
    weight: 2,
    themes: ['time-credits', 'neighbour-help'],
    names: ['Tijdruil', 'Ruilkring'],
    what: 'Voor een uur hulp krijg je een uur terug',
  },
  {
    kind: 'village-council',
    weight: 2,
    themes: ['self-management'],
    names: ['Dorpsraad', 'Wijkraad'],
    what: 'Bewoners praten mee over hun dorp',
  },
  {kind: 'neighbour-care-point', weight: 1, themes: ['care'], names: ['Naoberzorgpunt'], what: 'Naobers kijken naar elkaar om'},
  {kind: 'network', weight: 1, themes: ['volunteering'], names: ['Netwerk'], what: 'Initiatieven leren van elkaar'},
  {
    kind: 'other',
    weight: 3,
    themes: ['learning', 'art'],
    names: ['Taalcafé', 'Buurtkoor', 'Repaircafé', 'Wandelclub'],
    what: 'Samen leren, zingen, maken of lopen',
  },
];
const weightedSorts = sorts.map((sort) => [sort, sort.weight] as const);

const stages = [
  ['active', 62],
  ['starting', 12],
  ['idea', 6],
  ['pilot', 4],
  ['threatened', 4],
  ['taken-over', 4],
  ['paused', 4],
  ['finished', 4],
] as const;
const contexts = [
  [null, 60],
  ['priority-district', 12],
  ['vinex', 8],
  ['woonerf-estate', 7],
  ['shrinking-region', 5],
  ['disadvantaged-region', 4],
  ['urbanised-countryside', 4],
] as const;
const moreThemes = [
  'meeting',
  'green',
  'food',
  'care',
  'youth',
  'ageing',
  'learning',
  'sport',
  'energy',
  'art',
  'women',
  'work',
  'loneliness',
  'housing',
];
const addresses = [
  'de Linde',
  'de Brink',
  'het Veld',
  'de Hoek',
  'aan de Vaart',
  'de Meent',
  'het Anker',
  'de Schakel',
  'Oost',
  'West',
  'Noord',
  'Zuid',
  'de Wiekslag',
  'de Kolk',
  'het Kompas',
  'de Boomgaard',
  'de Sluis',
  'de Ploeg',
  'het Baken',
  'de Es',
  'de Waterlelie',
  'de Molen',
  'het Trefpunt',
  'de Regenboog',
];

const kilometresPerDegree = 111.2;
const june = Date.UTC(2026, 5, 1);
const day = 24 * 3600 * 1000;

/** Maker of initiatives that never were, in real towns: the same one for the same number, whatever comes before or after it. */
export function initiativeInventor(towns: readonly Town[], seedName: string): (number: number) => InventedInitiative {
  const hash = createHash('sha256').update(seedName).digest();
  const ofTown = towns.map((town) => [town, town.people] as const);
  return (number) => {
    const random = createRandom(hash.readUInt32BE(0) + number);
    const sort = random.weighted(weightedSorts);
    // Several share a building: what they have in common with it is where it stands.
    const building = random.next() < 0.08 ? number - (number % 7) : number;
    const {town, longitude, latitude} = placed(createRandom(hash.readUInt32BE(4) + building), ofTown);
    const name = `${random.one(sort.names)} ${random.one(addresses)} ${town.name}`;
    const how = random.weighted([
      ['exact', 88],
      ['grid', 4],
      ['neighbourhood', 5],
      ['nowhere', 3],
    ] as const);
    const [east, north] = how === 'grid' ? homeGridPoint([longitude, latitude]) : [longitude, latitude];
    const at = how === 'nowhere' ? null : {city: town.name, areaCode: town.areaCode, precision: how, longitude: east, latitude: north};
    return {
      id: identifier(hash, number),
      slug: `${slugOf(name).slice(0, 70)}-${number}`,
      name,
      kind: sort.kind,
      stage: random.weighted(stages),
      themes: [...new Set([...sort.themes, random.one(moreThemes)])],
      context: random.weighted(contexts),
      scale: random.weighted([
        ['neighbourhood', 6],
        ['district', 3],
        ['village', 1],
      ] as const),
      since: random.next() < 0.5 ? String(2000 + Math.floor(random.next() * 26)) : null,
      summary: `${sort.what}. Iedereen uit ${town.name} is welkom.`,
      city: at?.city ?? null,
      areaCode: at?.areaCode ?? null,
      precision: at?.precision ?? null,
      longitude: at?.longitude ?? null,
      latitude: at?.latitude ?? null,
      updatedAt: new Date(june - Math.floor(random.next() * 700) * day - number).toISOString(),
    };
  };
}

/** In a town, denser towards its middle, or in the country around it. */
function placed(random: Random, towns: readonly (readonly [Town, number])[]): {town: Town; longitude: number; latitude: number} {
  const town = random.weighted(towns);
  const isOutside = random.next() < 0.15;
  const reach = (0.6 + Math.sqrt(town.people) / 250) * (isOutside ? 3 : 1);
  const step = () => (Math.max(-3, Math.min(3, random.normal())) * reach) / kilometresPerDegree;
  const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
  return {
    town,
    latitude: rounded(town.latitude + step()),
    longitude: rounded(town.longitude + step() / Math.cos((town.latitude * Math.PI) / 180)),
  };
}

/** A UUIDv7 that says nothing but which one it is. */
function identifier(hash: Buffer, number: number): string {
  const time = (june + number).toString(16).padStart(12, '0');
  const rest = hash.toString('hex', 8, 17);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-a${rest.slice(3, 6)}-${rest.slice(6, 18)}`;
}
