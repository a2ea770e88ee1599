import type {MessageSet} from './wording.ts';

/** What stands on the printed list of a shift. */
export type RosterMessages = {
  code: string;
  scan: string;
  coming: (count: number) => string;
  waiting: string;
  there: string;
  name: string;
  phone: string;
  role: string;
  age: string;
  state: string;
  children: (count: number) => string;
  /** Above the slips for who gets no mail. */
  slips: (count: number) => string;
  /** What who gets no mail does on the day. */
  reportIn: string;
  cannotCome: string;
};

export const rosterMessages: MessageSet<RosterMessages> = {
  nl: (addressForm) => ({
    code: 'Code om te melden:',
    scan: 'Wie er is, scant dit of gaat naar:',
    coming: (count) => (count === 1 ? '1 aanmelding' : `${count} aanmeldingen`),
    waiting: 'Op de wachtlijst, op volgorde',
    there: 'Er',
    name: 'Naam',
    phone: 'Telefoon',
    role: 'Taak',
    age: 'Leeftijd',
    state: 'Hoe het staat',
    children: (count) => (count === 1 ? 'met 1 kind' : `met ${count} kinderen`),
    slips: (count) => (count === 0 ? 'Iedereen krijgt mail' : count === 1 ? 'Briefje voor 1 persoon' : `Briefjes voor ${count} mensen`),
    reportIn: addressForm === 'u' ? 'Bent u er? Zeg het tegen de organisator.' : 'Ben je er? Zeg het tegen de organisator.',
    cannotCome: addressForm === 'u' ? 'Kunt u niet? Bel of mail:' : 'Kun je niet? Bel of mail:',
  }),
  en: () => ({
    code: 'Code to check in:',
    scan: 'Whoever is there scans this or goes to:',
    coming: (count) => (count === 1 ? '1 sign-up' : `${count} sign-ups`),
    waiting: 'On the waiting list, in order',
    there: 'There',
    name: 'Name',
    phone: 'Phone',
    role: 'Task',
    age: 'Age',
    state: 'How it stands',
    children: (count) => (count === 1 ? 'with 1 child' : `with ${count} children`),
    slips: (count) => (count === 0 ? 'Everyone gets mail' : count === 1 ? 'Slip for 1 person' : `Slips for ${count} people`),
    reportIn: 'Are you there? Tell the organiser.',
    cannotCome: 'Can’t you come? Call or mail:',
  }),
};
