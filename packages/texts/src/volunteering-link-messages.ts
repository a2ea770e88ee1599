import type {MessageSet} from './wording.ts';

/** What the pages behind a mailed link about a sign-up say. */
export type VolunteeringLinkMessages = {
  confirmTitle: string;
  confirmAsk: string;
  confirmButton: string;
  confirmedTitle: string;
  confirmedPlace: string;
  confirmedGuardian: string;
  confirmedReview: string;
  alreadyTitle: string;
  already: string;
  lateTitle: string;
  late: string;
  lateGone: string;
  lateFull: string;
  calledOffTitle: string;
  calledOff: string;
  pastTitle: string;
  past: string;
  withdrawn: string;
  notAgreed: string;
  refused: string;
  goneTitle: string;
  gone: string;
  againButton: string;
  overlapTitle: string;
  overlap: (title: string, when: string) => string;
  overlapNext: string;
  waitlistedTitle: string;
  waitlisted: (position: number) => string;
  offerTitle: string;
  offerUntil: (moment: string) => string;
  acceptButton: string;
  declineButton: string;
  declinedTitle: string;
  declined: string;
  guardianTitle: (name: string) => string;
  guardianText: (name: string, age: string) => string;
  guardianUntil: (moment: string) => string;
  agreeButton: string;
  objectButton: string;
  withdrawButton: string;
  agreedTitle: string;
  agreed: (name: string) => string;
  objectedTitle: string;
  objected: string;
  manageTitle: string;
  where: (place: string) => string;
  state: (label: string) => string;
  cancelButton: string;
  cancelledTitle: string;
  cancelled: string;
  tooLate: string;
  hoursDay: string;
  hoursLength: string;
  hoursButton: string;
  hoursTitle: string;
  hoursLine: (length: string, day: string, state: string) => string;
  hoursReason: (reason: string) => string;
  hoursNext: string;
  changeButton: string;
  changedTitle: string;
  changed: string;
  name: string;
  phone: string;
  phoneHint: string;
  email: string;
  age: string;
  guardianEmail: string;
  vogSeen: string;
  vogExpires: string;
  signedUpOn: string;
  role: string;
  children: string;
  introOn: string;
  checkedInAt: string;
  reason: string;
  answer: string;
  calendarButton: string;
  calendarTitle: string;
  calendarText: string;
  calendarLink: string;
  dataButton: string;
  dataTitle: string;
  dataText: string;
  forgetButton: string;
  forgetTitle: string;
  forgetText: string;
  forgetConfirm: string;
  forgottenTitle: string;
  forgotten: string;
  forgottenButAccount: string;
  contact: (contact: string) => string;
  backToOwn: string;
  toWork: string;
};

export const volunteeringLinkMessages: MessageSet<VolunteeringLinkMessages> = {
  nl: (addressForm) => {
    const isFormal = addressForm === 'u';
    const your = isFormal ? 'uw' : 'je';
    return {
      confirmTitle: `Bevestig ${your} aanmelding`,
      confirmAsk: isFormal
        ? 'Druk op de knop. Dan weten wij dat dit uw e-mailadres is.'
        : 'Druk op de knop. Dan weten wij dat dit je e-mailadres is.',
      confirmButton: 'Bevestig de aanmelding',
      confirmedTitle: 'Bedankt, het is bevestigd',
      confirmedPlace: isFormal
        ? 'De plek is voor u. U krijgt een mail met alles erin.'
        : 'De plek is voor jou. Je krijgt een mail met alles erin.',
      confirmedGuardian: `Wij vragen nu ${your} ouder of verzorger om toestemming.`,
      confirmedReview: 'De organisator laat binnen drie werkdagen van zich horen.',
      alreadyTitle: 'Dit was al gedaan',
      already: isFormal ? 'U hoeft niets meer te doen.' : 'Je hoeft niets meer te doen.',
      lateTitle: 'Dit is te laat',
      late: isFormal
        ? 'De plek is vrijgegeven. U kunt u opnieuw aanmelden, met één druk.'
        : 'De plek is vrijgegeven. Je kunt je opnieuw aanmelden, met één druk.',
      lateGone: 'De plek is vrijgegeven. Opnieuw aanmelden kan, als er nog plek is.',
      lateFull: 'De plek is vrijgegeven, en er is nu geen plek meer.',
      calledOffTitle: 'Dit gaat niet door',
      calledOff: 'De organisator heeft dit afgezegd. Komen hoeft niet.',
      pastTitle: 'Dit is voorbij',
      past: 'Hier kan niemand zich meer voor aanmelden. Er is vast ander werk dat past.',
      withdrawn: 'Er is afgezegd. Komen hoeft niet.',
      notAgreed: 'Een ouder of verzorger vond het niet goed. Komen hoeft niet.',
      refused: 'De organisator zei dat het dit keer niet lukt. Er is vast ander werk dat past.',
      goneTitle: 'Deze aanmelding is er niet meer',
      gone: 'Het werk is weggehaald, of de aanmelding is gewist.',
      againButton: isFormal ? 'Meld mij weer aan' : 'Meld me weer aan',
      overlapTitle: isFormal ? 'U hebt dan al iets anders' : 'Je hebt dan al iets anders',
      overlap: (title, when) => (isFormal ? `U helpt dan bij “${title}” (${when}).` : `Je helpt dan bij “${title}” (${when}).`),
      overlapNext: isFormal
        ? 'Zeg dat eerst af met de link in de mail. Kom dan hier terug.'
        : 'Zeg dat eerst af met de link in je mail. Kom dan hier terug.',
      waitlistedTitle: isFormal ? 'U staat op de wachtlijst' : 'Je staat op de wachtlijst',
      waitlisted: (position) =>
        isFormal
          ? `U bent nummer ${position}. Komt er plek, dan krijgt u een mail.`
          : `Je bent nummer ${position}. Komt er plek, dan krijg je een mail.`,
      offerTitle: 'Er is een plek vrij',
      offerUntil: (moment) => (isFormal ? `De plek is voor u tot ${moment}.` : `De plek is voor jou tot ${moment}.`),
      acceptButton: 'Ja, ik kom',
      declineButton: 'Nee, geef de plek aan een ander',
      declinedTitle: 'De plek gaat naar een ander',
      declined: isFormal ? 'Bedankt dat u het liet weten.' : 'Bedankt dat je het liet weten.',
      guardianTitle: (name) => `${name} wil helpen`,
      guardianText: (name, age) => `${name} is ${age}. Daarom vragen wij een ouder of verzorger of het goed is.`,
      guardianUntil: (moment) => `Wij houden de plek vast tot ${moment}.`,
      agreeButton: 'Ja, dat is goed',
      objectButton: 'Nee, liever niet',
      withdrawButton: 'Trek de toestemming in',
      agreedTitle: 'Bedankt, dat is vastgelegd',
      agreed: (name) => `${name} hoort het van ons. Met dezelfde link kan de toestemming weer weg.`,
      objectedTitle: 'De aanmelding gaat niet door',
      objected: 'Wij laten het weten. Er hoeft verder niets te gebeuren.',
      where: (place) => `Waar: ${place}.`,
      manageTitle: `${isFormal ? 'Uw' : 'Je'} aanmelding`,
      state: (label) => `Hoe het ermee staat: ${label}.`,
      cancelButton: 'Zeg af',
      cancelledTitle: isFormal ? 'U hebt afgezegd' : 'Je hebt afgezegd',
      cancelled: 'Bedankt voor het bericht. De plek gaat naar wie wacht.',
      tooLate: 'Afzeggen kan hier niet meer. Bel of mail de organisator.',
      hoursDay: isFormal ? 'Wanneer hebt u geholpen' : 'Wanneer heb je geholpen',
      hoursLength: isFormal ? 'Hoelang hebt u geholpen' : 'Hoelang heb je geholpen',
      hoursButton: 'Geef de uren door',
      hoursTitle: 'De uren zijn doorgegeven',
      hoursLine: (length, day, state) => `${length} op ${day}: ${state.toLowerCase()}.`,
      hoursReason: (reason) => `De organisator schreef: ${reason}`,
      hoursNext: 'De organisator kijkt of het klopt. Met dezelfde link is te zien hoe het staat.',
      changeButton: 'Bewaar',
      changedTitle: 'Het is gewijzigd',
      changed: 'De organisator ziet het meteen.',
      name: 'Naam',
      phone: 'Telefoonnummer',
      phoneHint: 'Voor als er op het laatst iets verandert.',
      email: 'E-mailadres',
      age: 'Leeftijd',
      guardianEmail: 'E-mailadres van een ouder of verzorger',
      vogSeen: 'VOG gezien op',
      vogExpires: 'VOG geldig tot',
      signedUpOn: 'Aangemeld op',
      role: 'Taak',
      children: 'Kinderen die meekomen',
      introOn: 'Kennismaking',
      checkedInAt: 'Aanwezig op',
      reason: 'Wat de organisator schreef',
      answer: 'Antwoord op een vraag die er niet meer staat',
      calendarButton: `Zet in ${your} agenda`,
      calendarTitle: `Zet in ${your} agenda`,
      calendarText: 'Voeg dit adres toe aan een agenda. Wijzigingen komen er vanzelf in. Geef het aan niemand anders.',
      calendarLink: 'Open de agenda',
      dataButton: isFormal ? 'Bekijk wat wij van u bewaren' : 'Bekijk wat wij van je bewaren',
      dataTitle: isFormal ? 'Wat wij van u bewaren' : 'Wat wij van je bewaren',
      dataText: 'Dit is alles over het vrijwilligerswerk. Alleen de organisator en de beheerder zien het.',
      forgetButton: isFormal ? 'Wis wat u van mij bewaart' : 'Wis wat jullie van mij bewaren',
      forgetTitle: 'Alles wissen?',
      forgetText: isFormal
        ? 'Uw aanmeldingen vervallen, en wat u instuurde en nog niet online staat. Daarna weten wij niet meer wie u was.'
        : 'Je aanmeldingen vervallen, en wat je instuurde en nog niet online staat. Daarna weten wij niet meer wie je was.',
      forgetConfirm: 'Ja, wis alles',
      forgottenTitle: 'Alles is gewist',
      forgotten: isFormal ? 'Wij bewaren niets meer van u.' : 'Wij bewaren niets meer van je.',
      forgottenButAccount: isFormal
        ? 'Uw account is er nog. Log in om dat ook te wissen. Verder bewaren wij niets meer van u.'
        : 'Je account is er nog. Log in om dat ook te wissen. Verder bewaren wij niets meer van je.',
      contact: (contact) => `Vragen? Neem contact op: ${contact}.`,
      backToOwn: isFormal ? 'Terug naar uw aanmelding' : 'Terug naar je aanmelding',
      toWork: 'Bekijk al het vrijwilligerswerk',
    };
  },
  en: () => ({
    confirmTitle: 'Confirm your sign-up',
    confirmAsk: 'Press the button. Then we know that this is your e-mail address.',
    confirmButton: 'Confirm the sign-up',
    confirmedTitle: 'Thank you, it is confirmed',
    confirmedPlace: 'The place is yours. You get a mail with everything in it.',
    confirmedGuardian: 'We now ask your parent or guardian for consent.',
    confirmedReview: 'The organiser gets in touch within three working days.',
    alreadyTitle: 'This was done already',
    already: 'Nothing more is needed.',
    lateTitle: 'This is too late',
    late: 'The place was given up. You can sign up again, with one press.',
    lateGone: 'The place was given up. Signing up again is possible, if there is still a place.',
    lateFull: 'The place was given up, and there is none left now.',
    calledOffTitle: 'This does not go ahead',
    calledOff: 'The organiser called this off. There is no need to come.',
    pastTitle: 'This is over',
    past: 'Nobody can sign up for this any more. There is surely other work that suits you.',
    withdrawn: 'It was cancelled. There is no need to come.',
    notAgreed: 'A parent or guardian did not agree. There is no need to come.',
    refused: 'The organiser said that it does not work out this time. There is surely other work that suits you.',
    goneTitle: 'This sign-up is no longer there',
    gone: 'The work was taken away, or the sign-up was erased.',
    againButton: 'Sign me up again',
    overlapTitle: 'You have something else then',
    overlap: (title, when) => `You help with “${title}” then (${when}).`,
    overlapNext: 'Cancel that first with the link in your mail. Then come back here.',
    waitlistedTitle: 'You are on the waiting list',
    waitlisted: (position) => `You are number ${position}. When there is a place, you get a mail.`,
    offerTitle: 'There is a place',
    offerUntil: (moment) => `The place is yours until ${moment}.`,
    acceptButton: 'Yes, I will come',
    declineButton: 'No, give the place to somebody else',
    declinedTitle: 'The place goes to somebody else',
    declined: 'Thank you for telling us.',
    guardianTitle: (name) => `${name} wants to help`,
    guardianText: (name, age) => `${name} is ${age}. That is why we ask a parent or guardian whether it is all right.`,
    guardianUntil: (moment) => `We keep the place until ${moment}.`,
    agreeButton: 'Yes, that is all right',
    objectButton: 'No, rather not',
    withdrawButton: 'Withdraw consent',
    agreedTitle: 'Thank you, it is on record',
    agreed: (name) => `${name} hears it from us. The same link takes the consent back.`,
    objectedTitle: 'The sign-up does not go ahead',
    objected: 'We pass it on. Nothing more is needed.',
    where: (place) => `Where: ${place}.`,
    manageTitle: 'Your sign-up',
    state: (label) => `How it stands: ${label}.`,
    cancelButton: 'Cancel',
    cancelledTitle: 'You cancelled',
    cancelled: 'Thank you for telling us. The place goes to who waits.',
    tooLate: 'It can no longer be cancelled here. Call or mail the organiser.',
    hoursDay: 'When you helped',
    hoursLength: 'How long you helped',
    hoursButton: 'Send in the hours',
    hoursTitle: 'The hours have been sent in',
    hoursLine: (length, day, state) => `${length} on ${day}: ${state.toLowerCase()}.`,
    hoursReason: (reason) => `The organiser wrote: ${reason}`,
    hoursNext: 'The organiser sees whether they are right. The same link shows how it stands.',
    changeButton: 'Save',
    changedTitle: 'It was changed',
    changed: 'The organiser sees it at once.',
    name: 'Name',
    phone: 'Phone number',
    phoneHint: 'In case something changes at the last moment.',
    email: 'E-mail address',
    age: 'Age',
    guardianEmail: 'E-mail address of a parent or guardian',
    vogSeen: 'Certificate of conduct seen on',
    vogExpires: 'Certificate of conduct valid until',
    signedUpOn: 'Signed up on',
    role: 'Task',
    children: 'Children who come along',
    introOn: 'First talk',
    checkedInAt: 'Checked in at',
    reason: 'What the organiser wrote',
    answer: 'Answer to a question that is gone',
    calendarButton: 'Put it in your calendar',
    calendarTitle: 'Put it in your calendar',
    calendarText: 'Add this address to a calendar. Changes come in by themselves. Give it to nobody else.',
    calendarLink: 'Open the calendar',
    dataButton: 'See what we keep of you',
    dataTitle: 'What we keep of you',
    dataText: 'This is all about your voluntary work. Only the organiser and the desk see it.',
    forgetButton: 'Erase what you keep of me',
    forgetTitle: 'Erase everything?',
    forgetText: 'Your sign-ups end, and what you sent in and is not online yet. Then we no longer know who you were.',
    forgetConfirm: 'Yes, erase everything',
    forgottenTitle: 'Everything was erased',
    forgotten: 'We keep nothing of you any more.',
    forgottenButAccount: 'Your account is still there. Sign in to erase that too. We keep nothing else about you.',
    contact: (contact) => `Questions? Get in touch: ${contact}.`,
    backToOwn: 'Back to your sign-up',
    toWork: 'See all voluntary work',
  }),
};
