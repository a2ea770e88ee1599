import {formatCount} from './formats.ts';
import type {CountMessages} from './list-messages.ts';
import type {MessageSet} from './wording.ts';

/** What the list of offers and requests says, and one of them in full. */
export type ExchangeMessages = CountMessages & {
  kind: string;
  category: string;
  area: string;
  /** For who gave no name. */
  somebody: string;
  anywhere: string;
  yours: string;
  place: string;
  backToMine: string;
  backToListing: string;
  /** Button to one's own, with how much waits for an answer. */
  mine: (waiting: number) => string;
  /** For who isn’t signed in. */
  doorTitle: string;
  doorCount: (requests: number, offers: number) => string;
  doorHint: string;

  from: string;
  takes: string;
  until: string;
  where: string;
  offerHelp: string;
  askHelp: string;
  offTheList: string;
  takeOff: string;
  putBack: string;
  /** Button to what came of it, when the reader proposed something already. */
  seeExchange: string;
  seeListing: string;
  change: string;
  fits: string;
  saved: string;
  failed: string;
};

const offers = (count: number) => `${formatCount(count, 'nl')} keer hulpaanbod`;
const requests = (count: number) => `${formatCount(count, 'nl')} ${count === 1 ? 'hulpvraag' : 'hulpvragen'}`;
const counted = (total: number) => `${formatCount(total, 'nl')} keer vraag en aanbod`;
const countedInEnglish = (total: number) => `${formatCount(total, 'en')} ${total === 1 ? 'offer or request' : 'offers and requests'}`;

export const exchangeMessages: MessageSet<ExchangeMessages> = {
  nl: (addressForm) => {
    const isFormal = addressForm === 'u';
    return {
      search: 'Zoek een vraag of aanbod',
      loading: 'Vraag en aanbod wordt geladen',
      count: counted,
      countFound: (total) => `${counted(total)} gevonden`,
      showFound: (total) => `Toon ${counted(total)}`,
      none: 'Hier staat nog geen vraag of aanbod',
      noneHint: isFormal ? 'Plaats de eerste. Uw buren zien hem meteen.' : 'Plaats de eerste. Je buren zien hem meteen.',
      kind: 'Vraag of aanbod',
      category: 'Soort hulp',
      area: 'Gebied',
      somebody: 'Een buurtgenoot',
      anywhere: 'Maakt niet uit waar',
      yours: isFormal ? 'Van u' : 'Van jou',
      place: 'Plaats een vraag of aanbod',
      backToMine: `Terug naar ${isFormal ? 'uw' : 'mijn'} afspraken`,
      backToListing: 'Terug',
      mine: (waiting) => {
        const own = isFormal ? 'Uw afspraken' : 'Mijn afspraken';
        if (waiting === 0) return own;
        return `${own} (${waiting} ${waiting === 1 ? 'wacht' : 'wachten'} op ${isFormal ? 'u' : 'jou'})`;
      },
      doorTitle: 'Vraag en aanbod in de buurt',
      doorCount: (asked, offered) => `Er staan nu ${requests(asked)} en ${offers(offered)}.`,
      doorHint: 'Wie wat vraagt of biedt, zien alleen deelnemers. Log daarom eerst in.',

      from: 'Van',
      takes: 'Kost ongeveer',
      until: 'Tot en met',
      where: 'Waar',
      offerHelp: isFormal ? 'Bied uw hulp aan' : 'Bied je hulp aan',
      askHelp: 'Vraag deze hulp',
      offTheList: 'Dit staat niet meer in de lijst.',
      takeOff: 'Haal van de lijst',
      putBack: 'Zet terug in de lijst',
      seeExchange: 'Bekijk hoe het ermee staat',
      seeListing: 'Bekijk het in de lijst',
      change: 'Verander',
      fits: 'Dit past erbij',
      saved: 'Het is veranderd.',
      failed: 'Dit lukte niet. Probeer het zo nog een keer.',
    };
  },
  en: () => ({
    search: 'Search offers and requests',
    loading: 'Offers and requests are being loaded',
    count: countedInEnglish,
    countFound: (total) => `${countedInEnglish(total)} found`,
    showFound: (total) => `Show ${countedInEnglish(total)}`,
    none: 'There are no offers or requests here yet',
    noneHint: 'Place the first. Your neighbours see it at once.',
    kind: 'Offer or request',
    category: 'Kind of help',
    area: 'Area',
    somebody: 'A neighbour',
    anywhere: 'Anywhere',
    yours: 'Yours',
    place: 'Place an offer or request',
    backToMine: 'Back to my appointments',
    backToListing: 'Back',
    mine: (waiting) => (waiting === 0 ? 'My appointments' : `My appointments (${waiting} for you to answer)`),
    doorTitle: 'Offers and requests in the neighbourhood',
    doorCount: (asked, offered) =>
      `There are now ${formatCount(asked, 'en')} ${asked === 1 ? 'request' : 'requests'} and ${formatCount(offered, 'en')} ${offered === 1 ? 'offer' : 'offers'}.`,
    doorHint: 'Who asks or offers what is for members only. So please sign in first.',

    from: 'From',
    takes: 'Takes about',
    until: 'Until',
    where: 'Where',
    offerHelp: 'Offer your help',
    askHelp: 'Ask for this help',
    offTheList: 'This is no longer on the list.',
    takeOff: 'Take off the list',
    putBack: 'Put back on the list',
    seeExchange: 'See how it stands',
    seeListing: 'See it on the list',
    change: 'Change',
    fits: 'This fits',
    saved: 'It has been changed.',
    failed: 'This didn’t work. Try again in a moment.',
  }),
};
