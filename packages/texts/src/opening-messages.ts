import type {MessageSet} from './wording.ts';

/** What a line in a list says of when something is open. Times come as `17.00 uur`. */
export type OpeningMessages = {
  openNow: string;
  openUntil: (time: string) => string;
  opensToday: (time: string) => string;
  opensTomorrow: (time: string) => string;
};

export const openingMessages: MessageSet<OpeningMessages> = {
  nl: () => ({
    openNow: 'Nu open',
    openUntil: (time) => `Nu open tot ${time}`,
    opensToday: (time) => `Vandaag open vanaf ${time}`,
    opensTomorrow: (time) => `Morgen open vanaf ${time}`,
  }),
  en: () => ({
    openNow: 'Open now',
    openUntil: (time) => `Open now until ${time}`,
    opensToday: (time) => `Open today from ${time}`,
    opensTomorrow: (time) => `Open tomorrow from ${time}`,
  }),
};
