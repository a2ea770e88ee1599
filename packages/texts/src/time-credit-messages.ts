import type {StatementLine} from '@buurtkit/contract';
import type {MessageSet} from './wording.ts';

/** What every component with time credits says of a balance and of what moved. */
export type TimeCreditMessages = {
  /** Heading. */
  mine: (credits: string) => string;
  belowZero: string;
  /** Near the lower limit: how to give something back. */
  giveBack: string;
  reserved: (amount: string) => string;
  incoming: (amount: string) => string;
  /** What nobody used for long goes to everybody. */
  expiring: (amount: string, date: string) => string;
  frozen: string;
  closed: string;
  lastMoved: string;
  nothingMoved: string;
  nothingMovedHint: string;
  waiting: string;
  /** Somebody asks the reader. */
  asksYou: (name: string, amount: string) => string;
  giveOrAsk: string;
  receivedFrom: (name: string) => string;
  givenTo: (name: string) => string;
  receivedTogether: string;
  givenToSeveral: (count: number) => string;
  receivedForHours: string;
  welcome: string;
  turnedBack: string;
  wasTurnedBack: string;
  expiredToFund: string;
  closedAccount: string;
  /** The shared account, within a sentence and at the beginning of one. */
  fund: string;
  fundFirst: string;
  byDesk: string;
  amountReceived: (amount: string) => string;
  amountGiven: (amount: string) => string;
};

export const timeCreditMessages: MessageSet<TimeCreditMessages> = {
  nl: (addressForm) => {
    const isFormal = addressForm === 'u';
    const [you, your] = isFormal ? ['u', 'uw'] : ['je', 'je'];
    return {
      mine: (credits) => `Mijn ${credits}`,
      belowZero: isFormal ? 'U hebt nu meer gekregen dan gegeven. Dat mag.' : 'Je hebt nu meer gekregen dan gegeven. Dat mag.',
      giveBack: isFormal
        ? 'Wilt u iets terugdoen? Help een buur, of doe iets voor de hele buurt.'
        : 'Wil je iets terugdoen? Help een buur, of doe iets voor de hele buurt.',
      reserved: (amount) => `Hiervan houden wij ${amount} apart voor een afspraak.`,
      incoming: (amount) => `Voor ${you} is ${amount} apart gehouden.`,
      expiring: (amount, date) => `Op ${date} gaat ${amount} naar de buurtpot. Geef het gerust eerder weg.`,
      frozen: isFormal
        ? 'Uw rekening staat even stil. Vraag het contact hieronder waarom.'
        : 'Je rekening staat even stil. Vraag het contact hieronder waarom.',
      closed: 'Deze rekening is afgesloten. Weer meedoen? Vraag het contact hieronder.',
      lastMoved: 'Laatst gegeven en ontvangen',
      nothingMoved: 'Er is nog niets gegeven of ontvangen',
      nothingMovedHint: isFormal ? 'Zodra u iets geeft of krijgt, staat het hier.' : 'Zodra je iets geeft of krijgt, staat het hier.',
      waiting: `Wacht op ${your} antwoord`,
      asksYou: (name, amount) => `${name} vraagt ${you} ${amount}`,
      giveOrAsk: 'Geef of vraag',
      receivedFrom: (name) => `Ontvangen van ${name}`,
      givenTo: (name) => `Gegeven aan ${name}`,
      receivedTogether: 'Ontvangen, samen met anderen',
      givenToSeveral: (count) => `Gegeven aan ${count} mensen`,
      receivedForHours: 'Ontvangen voor hulp in de buurt',
      welcome: 'Ontvangen als welkom',
      turnedBack: 'Teruggedraaid',
      wasTurnedBack: 'Later teruggedraaid',
      expiredToFund: 'Naar de buurtpot, omdat het lang bleef staan',
      closedAccount: 'Rekening afgesloten',
      fund: 'de buurtpot',
      fundFirst: 'De buurtpot',
      byDesk: 'Via de balie',
      amountReceived: (amount) => `${amount} ontvangen`,
      amountGiven: (amount) => `${amount} gegeven`,
    };
  },
  en: () => ({
    mine: (credits) => `My ${credits}`,
    belowZero: 'You have now received more than you gave. That is fine.',
    giveBack: 'Would you like to give something back? Help a neighbour, or do something for everybody.',
    reserved: (amount) => `Of this, ${amount} is kept apart for something agreed.`,
    incoming: (amount) => `For you, ${amount} is kept apart.`,
    expiring: (amount, date) => `On ${date}, ${amount} goes to the community fund. Feel free to give it before.`,
    frozen: 'Your account stands still for now. Ask the contact below why.',
    closed: 'This account is closed. Take part again? Ask the contact below.',
    lastMoved: 'Last given and received',
    nothingMoved: 'Nothing was given or received yet',
    nothingMovedHint: 'As soon as you give or get something, it shows here.',
    waiting: 'Waits for your answer',
    asksYou: (name, amount) => `${name} asks you for ${amount}`,
    giveOrAsk: 'Give or ask',
    receivedFrom: (name) => `Received from ${name}`,
    givenTo: (name) => `Given to ${name}`,
    receivedTogether: 'Received, together with others',
    givenToSeveral: (count) => `Given to ${count} people`,
    receivedForHours: 'Received for helping the neighbourhood',
    welcome: 'Received as a welcome',
    turnedBack: 'Turned back',
    wasTurnedBack: 'Turned back later',
    expiredToFund: 'To the community fund, since it stayed for long',
    closedAccount: 'Account closed',
    fund: 'the community fund',
    fundFirst: 'The community fund',
    byDesk: 'Through the desk',
    amountReceived: (amount) => `${amount} received`,
    amountGiven: (amount) => `${amount} given`,
  }),
};

/** What an entry was, as the owner of the account would say it. */
export function movementTitle(
  {kind, minutes, counterparty, others}: Pick<StatementLine, 'kind' | 'minutes' | 'counterparty' | 'others'>,
  words: TimeCreditMessages,
): string {
  if (kind === 'reversal') return words.turnedBack;
  if (kind === 'expiry') return words.expiredToFund;
  if (kind === 'closing') return words.closedAccount;
  if (kind === 'welcome') return words.welcome;
  if (kind === 'hours') return words.receivedForHours;
  if (minutes < 0) return counterparty ? words.givenTo(nameOf(counterparty, words)) : words.givenToSeveral(others);
  return counterparty ? words.receivedFrom(nameOf(counterparty, words)) : words.receivedTogether;
}

/** The other side within a sentence: the fund goes by the name that residents know. */
export function nameOf({kind, name}: {kind: string; name: string}, {fund}: Pick<TimeCreditMessages, 'fund'>): string {
  return kind === 'fund' ? fund : name;
}

/** As {@link nameOf}, where a sentence or a line begins with it. */
export function nameFirst({kind, name}: {kind: string; name: string}, {fundFirst}: Pick<TimeCreditMessages, 'fundFirst'>): string {
  return kind === 'fund' ? fundFirst : name;
}
