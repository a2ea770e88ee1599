import type {MessageSet} from './wording.ts';

/** What two members hear by mail about help between them, and what the coordinator hears. Subjects say no more than a first name. */
export type ExchangeMailMessages = {
  /** For who gave no name. */
  somebody: string;
  toPage: string;
  writes: (name: string) => string;
  /** Whom to turn to. */
  desk: (contact: string) => string;
  offeredSubject: (name: string) => string;
  offeredText: (name: string, title: string, duration: string) => string;
  askedSubject: (name: string) => string;
  askedText: (name: string, title: string, duration: string) => string;
  answerBefore: (moment: string) => string;
  acceptedSubject: (name: string) => string;
  appointmentSubject: (name: string) => string;
  acceptedText: (name: string, title: string) => string;
  reserved: (duration: string) => string;
  reach: (name: string, contact: string) => string;
  cannotReach: (name: string) => string;
  declinedSubject: string;
  declinedText: (name: string, title: string) => string;
  takenText: (title: string) => string;
  tryAnother: string;
  withdrawnSubject: (name: string) => string;
  withdrawnText: (name: string, title: string) => string;
  released: string;
  unansweredSubject: string;
  unansweredText: (title: string) => string;
  undoneSubject: (name: string) => string;
  undoneText: (name: string, title: string) => string;
  doneSubject: (name: string) => string;
  doneText: (name: string, title: string, duration: string) => string;
  confirmBefore: (moment: string) => string;
  differentSubject: (name: string) => string;
  differentText: (name: string, own: string, other: string) => string;
  differentNext: (lower: string) => string;
  blockedSubject: (name: string) => string;
  blockedText: (name: string, duration: string) => string;
  blockedNext: string;
  settledSubject: (name: string) => string;
  gaveText: (name: string, duration: string) => string;
  receivedText: (name: string, duration: string) => string;
  disputedSubject: (name: string) => string;
  disputedText: (title: string) => string;
  coordinatorSubject: string;
  coordinatorText: (helper: string, helped: string, title: string) => string;
  resolvedSubject: (name: string) => string;
  resolvedNothing: (title: string) => string;
  resolvedText: (title: string, duration: string) => string;
  closedSubject: string;
  closedText: (title: string) => string;
  matchesSubject: string;
  matchesText: string;
  match: (kind: string, title: string, duration: string) => string;
  matchesStop: string;
};

export const exchangeMailMessages: MessageSet<ExchangeMailMessages> = {
  nl: (addressForm) => {
    const isFormal = addressForm === 'u';
    const you = isFormal ? 'u' : 'je';
    const your = isFormal ? 'uw' : 'je';
    const youHave = isFormal ? 'U hebt' : 'Je hebt';
    return {
      somebody: 'Een buurtgenoot',
      toPage: 'Bekijk hoe het ermee staat',
      writes: (name) => `${name} schrijft:`,
      desk: (contact) => `Vragen, of liever hulp van iemand anders? Neem contact op: ${contact}.`,
      offeredSubject: (name) => `${name} wil ${you} helpen`,
      offeredText: (name, title, duration) => `${name} wil ${you} helpen met “${title}” en denkt aan ${duration}.`,
      askedSubject: (name) => `${name} vraagt om ${isFormal ? 'uw' : 'jouw'} hulp`,
      askedText: (name, title, duration) => `${name} maakt graag gebruik van “${title}” en denkt aan ${duration}.`,
      answerBefore: (moment) => `Laat voor ${moment} weten of het kan. Nee zeggen mag ook.`,
      acceptedSubject: (name) => `${name} zegt ja`,
      appointmentSubject: (name) => `${isFormal ? 'Uw' : 'Je'} afspraak met ${name}`,
      acceptedText: (name, title) => `${youHave} een afspraak met ${name} over “${title}”.`,
      reserved: (duration) => `Daarvoor staat ${duration} van ${isFormal ? 'u' : 'jou'} apart.`,
      reach: (name, contact) => `Zo ${isFormal ? 'bereikt u' : 'bereik je'} ${name}: ${contact}`,
      cannotReach: (name) =>
        `${name} schreef niet hoe ${you} contact kunt opnemen. Het contact van de buurt helpt ${isFormal ? 'u' : 'je'} verder.`,
      declinedSubject: 'Dit keer lukt het niet',
      declinedText: (name, title) => `Bedankt voor ${your} voorstel bij “${title}”. Bij ${name} lukt het dit keer niet.`,
      takenText: (title) => `Bedankt voor ${your} voorstel. “${title}” staat niet meer open.`,
      tryAnother: 'Er is vast iets anders dat past.',
      withdrawnSubject: (name) => `Het gaat niet door met ${name}`,
      withdrawnText: (name, title) => `${name} laat weten dat het niet doorgaat: “${title}”.`,
      released: `De minuten die apart stonden, zijn weer vrij.`,
      unansweredSubject: 'Er kwam geen antwoord',
      unansweredText: (title) =>
        `Op ${your} voorstel bij “${title}” kwam geen antwoord. Dat is jammer, en het ligt niet aan ${isFormal ? 'u' : 'jou'}.`,
      undoneSubject: (name) => `De afspraak met ${name} is verlopen`,
      undoneText: (name, title) => `De afspraak met ${name} over “${title}” is na twee maanden verlopen. Afspreken kan opnieuw.`,
      doneSubject: (name) => `${name} zegt dat het gedaan is`,
      doneText: (name, title, duration) => `Volgens ${name} is “${title}” gedaan en duurde het ${duration}.`,
      confirmBefore: (moment) =>
        `Laat voor ${moment} weten of dat klopt, en hoe lang het volgens ${isFormal ? 'u' : 'jou'} duurde. Daarna kijkt de coördinator mee.`,
      differentSubject: (name) => `Nog even afstemmen met ${name}`,
      differentText: (name, own, other) => `Volgens ${isFormal ? 'u' : 'jou'} duurde het ${own}, volgens ${name} ${other}.`,
      differentNext: (lower) => `Ons voorstel is ${lower}. Is dat goed? Anders kijkt de coördinator mee.`,
      blockedSubject: (name) => `Nog niet gegeven aan ${name}`,
      blockedText: (name, duration) => `${isFormal ? 'U bent' : 'Je bent'} het eens met ${name} over ${duration}. Geven lukt nu nog niet.`,
      blockedNext: `De buurtpot kan bijspringen. ${isFormal ? 'Probeert u' : 'Probeer'} het daarna opnieuw, of neem contact op.`,
      settledSubject: (name) => `Het is rond met ${name}`,
      gaveText: (name, duration) => `${youHave} ${duration} gegeven aan ${name}.`,
      receivedText: (name, duration) => `${youHave} ${duration} ontvangen van ${name}. Bedankt voor ${your} hulp!`,
      disputedSubject: (name) => `De coördinator kijkt mee bij de afspraak met ${name}`,
      disputedText: (title) => `De coördinator kijkt mee bij “${title}” en laat iets horen. De minuten blijven zolang apart staan.`,
      coordinatorSubject: 'Twee deelnemers vragen om mee te kijken',
      coordinatorText: (helper, helped, title) => `${helper} hielp ${helped} bij “${title}”, en zij komen er samen niet uit.`,
      resolvedSubject: (name) => `Antwoord van de coördinator over de afspraak met ${name}`,
      resolvedNothing: (title) => `Over “${title}” besloot de coördinator dat er niets gegeven wordt.`,
      resolvedText: (title, duration) => `Over “${title}” besloot de coördinator dat er ${duration} gegeven wordt.`,
      closedSubject: `Een hulpvraag of aanbod van ${isFormal ? 'u' : 'jou'} staat niet meer in de lijst`,
      closedText: (title) => `De coördinator heeft “${title}” van de lijst gehaald. Dit was de reden:`,
      matchesSubject: `Er is iets dat bij ${isFormal ? 'u' : 'jou'} past`,
      matchesText: `Dit kwam erbij en past bij wat ${you} plaatste:`,
      match: (kind, title, duration) => `${kind}: ${title} (${duration})`,
      matchesStop: `${isFormal ? 'Wilt u' : 'Wil je'} deze mail niet meer? Zet hem uit bij ${your} vraag of aanbod.`,
    };
  },
  en: () => ({
    somebody: 'A neighbour',
    toPage: 'See how it stands',
    writes: (name) => `${name} writes:`,
    desk: (contact) => `Questions, or would you rather have help from somebody else? Get in touch: ${contact}.`,
    offeredSubject: (name) => `${name} wants to help you`,
    offeredText: (name, title, duration) => `${name} wants to help you with “${title}” and thinks of ${duration}.`,
    askedSubject: (name) => `${name} asks for your help`,
    askedText: (name, title, duration) => `${name} would like to make use of “${title}” and thinks of ${duration}.`,
    answerBefore: (moment) => `Please answer before ${moment}. Saying no is fine.`,
    acceptedSubject: (name) => `${name} says yes`,
    appointmentSubject: (name) => `Your appointment with ${name}`,
    acceptedText: (name, title) => `You have an appointment with ${name} about “${title}”.`,
    reserved: (duration) => `For it, ${duration} of yours is kept apart.`,
    reach: (name, contact) => `How to reach ${name}: ${contact}`,
    cannotReach: (name) => `${name} did not write how to get in touch. The contact of the neighbourhood can help.`,
    declinedSubject: 'It doesn’t work out this time',
    declinedText: (name, title) => `Thank you for your proposal about “${title}”. It doesn’t work out for ${name} this time.`,
    takenText: (title) => `Thank you for your proposal. “${title}” is no longer open.`,
    tryAnother: 'There is bound to be something else that fits.',
    withdrawnSubject: (name) => `It is off with ${name}`,
    withdrawnText: (name, title) => `${name} lets you know that it is off: “${title}”.`,
    released: 'The minutes that were kept apart are free again.',
    unansweredSubject: 'There was no answer',
    unansweredText: (title) => `Your proposal about “${title}” got no answer. That is a pity, and it is not because of you.`,
    undoneSubject: (name) => `The appointment with ${name} has lapsed`,
    undoneText: (name, title) => `The appointment with ${name} about “${title}” lapsed after two months. You can make a new one.`,
    doneSubject: (name) => `${name} says that it is done`,
    doneText: (name, title, duration) => `According to ${name}, “${title}” is done and took ${duration}.`,
    confirmBefore: (moment) =>
      `Please say before ${moment} whether that is right, and how long you think it took. After that the coordinator has a look.`,
    differentSubject: (name) => `One more thing to settle with ${name}`,
    differentText: (name, own, other) => `You say that it took ${own}, ${name} says ${other}.`,
    differentNext: (lower) => `We suggest ${lower}. Is that all right? If not, the coordinator has a look.`,
    blockedSubject: (name) => `Not given to ${name} yet`,
    blockedText: (name, duration) => `You and ${name} agree on ${duration}. Giving it is not possible yet.`,
    blockedNext: 'The community fund can help out. Try again after that, or get in touch.',
    settledSubject: (name) => `All settled with ${name}`,
    gaveText: (name, duration) => `You gave ${duration} to ${name}.`,
    receivedText: (name, duration) => `You received ${duration} from ${name}. Thank you for your help!`,
    disputedSubject: (name) => `The coordinator has a look at the appointment with ${name}`,
    disputedText: (title) => `The coordinator has a look at “${title}” and will be in touch. The minutes stay apart until then.`,
    coordinatorSubject: 'Two members ask you to have a look',
    coordinatorText: (helper, helped, title) => `${helper} helped ${helped} with “${title}”, and the two can’t agree.`,
    resolvedSubject: (name) => `The coordinator’s answer about the appointment with ${name}`,
    resolvedNothing: (title) => `About “${title}” the coordinator decided that nothing is given.`,
    resolvedText: (title, duration) => `About “${title}” the coordinator decided that ${duration} is given.`,
    closedSubject: 'A request or offer of yours is no longer on the list',
    closedText: (title) => `The coordinator took “${title}” off the list. This was the reason:`,
    matchesSubject: 'There is something that fits',
    matchesText: 'This is new and fits what you placed:',
    match: (kind, title, duration) => `${kind}: ${title} (${duration})`,
    matchesStop: 'Would you rather not get this mail? Turn it off at your request or offer.',
  }),
};
