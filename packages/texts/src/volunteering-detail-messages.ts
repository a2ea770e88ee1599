import {detailMessages, type DetailMessages} from './detail-messages.ts';
import {formatCount} from './formats.ts';
import type {MessageSet} from './wording.ts';

/** What the panel or page of one piece of work says. */
export type VolunteeringDetailMessages = DetailMessages & {
  when: string;
  /** Below the heading, where there are no dated shifts. */
  withoutShifts: string;
  noShiftsLeft: string;
  closedHint: string;
  signUp: string;
  joinWaitlist: string;
  /** The name of a shift's button, with its day and time. */
  signUpFor: (moment: string) => string;
  joinWaitlistFor: (moment: string) => string;
  opensOn: (moment: string) => string;
  placesLeft: (count: number) => string;
  waiting: (count: number) => string;
  placesInRole: (role: string, count: number) => string;
  forWhom: string;
  fromAge: (age: number) => string;
  withGuardian: string;
  supervised: string;
  vog: string;
  commitment: string;
  skills: string;
  languages: string;
  expenses: string;
  training: string;
  credits: string;
  earnsCredits: string;
  children: string;
  withChildren: string;
  afterSignUp: string;
  meetFirst: string;
  atOnce: string;
  initiative: string;
  partner: string;
  areas: string;
  sampleHint: string;
};

export const volunteeringDetailMessages: MessageSet<VolunteeringDetailMessages> = {
  nl: (addressForm) => {
    const isFormal = addressForm === 'u';
    return {
      ...detailMessages.nl(addressForm),
      when: 'Wanneer',
      withoutShifts: 'Er zijn geen vaste momenten. Wanneer het uitkomt, spreken we samen af.',
      noShiftsLeft: 'Er zijn nu geen momenten. Kijk later nog eens.',
      closedHint: 'Hier is geen hulp meer nodig. Bekijk het andere vrijwilligerswerk.',
      signUp: isFormal ? 'Meld u aan' : 'Meld je aan',
      joinWaitlist: isFormal ? 'Zet u op de wachtlijst' : 'Zet je op de wachtlijst',
      signUpFor: (moment) => (isFormal ? `Meld u aan voor ${moment}` : `Meld je aan voor ${moment}`),
      joinWaitlistFor: (moment) => (isFormal ? `Zet u op de wachtlijst voor ${moment}` : `Zet je op de wachtlijst voor ${moment}`),
      opensOn: (moment) => `Aanmelden kan vanaf ${moment}`,
      placesLeft: (count) => `Nog ${formatCount(count, 'nl')} ${count === 1 ? 'plek' : 'plekken'}`,
      waiting: (count) => (count === 1 ? 'Er wacht één persoon' : `Er wachten ${formatCount(count, 'nl')} mensen`),
      placesInRole: (role, count) =>
        count === 0 ? `${role}: vol` : `${role}: nog ${formatCount(count, 'nl')} ${count === 1 ? 'plek' : 'plekken'}`,
      forWhom: 'Voor wie',
      fromAge: (age) => `Vanaf ${age} jaar`,
      withGuardian: 'Onder de 16 met toestemming van een ouder',
      supervised: 'Jongeren krijgen begeleiding',
      vog: 'VOG',
      commitment: 'Hoeveel tijd',
      skills: isFormal ? 'Waar u goed in bent' : 'Waar je goed in bent',
      languages: 'Talen',
      expenses: 'Onkosten',
      training: 'Wat er te leren is',
      credits: 'Tijdspunten',
      earnsCredits: isFormal ? 'U krijgt er tijdspunten voor' : 'Je krijgt er tijdspunten voor',
      children: 'Kinderen',
      withChildren: 'Kinderen mogen mee',
      afterSignUp: 'Na het aanmelden',
      meetFirst: 'Eerst een kennismaking',
      atOnce: isFormal ? 'U hebt meteen een plek' : 'Je hebt meteen een plek',
      initiative: 'Bij',
      partner: 'Bij',
      areas: 'Gebied',
      sampleHint: 'Dit vrijwilligerswerk is een voorbeeld. Het bestaat niet.',
    };
  },
  en: (addressForm) => ({
    ...detailMessages.en(addressForm),
    when: 'When',
    withoutShifts: 'There are no fixed times. We agree together when you come.',
    noShiftsLeft: 'There are no dates now. Look again later.',
    closedHint: 'No more help is needed here. Have a look at the other work.',
    signUp: 'Sign up',
    joinWaitlist: 'Join the waiting list',
    signUpFor: (moment) => `Sign up for ${moment}`,
    joinWaitlistFor: (moment) => `Join the waiting list for ${moment}`,
    opensOn: (moment) => `Sign-up opens on ${moment}`,
    placesLeft: (count) => `${formatCount(count, 'en')} ${count === 1 ? 'place' : 'places'} left`,
    waiting: (count) => (count === 1 ? 'One person is waiting' : `${formatCount(count, 'en')} people are waiting`),
    placesInRole: (role, count) =>
      count === 0 ? `${role}: full` : `${role}: ${formatCount(count, 'en')} ${count === 1 ? 'place' : 'places'} left`,
    forWhom: 'For whom',
    fromAge: (age) => `From ${age} years`,
    withGuardian: 'Under 16 with a parent’s consent',
    supervised: 'Young people are supervised',
    vog: 'Certificate of conduct',
    commitment: 'How much time',
    skills: 'What you are good at',
    languages: 'Languages',
    expenses: 'Expenses',
    training: 'What there is to learn',
    credits: 'Time credits',
    earnsCredits: 'It earns you time credits',
    children: 'Children',
    withChildren: 'Children may come along',
    afterSignUp: 'After signing up',
    meetFirst: 'First a talk to get to know each other',
    atOnce: 'You have a place at once',
    initiative: 'With',
    partner: 'With',
    areas: 'Area',
    sampleHint: 'This work is a sample. It doesn’t exist.',
  }),
};
