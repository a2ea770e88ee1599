import type {MessageSet} from './wording.ts';

/** What somebody who wants to help hears by mail, and what the organiser hears. */
export type VolunteeringMailMessages = {
  confirmSubject: (title: string) => string;
  confirmText: (title: string) => string;
  confirmButton: string;
  confirmUntil: (moment: string) => string;
  confirmNotYou: string;
  againSubject: (title: string) => string;
  againText: (title: string) => string;
  waitlistedSubject: (title: string) => string;
  waitlistedText: (position: number) => string;
  waitlistedNext: string;
  offeredSubject: (title: string) => string;
  offeredText: (title: string) => string;
  offeredUntil: (moment: string) => string;
  offeredAnswer: string;
  confirmedSubject: (title: string) => string;
  confirmedText: (title: string) => string;
  confirmedWithoutShift: (title: string) => string;
  overlap: (title: string, when: string) => string;
  manage: string;
  contact: (contact: string) => string;
  guardianSubject: (name: string) => string;
  guardianText: (name: string, title: string) => string;
  guardianUntil: (moment: string) => string;
  guardianButton: string;
  guardianAskedSubject: (title: string) => string;
  guardianAskedText: string;
  reviewSubject: (title: string) => string;
  reviewText: string;
  introSubject: (title: string) => string;
  introText: (when: string) => string;
  refusedSubject: (title: string) => string;
  refusedText: (title: string) => string;
  refusedReason: string;
  refusedNext: string;
  expiredOfferSubject: (title: string) => string;
  expiredOfferText: string;
  expiredGuardianSubject: (title: string) => string;
  expiredGuardianText: string;
  begunSubject: (title: string) => string;
  begunText: string;
  unansweredSubject: (title: string) => string;
  unansweredText: string;
  startedWaitingSubject: (title: string) => string;
  startedWaitingText: string;
  cancelledSubject: (title: string) => string;
  cancelledByPerson: (title: string) => string;
  cancelledByOrganiser: (title: string) => string;
  cancelledByGuardian: (title: string) => string;
  movedSubject: (title: string) => string;
  movedText: (before: string, after: string) => string;
  elsewhereSubject: (title: string) => string;
  elsewhereText: (before: string | null, after: string | null) => string;
  noteSubject: (title: string) => string;
  noteGone: string;
  where: (place: string) => string;
  reminderSubject: (title: string) => string;
  reminderText: (when: string) => string;
  escalatedSubject: (title: string) => string;
  escalatedText: string;
  organiserSubject: (title: string) => string;
  organiserText: (name: string, title: string) => string;
  organiserNext: string;
  organiserReminderSubject: (title: string) => string;
  organiserReminderText: (name: string) => string;
  coordinatorSubject: (title: string) => string;
  coordinatorText: (title: string) => string;
  cannotSubject: (title: string) => string;
  cannotText: (name: string, title: string) => string;
  callSubject: (name: string) => string;
  callText: (name: string, phone: string | null) => string;
  toWork: string;
};

export const volunteeringMailMessages: MessageSet<VolunteeringMailMessages> = {
  nl: (addressForm) => {
    const isFormal = addressForm === 'u';
    const you = isFormal ? 'u' : 'je';
    const your = isFormal ? 'uw' : 'je';
    return {
      confirmSubject: (title) => `Bevestig ${isFormal ? 'uw' : 'je'} aanmelding: ${title}`,
      confirmText: (title) => (isFormal ? `Fijn dat u wilt helpen bij “${title}”.` : `Fijn dat je wilt helpen bij “${title}”.`),
      confirmButton: 'Bevestig de aanmelding',
      confirmUntil: (moment) => `Wij houden de plek vast tot ${moment}.`,
      confirmNotYou: isFormal ? 'Hebt u dit niet gedaan? Dan hoeft u niets te doen.' : 'Heb je dit niet gedaan? Dan hoef je niets te doen.',
      againSubject: (title) => `${isFormal ? 'U was' : 'Je was'} al aangemeld: ${title}`,
      againText: (title) => `Er kwam nog een aanmelding met dit adres voor “${title}”. De eerste blijft gewoon staan.`,
      waitlistedSubject: (title) => `${isFormal ? 'U staat' : 'Je staat'} op de wachtlijst: ${title}`,
      waitlistedText: (position) => `Dit moment is vol. ${isFormal ? 'U bent' : 'Je bent'} nummer ${position} op de wachtlijst.`,
      waitlistedNext: isFormal
        ? 'Komt er een plek vrij, dan krijgt u meteen een mail.'
        : 'Komt er een plek vrij, dan krijg je meteen een mail.',
      offeredSubject: (title) => `Er is een plek vrij: ${title}`,
      offeredText: (title) => `Er is een plek vrijgekomen bij “${title}”.`,
      offeredUntil: (moment) => `De plek is voor ${isFormal ? 'u' : 'jou'} tot ${moment}. Daarna gaat zij naar de volgende.`,
      offeredAnswer: isFormal ? 'Laat weten of u komt' : 'Laat weten of je komt',
      confirmedSubject: (title) => `Het is geregeld: ${title}`,
      confirmedText: (title) => `${isFormal ? 'U hebt' : 'Je hebt'} een plek bij “${title}”. Tot dan!`,
      confirmedWithoutShift: (title) => `${isFormal ? 'U doet' : 'Je doet'} mee bij “${title}”. De organisator neemt contact op.`,
      overlap: (title, when) => `Let op: op dat moment staat ook “${title}” (${when}) in ${your} agenda.`,
      manage: 'Bekijk, wijzig of zeg af',
      contact: (contact) => `Vragen? Neem contact op: ${contact}.`,
      guardianSubject: (name) => `${name} wil helpen: is dat goed?`,
      guardianText: (name, title) =>
        isFormal
          ? `${name} heeft zich aangemeld voor “${title}” en is nog geen 16. Daarom vragen wij u om toestemming.`
          : `${name} heeft zich aangemeld voor “${title}” en is nog geen 16. Daarom vragen wij jou om toestemming.`,
      guardianUntil: (moment) => `Wij houden de plek vast tot ${moment}.`,
      guardianButton: 'Lees waar het om gaat en antwoord',
      guardianAskedSubject: (title) => `Nu nog toestemming: ${title}`,
      guardianAskedText: `Wij hebben ${your} ouder of verzorger om toestemming gevraagd. Daarna is de plek van ${isFormal ? 'u' : 'jou'}.`,
      reviewSubject: (title) => `Bedankt voor ${your} aanmelding: ${title}`,
      reviewText: isFormal
        ? 'De organisator laat binnen drie werkdagen van zich horen. Meestal maakt u eerst kennis.'
        : 'De organisator laat binnen drie werkdagen van zich horen. Meestal maak je eerst kennis.',
      introSubject: (title) => `Kennismaken: ${title}`,
      introText: (when) => `${isFormal ? 'U bent' : 'Je bent'} welkom om kennis te maken op ${when}.`,
      refusedSubject: (title) => `Over ${your} aanmelding: ${title}`,
      refusedText: (title) => `Bedankt dat ${you} wilde helpen bij “${title}”. Dit keer lukt het niet.`,
      refusedReason: 'Dit schreef de organisator:',
      refusedNext: 'Er is vast ander werk dat past.',
      expiredOfferSubject: (title) => `De plek is naar een ander: ${title}`,
      expiredOfferText: `Wij hoorden niets op tijd. ${isFormal ? 'Wilt u' : 'Wil je'} nog? Kijk of er weer plek is.`,
      expiredGuardianSubject: (title) => `De plek is niet meer vrij: ${title}`,
      expiredGuardianText: 'De toestemming kwam niet op tijd. Aanmelden kan opnieuw, als er nog plek is.',
      begunSubject: (title) => `Het is al begonnen: ${title}`,
      begunText: `Er kwam niet op tijd antwoord, en nu is het begonnen. Bedankt dat ${you} wilde helpen. Er is vast ander werk dat past.`,
      unansweredSubject: (title) => `Er kwam geen antwoord: ${title}`,
      unansweredText: isFormal
        ? 'Dit is nu voorbij, en u kreeg geen ja of nee. Sorry, dat lag niet aan u. Wij hopen dat u het nog eens probeert.'
        : 'Dit is nu voorbij, en je kreeg geen ja of nee. Sorry, dat lag niet aan jou. Wij hopen dat je het nog eens probeert.',
      startedWaitingSubject: (title) => `Er kwam geen plek vrij: ${title}`,
      startedWaitingText: `Bedankt dat ${you} wilde helpen. Er is vast ander werk dat past.`,
      cancelledSubject: (title) => `Afgezegd: ${title}`,
      cancelledByPerson: (title) =>
        isFormal
          ? `U hebt afgezegd voor “${title}”. Bedankt voor uw bericht.`
          : `Je hebt afgezegd voor “${title}”. Bedankt voor je bericht.`,
      cancelledByOrganiser: (title) => `Helaas, “${title}” gaat voor ${isFormal ? 'u' : 'jou'} niet door.`,
      cancelledByGuardian: (title) => `${isFormal ? 'Uw' : 'Je'} ouder of verzorger gaf geen toestemming voor “${title}”.`,
      movedSubject: (title) => `Andere tijd: ${title}`,
      movedText: (before, after) => `Het was ${before}. Het wordt ${after}.`,
      elsewhereSubject: (title) => `Andere plek: ${title}`,
      elsewhereText: (before, after) => {
        if (after === null) return `Het is niet meer hier: ${before ?? ''}. De organisator vertelt waar dan wel.`;
        return before === null ? `Waar: ${after}.` : `Het is ergens anders. Eerst: ${before}. Nu: ${after}.`;
      },
      noteSubject: (title) => `Nieuw bericht: ${title}`,
      noteGone: 'Wat de organisator eerder schreef, geldt niet meer.',
      where: (place) => `Waar: ${place}.`,
      reminderSubject: (title) => `Tot snel: ${title}`,
      reminderText: (when) => `${isFormal ? 'U wordt' : 'Je wordt'} verwacht op ${when}.`,
      escalatedSubject: (title) => `Nog geen antwoord: ${title}`,
      escalatedText: `Het duurt te lang. Sorry daarvoor. Bel of mail gerust zelf, dan komt er antwoord.`,
      organiserSubject: (title) => `Iemand wil helpen: ${title}`,
      organiserText: (name, title) => `${name} heeft zich aangemeld voor “${title}”.`,
      organiserNext: 'Laat binnen drie werkdagen iets horen: plan een kennismaking, of zeg ja of nee.',
      organiserReminderSubject: (title) => `Wacht op antwoord: ${title}`,
      organiserReminderText: (name) => `${name} wacht al drie werkdagen op antwoord.`,
      coordinatorSubject: (title) => `Zeven dagen zonder antwoord: ${title}`,
      coordinatorText: (title) => `Iemand die wil helpen bij “${title}” hoorde zeven dagen niets. Neem het over, of bel de organisator.`,
      cannotSubject: (title) => `Iemand zegde af: ${title}`,
      cannotText: (name, title) => `${name} komt niet bij “${title}”. Staat er iemand op de wachtlijst, dan is die gevraagd.`,
      callSubject: (name) => `Bel ${name}`,
      callText: (name, phone) => `${name} krijgt geen mail. Bel${phone === null ? '' : ` ${phone}`} en vertel dit:`,
      toWork: 'Bekijk al het vrijwilligerswerk',
    };
  },
  en: () => ({
    confirmSubject: (title) => `Confirm your sign-up: ${title}`,
    confirmText: (title) => `Great that you want to help with “${title}”.`,
    confirmButton: 'Confirm the sign-up',
    confirmUntil: (moment) => `We keep the place until ${moment}.`,
    confirmNotYou: 'Wasn’t this you? Then you need not do anything.',
    againSubject: (title) => `You were signed up already: ${title}`,
    againText: (title) => `There was another sign-up with this address for “${title}”. The first one stands.`,
    waitlistedSubject: (title) => `You are on the waiting list: ${title}`,
    waitlistedText: (position) => `This shift is full. You are number ${position} on the waiting list.`,
    waitlistedNext: 'When a place comes free, you get a mail at once.',
    offeredSubject: (title) => `There is a place: ${title}`,
    offeredText: (title) => `A place came free for “${title}”.`,
    offeredUntil: (moment) => `The place is yours until ${moment}. After that it goes to the next.`,
    offeredAnswer: 'Say whether you come',
    confirmedSubject: (title) => `It is settled: ${title}`,
    confirmedText: (title) => `You have a place at “${title}”. See you then!`,
    confirmedWithoutShift: (title) => `You take part in “${title}”. The organiser will be in touch.`,
    overlap: (title, when) => `Mind: at that time you also have “${title}” (${when}).`,
    manage: 'See, change or cancel',
    contact: (contact) => `Questions? Get in touch: ${contact}.`,
    guardianSubject: (name) => `${name} wants to help: is that all right?`,
    guardianText: (name, title) => `${name} signed up for “${title}” and is not yet 16. That is why we ask for your consent.`,
    guardianUntil: (moment) => `We keep the place until ${moment}.`,
    guardianButton: 'Read what it is about, and answer',
    guardianAskedSubject: (title) => `Consent is still needed: ${title}`,
    guardianAskedText: 'We asked your parent or guardian for consent. After that the place is yours.',
    reviewSubject: (title) => `Thank you for signing up: ${title}`,
    reviewText: 'The organiser gets in touch within three working days. Usually you meet first.',
    introSubject: (title) => `Meeting: ${title}`,
    introText: (when) => `You are welcome to meet on ${when}.`,
    refusedSubject: (title) => `About your sign-up: ${title}`,
    refusedText: (title) => `Thank you for wanting to help with “${title}”. This time it doesn’t work out.`,
    refusedReason: 'The organiser wrote:',
    refusedNext: 'There is surely other work that suits you.',
    expiredOfferSubject: (title) => `The place went to somebody else: ${title}`,
    expiredOfferText: 'We didn’t hear from you in time. Do you still want to? See whether there is a place again.',
    expiredGuardianSubject: (title) => `The place is no longer free: ${title}`,
    expiredGuardianText: 'The consent did not come in time. You can sign up again, if there is still a place.',
    begunSubject: (title) => `It has begun: ${title}`,
    begunText:
      'There was no answer in time, and now it has begun. Thank you for wanting to help. There is surely other work that suits you.',
    unansweredSubject: (title) => `There was no answer: ${title}`,
    unansweredText: 'This is over now, and you got no yes or no. Sorry, that was not because of you. We hope that you try again.',
    startedWaitingSubject: (title) => `No place came free: ${title}`,
    startedWaitingText: 'Thank you for wanting to help. There is surely other work that suits you.',
    cancelledSubject: (title) => `Cancelled: ${title}`,
    cancelledByPerson: (title) => `You cancelled for “${title}”. Thank you for telling us.`,
    cancelledByOrganiser: (title) => `Unfortunately, “${title}” does not go ahead for you.`,
    cancelledByGuardian: (title) => `Your parent or guardian did not consent to “${title}”.`,
    movedSubject: (title) => `Another time: ${title}`,
    movedText: (before, after) => `It was ${before}. It will be ${after}.`,
    elsewhereSubject: (title) => `Another place: ${title}`,
    elsewhereText: (before, after) => {
      if (after === null) return `It is no longer here: ${before ?? ''}. The organiser tells where it is.`;
      return before === null ? `Where: ${after}.` : `It is somewhere else. Before: ${before}. Now: ${after}.`;
    },
    noteSubject: (title) => `A new message: ${title}`,
    noteGone: 'What the organiser wrote before no longer holds.',
    where: (place) => `Where: ${place}.`,
    reminderSubject: (title) => `See you soon: ${title}`,
    reminderText: (when) => `You are expected on ${when}.`,
    escalatedSubject: (title) => `No answer yet: ${title}`,
    escalatedText: 'It takes too long. Sorry for that. Feel free to call or mail, and you will get an answer.',
    organiserSubject: (title) => `Somebody wants to help: ${title}`,
    organiserText: (name, title) => `${name} signed up for “${title}”.`,
    organiserNext: 'Answer within three working days. Plan a talk, or say yes or no.',
    organiserReminderSubject: (title) => `Waiting for an answer: ${title}`,
    organiserReminderText: (name) => `${name} has been waiting for an answer for three working days.`,
    coordinatorSubject: (title) => `Seven days without an answer: ${title}`,
    coordinatorText: (title) =>
      `Somebody who wants to help with “${title}” heard nothing for seven days. Take it over, or call the organiser.`,
    cannotSubject: (title) => `Somebody cancelled: ${title}`,
    cannotText: (name, title) => `${name} does not come to “${title}”. Whoever is next on the waiting list has been asked.`,
    callSubject: (name) => `Call ${name}`,
    callText: (name, phone) => `${name} gets no mail. Call${phone === null ? '' : ` ${phone}`} and tell this:`,
    toWork: 'See all voluntary work',
  }),
};
