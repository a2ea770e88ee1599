import type {MessageSet} from './wording.ts';

/** What is said where the reader looks near an address, at another time, or in another order. */
export type WhereAndWhenMessages = {
  placeField: string;
  /** Buttons and a label of a page without JavaScript. */
  searchNear: string;
  farFrom: string;
  /** How many places a typed text may mean. */
  placesFound: (count: number) => string;
  noPlaceFound: string;
  searchingPlaces: string;
  addressesUnknown: string;
  /** Who says that a place is there: PDOK. */
  fromPdok: string;
  /** Who says that a place is there: the community's own list. */
  fromGazetteer: string;
  useMyLocation: string;
  locating: string;
  locationRefused: string;
  locationUnknown: string;
  radius: string;
  /** @param distance - As `5 km`. */
  within: (distance: string, place: string) => string;
  /** When only the point is known: after opening a copied link. */
  chosenPoint: string;
  myLocation: string;
  openAt: string;
  /** @param moment - As `dinsdag 24 november, 14.00 uur`. */
  isOpenAt: (moment: string) => string;
  day: string;
  anyDay: string;
  time: string;
  sort: string;
  sortByName: string;
  sortByDistance: string;
  sortByDate: string;
};

export const whereAndWhenMessages: MessageSet<WhereAndWhenMessages> = {
  nl: (addressForm) => ({
    placeField: 'Postcode, adres of plaats',
    searchNear: 'Zoek in de buurt',
    farFrom: 'Hoe ver van het gekozen punt',
    placesFound: (count) => (count === 1 ? '1 plek gevonden' : `${count} plekken gevonden`),
    noPlaceFound: 'Deze plek is niet gevonden. Kijk of het goed geschreven is.',
    searchingPlaces: 'De plek wordt gezocht',
    addressesUnknown: 'Adressen zoeken lukt nu niet. Zoek op een plaats of naam.',
    fromPdok: 'adressen van PDOK',
    fromGazetteer: 'plaats uit deze lijst',
    useMyLocation: addressForm === 'u' ? 'Gebruik uw locatie' : 'Gebruik mijn locatie',
    locating: addressForm === 'u' ? 'Uw locatie wordt gezocht' : 'Je locatie wordt gezocht',
    locationRefused:
      addressForm === 'u'
        ? 'Uw locatie mag niet gebruikt worden. Typ een postcode of adres.'
        : 'Je locatie mag niet gebruikt worden. Typ een postcode of adres.',
    locationUnknown:
      addressForm === 'u'
        ? 'Uw locatie is niet gevonden. Typ een postcode of adres.'
        : 'Je locatie is niet gevonden. Typ een postcode of adres.',
    radius: 'Hoe ver',
    within: (distance, place) => `Binnen ${distance} van ${place}`,
    chosenPoint: 'het gekozen punt',
    myLocation: addressForm === 'u' ? 'uw locatie' : 'je locatie',
    openAt: 'Open op',
    isOpenAt: (moment) => `Open op ${moment}`,
    day: 'Dag',
    anyDay: 'Maakt niet uit',
    time: 'Tijd',
    sort: 'Volgorde',
    sortByName: 'Op naam',
    sortByDistance: 'Dichtbij eerst',
    sortByDate: 'Laatst bijgewerkt eerst',
  }),
  en: () => ({
    placeField: 'Postcode, address or town',
    searchNear: 'Search nearby',
    farFrom: 'How far from the chosen point',
    placesFound: (count) => (count === 1 ? '1 place found' : `${count} places found`),
    noPlaceFound: 'This place was not found. Check how it is written.',
    searchingPlaces: 'Looking for the place',
    addressesUnknown: 'Addresses can’t be looked up now. Search for a town or a name.',
    fromPdok: 'addresses of PDOK',
    fromGazetteer: 'town from this list',
    useMyLocation: 'Use my location',
    locating: 'Looking for your location',
    locationRefused: 'Your location may not be used. Type a postcode or address.',
    locationUnknown: 'Your location was not found. Type a postcode or address.',
    radius: 'How far',
    within: (distance, place) => `Within ${distance} of ${place}`,
    chosenPoint: 'the chosen point',
    myLocation: 'your location',
    openAt: 'Open on',
    isOpenAt: (moment) => `Open on ${moment}`,
    day: 'Day',
    anyDay: 'Any',
    time: 'Time',
    sort: 'Order',
    sortByName: 'By name',
    sortByDistance: 'Nearest first',
    sortByDate: 'Last updated first',
  }),
};
