import type {MessageSet} from './wording.ts';

/** What stands on a statement that is printed or kept as a file. */
export type StatementMessages = {
  title: (month: string) => string;
  account: (name: string, number: string) => string;
  /** What one credit is. */
  unit: (one: string, other: string, duration: string) => string;
  date: string;
  what: string;
  given: string;
  received: string;
  balance: string;
  receipt: string;
  opening: string;
  closing: string;
  total: string;
  receivedFrom: (name: string) => string;
  givenTo: (name: string) => string;
  /** What one can do with the receipt numbers. */
  proof: string;
};

export const statementMessages: MessageSet<StatementMessages> = {
  nl: () => ({
    title: (month) => `Overzicht van ${month}`,
    account: (name, number) => `${name}, nummer ${number}`,
    unit: (one, other, duration) => `Alle getallen zijn ${other}. 1 ${one} is ${duration}.`,
    date: 'Datum',
    what: 'Wat',
    given: 'Gegeven',
    received: 'Ontvangen',
    balance: 'Daarna',
    receipt: 'Bon',
    opening: 'Aan het begin van de maand',
    closing: 'Aan het eind van de maand',
    total: 'Samen',
    receivedFrom: (name) => `Ontvangen van ${name}`,
    givenTo: (name) => `Gegeven aan ${name}`,
    proof: 'Elke regel heeft een bonnummer. Daarmee kan iedereen nagaan dat hij in het boek staat.',
  }),
  en: () => ({
    title: (month) => `Statement of ${month}`,
    account: (name, number) => `${name}, number ${number}`,
    unit: (one, other, duration) => `All numbers are ${other}. 1 ${one} is ${duration}.`,
    date: 'Date',
    what: 'What',
    given: 'Given',
    received: 'Received',
    balance: 'After it',
    receipt: 'Receipt',
    opening: 'At the beginning of the month',
    closing: 'At the end of the month',
    total: 'Together',
    receivedFrom: (name) => `Received from ${name}`,
    givenTo: (name) => `Given to ${name}`,
    proof: 'Each line has a receipt number. With it anybody can check that it stands in the ledger.',
  }),
};
