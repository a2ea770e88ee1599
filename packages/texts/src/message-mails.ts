import type {MessageSet} from './wording.ts';

/** A message that somebody wrote to an initiative, as its people get it. */
export type MessageMailMessages = {
  subject: (initiative: string) => string;
  from: (name: string) => string;
  answer: (email: string) => string;
  notStored: string;
};

export const messageMailMessages: MessageSet<MessageMailMessages> = {
  nl: () => ({
    subject: (initiative) => `Bericht voor ${initiative}`,
    from: (name) => `${name} schrijft:`,
    answer: (email) => `Antwoord op deze mail komt aan bij ${email}.`,
    notStored: 'Wij bewaren dit bericht niet.',
  }),
  en: () => ({
    subject: (initiative) => `Message for ${initiative}`,
    from: (name) => `${name} writes:`,
    answer: (email) => `An answer to this mail goes to ${email}.`,
    notStored: 'We don’t keep this message.',
  }),
};
