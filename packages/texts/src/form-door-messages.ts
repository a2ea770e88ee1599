import type {MessageSet} from './wording.ts';

/** What the slower door of a page without JavaScript says. */
export type FormDoorMessages = {leaveEmpty: string; tooSoon: string; stale: string};

export const formDoorMessages: MessageSet<FormDoorMessages> = {
  nl: () => ({
    leaveEmpty: 'Laat dit veld leeg',
    tooSoon: 'Dat ging wel heel snel. Wacht even en druk nog een keer.',
    stale: 'Deze pagina stond te lang open. Druk nog een keer.',
  }),
  en: () => ({
    leaveEmpty: 'Leave this field empty',
    tooSoon: 'That was very quick. Wait a moment and press again.',
    stale: 'This page was open too long. Press again.',
  }),
};
