import type {Exchange} from '@buurtkit/contract';
import type {MessageSet} from './wording.ts';

/** What happened between two members and what comes next, as a neighbour would say it to one of them. */
export type ExchangeStoryMessages = {
  waitsForYou: string;
  goesOn: string;
  over: string;
  ownListings: string;
  noneYet: string;
  noneYetHint: string;
  backToOne: string;
  goneListing: string;

  youOffered: (name: string, amount: string) => string;
  youAsked: (name: string, amount: string) => string;
  offersYou: (name: string, amount: string) => string;
  asksYou: (name: string, amount: string) => string;
  theyAnswer: (name: string, date: string) => string;
  youAnswer: (date: string) => string;
  agreed: (name: string) => string;
  keptOfYou: (amount: string) => string;
  keptForYou: (amount: string) => string;
  sayWhenDone: string;
  youSaidDone: (amount: string) => string;
  theySaidDone: (name: string, amount: string) => string;
  theyConfirm: (name: string, date: string) => string;
  youConfirm: (date: string) => string;
  saysDiffer: (name: string, own: string, other: string) => string;
  proposal: (amount: string) => string;
  youAgreeOr: string;
  theyAgree: (name: string) => string;
  sameMinutes: (amount: string) => string;
  notGivenYet: string;
  willBeGiven: (name: string) => string;
  gave: (name: string, amount: string) => string;
  received: (name: string, amount: string) => string;
  thanks: string;
  counted: (amount: string) => string;
  notThisTime: (name: string) => string;
  youSaidNo: string;
  tryAnother: string;
  isOff: string;
  nothingGiven: string;
  hasLapsed: string;
  canAgain: string;
  coordinatorLooks: string;
  coordinatorTells: string;
  decided: (amount: string) => string;
  decidedNothing: string;

  wrote: (name: string) => string;
  youWrote: string;
  reach: (name: string) => string;
  cannotReach: string;
  aboutDispute: string;
  fromCoordinator: string;
  receipt: string;

  acts: string;
  accept: Record<'helper' | 'helped', string>;
  decline: string;
  withdrawProposal: string;
  withdraw: string;
  done: string;
  confirm: string;
  agree: (amount: string) => string;
  giveAgain: string;
  seeFund: string;
  dispute: string;

  changedMeanwhile: string;
  already: string;
  ownListing: string;
  closed: string;
  otherCannotGive: string;
  standsStill: string;
};

export const exchangeStoryMessages: MessageSet<ExchangeStoryMessages> = {
  nl: (addressForm) => {
    const isFormal = addressForm === 'u';
    const [yours, object] = isFormal ? ['uw', 'u'] : ['je', 'jou'];
    const [have, said] = isFormal ? ['U hebt', 'U hebt gezegd'] : ['Je hebt', 'Je hebt gezegd'];
    return {
      waitsForYou: `Wacht op ${object}`,
      goesOn: 'Loopt nog',
      over: 'Voorbij',
      ownListings: `${isFormal ? 'Uw' : 'Mijn'} vraag en aanbod`,
      noneYet: 'Er is nog niets afgesproken.',
      noneYetHint: 'Kies iets uit de lijst, of plaats zelf een vraag of aanbod.',
      backToOne: 'Terug',
      goneListing: 'Een vraag of aanbod dat weg is',

      youOffered: (name, amount) => `${have} ${name} hulp aangeboden: ${amount}.`,
      youAsked: (name, amount) => `${have} ${name} om hulp gevraagd: ${amount}.`,
      offersYou: (name, amount) => `${name} wil ${isFormal ? 'u' : 'je'} helpen en denkt aan ${amount}.`,
      asksYou: (name, amount) => `${name} vraagt om ${isFormal ? 'uw' : 'jouw'} hulp en denkt aan ${amount}.`,
      theyAnswer: (name, date) => `${name} kan antwoorden tot ${date}.`,
      youAnswer: (date) => `Laat voor ${date} weten of het kan. Nee zeggen mag ook.`,
      agreed: (name) => `${have} een afspraak met ${name}.`,
      keptOfYou: (amount) => `Daarvoor staat ${amount} van ${object} apart.`,
      keptForYou: (amount) => `Voor ${object} staat ${amount} apart.`,
      sayWhenDone: 'Is het gedaan? Zeg dan hier hoe lang het duurde.',
      youSaidDone: (amount) => `${said} dat het gedaan is: ${amount}.`,
      theySaidDone: (name, amount) => `${name} zegt dat het gedaan is: ${amount}.`,
      theyConfirm: (name, date) => `${name} kan dat bevestigen tot ${date}. Daarna kijkt de coördinator mee.`,
      youConfirm: (date) => `Klopt dat? Bevestig het voor ${date}. Daarna kijkt de coördinator mee.`,
      saysDiffer: (name, own, other) => `Volgens ${object} duurde het ${own}. Volgens ${name} was het ${other}.`,
      proposal: (amount) => `Ons voorstel is ${amount}.`,
      youAgreeOr: 'Is dat goed? Anders kijkt de coördinator mee.',
      theyAgree: (name) => `${name} kan daarmee akkoord gaan.`,
      sameMinutes: (amount) => `Jullie zijn het eens over ${amount}.`,
      notGivenYet: 'Geven lukt nu nog niet.',
      willBeGiven: (name) => `${name} geeft het zodra dat kan.`,
      gave: (name, amount) => `${have} ${amount} gegeven aan ${name}.`,
      received: (name, amount) => `${have} ${amount} ontvangen van ${name}.`,
      thanks: `Bedankt voor ${yours} hulp!`,
      counted: (amount) => `Het is rond. Er is ${amount} hulp geteld.`,
      notThisTime: (name) => `Dit keer lukt het niet bij ${name}.`,
      youSaidNo: `${have} laten weten dat het niet lukt.`,
      tryAnother: 'Er is vast iets anders dat past.',
      isOff: 'Het gaat niet door.',
      nothingGiven: 'Er is niets gegeven.',
      hasLapsed: 'De tijd is om: er kwam geen vervolg.',
      canAgain: 'Er is niets gegeven. Het mag altijd opnieuw.',
      coordinatorLooks: 'De coördinator kijkt mee.',
      coordinatorTells: `${isFormal ? 'U hoort' : 'Je hoort'} wat eruit komt. Tot die tijd wordt er niets gegeven.`,
      decided: (amount) => `De coördinator heeft besloten: ${amount}.`,
      decidedNothing: 'De coördinator heeft besloten dat er niets gegeven wordt.',

      wrote: (name) => `${name} schreef`,
      youWrote: isFormal ? 'U schreef' : 'Je schreef',
      reach: (name) => `Zo ${isFormal ? 'bereikt u' : 'bereik je'} ${name}`,
      cannotReach: 'Niet bekend. Vraag het de coördinator.',
      aboutDispute: 'Waar het om gaat',
      fromCoordinator: 'De coördinator schreef',
      receipt: 'Nummer van het bewijs',

      acts: `Wat ${isFormal ? 'u' : 'je'} kunt doen`,
      accept: {helper: 'Ja, ik help', helped: 'Ja, graag'},
      decline: 'Nee, dit keer niet',
      withdrawProposal: `Trek ${yours} voorstel in`,
      withdraw: 'Het gaat niet door',
      done: 'Het is gedaan',
      confirm: 'Ja, het is gedaan',
      agree: (amount) => `Akkoord met ${amount}`,
      giveAgain: 'Probeer weer te geven',
      seeFund: 'Vraag hulp van de buurtpot',
      dispute: 'Vraag de coördinator om mee te kijken',

      changedMeanwhile: 'Er is intussen iets veranderd. Hier staat hoe het nu is.',
      already: `${have} hier al iets voorgesteld. Kijk bij ${isFormal ? 'uw' : 'mijn'} afspraken.`,
      ownListing: `Dit is van ${object} zelf.`,
      closed: 'Dit staat niet meer open. Er is vast iets anders dat past.',
      otherCannotGive: 'De ander kan dit nu nog niet geven. Praat er samen over.',
      standsStill: 'Een van de rekeningen staat even stil. Vraag het contact hieronder.',
    };
  },
  en: () => ({
    waitsForYou: 'Waits for you',
    goesOn: 'Under way',
    over: 'Over',
    ownListings: 'My offers and requests',
    noneYet: 'Nothing has been agreed yet.',
    noneYetHint: 'Choose something from the list, or place an offer or request yourself.',
    backToOne: 'Back',
    goneListing: 'An offer or request that is gone',

    youOffered: (name, amount) => `You offered help to ${name}: ${amount}.`,
    youAsked: (name, amount) => `You asked ${name} for help: ${amount}.`,
    offersYou: (name, amount) => `${name} wants to help you and thinks of ${amount}.`,
    asksYou: (name, amount) => `${name} asks for your help and thinks of ${amount}.`,
    theyAnswer: (name, date) => `${name} can answer until ${date}.`,
    youAnswer: (date) => `Say before ${date} whether you can. Saying no is fine.`,
    agreed: (name) => `You have an appointment with ${name}.`,
    keptOfYou: (amount) => `For it, ${amount} of yours is kept apart.`,
    keptForYou: (amount) => `For you, ${amount} is kept apart.`,
    sayWhenDone: 'Is it done? Then say here how long it took.',
    youSaidDone: (amount) => `You said that it is done: ${amount}.`,
    theySaidDone: (name, amount) => `${name} says that it is done: ${amount}.`,
    theyConfirm: (name, date) => `${name} can confirm it until ${date}. After that the coordinator has a look.`,
    youConfirm: (date) => `Is that right? Confirm it before ${date}. After that the coordinator has a look.`,
    saysDiffer: (name, own, other) => `You say that it took ${own}. ${name} says ${other}.`,
    proposal: (amount) => `We suggest ${amount}.`,
    youAgreeOr: 'Is that all right? If not, the coordinator has a look.',
    theyAgree: (name) => `${name} can agree with that.`,
    sameMinutes: (amount) => `You two agree on ${amount}.`,
    notGivenYet: 'Giving it is not possible yet.',
    willBeGiven: (name) => `${name} gives it as soon as possible.`,
    gave: (name, amount) => `You gave ${amount} to ${name}.`,
    received: (name, amount) => `You received ${amount} from ${name}.`,
    thanks: 'Thank you for your help!',
    counted: (amount) => `All settled. ${amount} of help was counted.`,
    notThisTime: (name) => `It doesn’t work out for ${name} this time.`,
    youSaidNo: 'You said that it doesn’t work out.',
    tryAnother: 'There is bound to be something else that fits.',
    isOff: 'It is off.',
    nothingGiven: 'Nothing was given.',
    hasLapsed: 'The time is over: nothing followed.',
    canAgain: 'Nothing was given. You can always try again.',
    coordinatorLooks: 'The coordinator has a look.',
    coordinatorTells: 'You hear what comes of it. Until then nothing is given.',
    decided: (amount) => `The coordinator decided: ${amount}.`,
    decidedNothing: 'The coordinator decided that nothing is given.',

    wrote: (name) => `${name} wrote`,
    youWrote: 'You wrote',
    reach: (name) => `How to reach ${name}`,
    cannotReach: 'Not known. Ask the coordinator.',
    aboutDispute: 'What it is about',
    fromCoordinator: 'The coordinator wrote',
    receipt: 'Number of the receipt',

    acts: 'What you can do',
    accept: {helper: 'Yes, I will help', helped: 'Yes, please'},
    decline: 'No, not this time',
    withdrawProposal: 'Withdraw your proposal',
    withdraw: 'It is off',
    done: 'It is done',
    confirm: 'Yes, it is done',
    agree: (amount) => `Agree with ${amount}`,
    giveAgain: 'Try to give again',
    seeFund: 'Get help from the community fund',
    dispute: 'Ask the coordinator to have a look',

    changedMeanwhile: 'Something has changed meanwhile. This is how it stands now.',
    already: 'You have proposed something here already. Look at my appointments.',
    ownListing: 'This is your own.',
    closed: 'This is no longer open. There is bound to be something else that fits.',
    otherCannotGive: 'The other can’t give this yet. Talk about it together.',
    standsStill: 'One of the accounts stands still for now. Ask the contact below.',
  }),
};

/** How amounts and days are written, and whether minutes move where this is. */
export type StoryFormats = {amount: (minutes: number) => string; date: (moment: string) => string; hasCredits: boolean; somebody: string};

/** What happened last, and what comes next; the second can be empty. For one of its sides. */
export function exchangeStory(exchange: Exchange, words: ExchangeStoryMessages, formats: StoryFormats): {happened: string; next: string} {
  const {state, minutes, proposedBy, helper, helped, agreedMinutes, settledMinutes, expiresAt, entryId} = exchange;
  const {amount, somebody, hasCredits} = formats;
  const isHelper = exchange.side === 'helper';
  const [own, other] = isHelper ? [helper, helped] : [helped, helper];
  const isProposer = proposedBy === exchange.side;
  const name = other.name ?? somebody;
  const date = expiresAt === null ? '' : formats.date(expiresAt);
  const kept = !hasCredits ? '' : isHelper ? words.keptForYou(amount(minutes)) : words.keptOfYou(amount(minutes));
  const settled = amount(settledMinutes ?? 0);
  switch (state) {
    case 'proposed':
      if (isProposer)
        return {happened: (isHelper ? words.youOffered : words.youAsked)(name, amount(minutes)), next: words.theyAnswer(name, date)};
      return {happened: (isHelper ? words.asksYou : words.offersYou)(name, amount(minutes)), next: words.youAnswer(date)};
    case 'accepted':
      return {happened: `${words.agreed(name)} ${kept}`.trim(), next: words.sayWhenDone};
    case 'done':
      if (own.minutes !== null) return {happened: words.youSaidDone(amount(own.minutes)), next: words.theyConfirm(name, date)};
      return {happened: words.theySaidDone(name, amount(other.minutes ?? minutes)), next: words.youConfirm(date)};
    case 'confirmed':
      return confirmedStory(exchange, words, {...formats, name, own: own.minutes, other: other.minutes});
    case 'settled':
      if (entryId === null) return {happened: words.counted(amount(settledMinutes ?? agreedMinutes ?? minutes)), next: ''};
      return isHelper ? {happened: words.received(name, settled), next: words.thanks} : {happened: words.gave(name, settled), next: ''};
    case 'declined':
      return isProposer ? {happened: words.notThisTime(name), next: words.tryAnother} : {happened: words.youSaidNo, next: words.tryAnother};
    case 'withdrawn':
      return {happened: words.isOff, next: words.nothingGiven};
    case 'expired':
      return {happened: words.hasLapsed, next: words.canAgain};
    case 'disputed':
      return {happened: words.coordinatorLooks, next: words.coordinatorTells};
    case 'resolved':
      return {happened: settledMinutes ? words.decided(settled) : words.decidedNothing, next: ''};
  }
}

function confirmedStory(
  {agreedMinutes, events, side, obstacle}: Exchange,
  words: ExchangeStoryMessages,
  {amount, name, own, other}: StoryFormats & {name: string; own: number | null; other: number | null},
): {happened: string; next: string} {
  const agreed = amount(agreedMinutes ?? own ?? 0);
  const isAgreed = obstacle !== null || own === other || (events.includes('agreement') && own === agreedMinutes);
  if (isAgreed) return {happened: words.sameMinutes(agreed), next: side === 'helped' ? words.notGivenYet : words.willBeGiven(name)};
  return {
    happened: words.saysDiffer(name, amount(own ?? 0), amount(other ?? 0)),
    next: `${words.proposal(agreed)} ${events.includes('agreement') ? words.youAgreeOr : words.theyAgree(name)}`,
  };
}
