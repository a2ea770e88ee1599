import type {MessageSet} from './wording.ts';

/** What every mail says around what it is about, and the list of them for who tries things. */
export type MailMessages = {
  questions: string;
  whyYouGetThis: (community: string) => string;
  sentMails: string;
  noMails: string;
  newestFirst: string;
};

export const mailMessages: MessageSet<MailMessages> = {
  nl: (addressForm) => ({
    questions: 'Vragen?',
    whyYouGetThis: (community) =>
      addressForm === 'u'
        ? `U krijgt deze mail van ${community}. Iemand heeft dit adres daar opgegeven.`
        : `Je krijgt deze mail van ${community}. Iemand heeft dit adres daar opgegeven.`,
    sentMails: 'Verstuurde mails',
    noMails: 'Er zijn nog geen mails.',
    newestFirst: 'De nieuwste staat bovenaan.',
  }),
  en: () => ({
    questions: 'Questions?',
    whyYouGetThis: (community) => `You get this mail from ${community}. Somebody gave this address there.`,
    sentMails: 'Sent mails',
    noMails: 'There are no mails yet.',
    newestFirst: 'The newest comes first.',
  }),
};
