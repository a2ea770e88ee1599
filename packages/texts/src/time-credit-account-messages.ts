import {fundRequestMessages, type FundRequestMessages} from './fund-request-messages.ts';
import type {MessageSet} from './wording.ts';

/** What the whole account says, beside what every component with time credits says. */
export type TimeCreditAccountMessages = FundRequestMessages & {
  number: string;
  numberHint: string;
  canGive: (amount: string) => string;
  actions: string;
  give: string;
  ask: string;
  gift: string;
  pay: string;
  backToAccount: string;

  history: string;
  /** All of the chart in words, for who can't see it. */
  chartText: (now: string, most: string, least: string) => string;
  standsNow: (amount: string) => string;
  showTable: string;
  hideTable: string;
  week: string;
  received: string;
  given: string;
  balance: string;

  statement: string;
  what: string;
  everything: string;
  month: string;
  allMonths: string;
  chooseMonth: string;
  atBegin: string;
  atEnd: string;
  downloadPdf: string;
  downloadCsv: string;
  print: string;
  noLines: string;
  showMore: string;
  linesFound: (count: number) => string;
  downloadFailed: string;

  checkTitle: string;
  youGive: (amount: string, name: string) => string;
  afterwards: (amount: string) => string;
  confirm: (amount: string) => string;
  change: string;
  isPerson: (name: string) => string;
  unknownNumber: string;
  gave: (amount: string, name: string) => string;
  alreadyDone: string;

  notThis: string;
  otherStandsStill: string;
  toYourself: string;
  asksDecided: string;

  requests: string;
  youAsk: (name: string, amount: string) => string;
  answerBefore: (date: string) => string;
  accept: (amount: string) => string;
  decline: string;
  withdraw: string;
  declined: string;
  withdrawn: string;

  receipt: string;
  receiptNumber: string;
  when: string;
  giver: string;
  receiver: string;
  amount: string;
  memo: string;
  present: string;
  proof: string;
  previousProof: string;
  proofHint: string;

  code: string;
  codeHint: string;
  stillMinutes: (count: number) => string;
  lessThanMinute: string;
  codeExpired: string;
  newCode: string;
};

export const timeCreditAccountMessages: MessageSet<TimeCreditAccountMessages> = {
  nl: (addressForm) => {
    const isFormal = addressForm === 'u';
    const [you, your] = isFormal ? ['u', 'uw'] : ['je', 'je'];
    return {
      number: isFormal ? 'Uw nummer' : 'Je nummer',
      numberHint: isFormal ? 'Vertel het aan wie u iets wil geven.' : 'Vertel het aan wie je iets wil geven.',
      canGive: (amount) => (isFormal ? `U kunt nu tot ${amount} geven.` : `Je kunt nu tot ${amount} geven.`),
      actions: `Wat ${you} kunt doen`,
      give: 'Geef',
      ask: 'Vraag',
      gift: 'Geef aan de buurtpot',
      pay: 'Betaal met een code',
      backToAccount: `Terug naar ${your} rekening`,

      history: 'De laatste twaalf maanden',
      standsNow: (amount) => `Nu ${amount}`,
      chartText: (now, most, least) =>
        isFormal
          ? `Staven: wat er per week op uw rekening stond. Nu ${now}. Het meest was ${most}. Het minst was ${least}.`
          : `Staven: wat er per week op je rekening stond. Nu ${now}. Het meest was ${most}. Het minst was ${least}.`,
      showTable: 'Toon als tabel',
      hideTable: 'Verberg de tabel',
      week: 'Week vanaf',
      received: 'Ontvangen',
      given: 'Gegeven',
      balance: 'Stand',

      statement: 'Overzicht',
      what: 'Wat',
      everything: 'Alles',
      month: 'Maand',
      allMonths: 'Alle maanden',
      chooseMonth: 'Kies een maand om die te bewaren of te printen.',
      atBegin: 'Aan het begin',
      atEnd: 'Aan het eind',
      downloadPdf: 'Bewaar als PDF',
      downloadCsv: 'Bewaar als CSV',
      print: 'Print',
      noLines: 'Hier is niets gegeven of ontvangen.',
      showMore: 'Toon meer',
      linesFound: (count) => (count === 1 ? '1 regel' : `${count} regels`),
      downloadFailed: 'Bewaren lukte niet. Probeer het zo nog een keer.',

      checkTitle: 'Klopt dit?',
      youGive: (amount, name) => (isFormal ? `U geeft ${amount} aan ${name}.` : `Je geeft ${amount} aan ${name}.`),
      afterwards: (amount) => (isFormal ? `Daarna hebt u ${amount}.` : `Daarna heb je ${amount}.`),
      confirm: (amount) => `Ja, geef ${amount}`,
      change: 'Verander iets',
      isPerson: (name) => `Dit is ${name}.`,
      unknownNumber: 'Dit nummer kennen wij niet. Vraag het nog eens na.',
      gave: (amount, name) => (isFormal ? `U hebt ${amount} gegeven aan ${name}` : `Je hebt ${amount} gegeven aan ${name}`),
      alreadyDone: 'Dit was al gedaan. Het is één keer gegeven.',

      ...fundRequestMessages.nl(addressForm),
      notThis: 'Dit aantal past hier niet. Kies een ander aantal.',
      otherStandsStill: 'Deze rekening staat stil of is afgesloten. Kies iemand anders.',
      toYourself: isFormal ? 'Dit is uw eigen nummer. Kies iemand anders.' : 'Dit is je eigen nummer. Kies iemand anders.',
      asksDecided: 'Hier is al antwoord op gegeven, of de vraag is ingetrokken.',

      requests: 'Vragen',
      youAsk: (name, amount) => (isFormal ? `U vraagt ${name} om ${amount}` : `Je vraagt ${name} om ${amount}`),
      answerBefore: (date) => `Antwoorden kan tot en met ${date}.`,
      accept: (amount) => `Geef ${amount}`,
      decline: 'Liever niet',
      withdraw: 'Trek de vraag in',
      declined: isFormal ? 'Duidelijk. U geeft hier niets voor.' : 'Duidelijk. Je geeft hier niets voor.',
      withdrawn: isFormal ? 'Uw vraag is ingetrokken.' : 'Je vraag is ingetrokken.',

      receipt: 'Bewijs',
      receiptNumber: 'Nummer',
      when: 'Wanneer',
      giver: 'Gever',
      receiver: 'Ontvanger',
      amount: 'Hoeveel',
      memo: 'Waarvoor',
      present: 'Aan de balie was',
      proof: 'Controlegetal',
      previousProof: 'Controlegetal van de regel ervoor',
      proofHint: 'Met deze getallen kan iedereen nagaan dat deze regel zo in de boeken staat.',

      code: 'Code om te betalen',
      codeHint: 'Laat deze code zien. Hij geldt één keer.',
      stillMinutes: (count) => (count === 1 ? 'Nog 1 minuut geldig' : `Nog ${count} minuten geldig`),
      lessThanMinute: 'Nog minder dan een minuut geldig',
      codeExpired: 'Deze code geldt niet meer.',
      newCode: 'Maak een nieuwe code',
    };
  },
  en: (addressForm) => ({
    number: 'Your number',
    numberHint: 'Tell it to who wants to give you something.',
    canGive: (amount) => `You can give up to ${amount} now.`,
    actions: 'What you can do',
    give: 'Give',
    ask: 'Ask',
    gift: 'Give to the community fund',
    pay: 'Pay with a code',
    backToAccount: 'Back to your account',

    history: 'The last twelve months',
    standsNow: (amount) => `Now ${amount}`,
    chartText: (now, most, least) =>
      `Bars: what stood on your account each week. Now ${now}. The most was ${most}. The least was ${least}.`,
    showTable: 'Show as a table',
    hideTable: 'Hide the table',
    week: 'Week from',
    received: 'Received',
    given: 'Given',
    balance: 'Balance',

    statement: 'Statement',
    what: 'What',
    everything: 'Everything',
    month: 'Month',
    allMonths: 'All months',
    chooseMonth: 'Choose a month to save or print it.',
    atBegin: 'At the beginning',
    atEnd: 'At the end',
    downloadPdf: 'Save as PDF',
    downloadCsv: 'Save as CSV',
    print: 'Print',
    noLines: 'Nothing was given or received here.',
    showMore: 'Show more',
    linesFound: (count) => (count === 1 ? '1 line' : `${count} lines`),
    downloadFailed: 'Saving did not work. Try again in a moment.',

    checkTitle: 'Is this right?',
    youGive: (amount, name) => `You give ${amount} to ${name}.`,
    afterwards: (amount) => `Afterwards you have ${amount}.`,
    confirm: (amount) => `Yes, give ${amount}`,
    change: 'Change something',
    isPerson: (name) => `This is ${name}.`,
    unknownNumber: 'We don’t know this number. Ask once more.',
    gave: (amount, name) => `You gave ${amount} to ${name}`,
    alreadyDone: 'This was done already. It was given once.',

    ...fundRequestMessages.en(addressForm),
    notThis: 'This amount does not fit here. Choose another one.',
    otherStandsStill: 'This account stands still or is closed. Choose somebody else.',
    toYourself: 'This is your own number. Choose somebody else.',
    asksDecided: 'This was answered already, or the request was withdrawn.',

    requests: 'Requests',
    youAsk: (name, amount) => `You ask ${name} for ${amount}`,
    answerBefore: (date) => `An answer can be given until ${date}.`,
    accept: (amount) => `Give ${amount}`,
    decline: 'Rather not',
    withdraw: 'Withdraw the request',
    declined: 'All right. You give nothing for this.',
    withdrawn: 'Your request has been withdrawn.',

    receipt: 'Receipt',
    receiptNumber: 'Number',
    when: 'When',
    giver: 'Giver',
    receiver: 'Receiver',
    amount: 'How much',
    memo: 'What for',
    present: 'At the desk was',
    proof: 'Check value',
    previousProof: 'Check value of the line before it',
    proofHint: 'With these anybody can check that this line stands in the books like this.',

    code: 'Code to pay with',
    codeHint: 'Show this code. It counts once.',
    stillMinutes: (count) => (count === 1 ? 'Good for 1 more minute' : `Good for ${count} more minutes`),
    lessThanMinute: 'Good for less than a minute',
    codeExpired: 'This code no longer counts.',
    newCode: 'Make a new code',
  }),
};

/** What stands in the way of a movement, in words that say what one can do; null for what has no words of its own. */
export function creditProblem(
  code: string,
  words: Pick<TimeCreditAccountMessages, 'moreThanNow' | 'notThis' | 'otherStandsStill' | 'toYourself' | 'asksDecided' | 'giveLess'>,
): string | null {
  switch (code) {
    case 'transfer.limit-reached':
      return `${words.moreThanNow} ${words.giveLess}`;
    case 'transfer.not-in-step':
      return words.notThis;
    case 'transfer.to-self':
      return words.toYourself;
    case 'account.frozen':
    case 'account.closed':
      return words.otherStandsStill;
    case 'payment-request.decided':
      return words.asksDecided;
    default:
      return null;
  }
}
