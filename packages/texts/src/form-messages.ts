import type {FaultCode} from '@buurtkit/contract';
import type {MessageSet} from './wording.ts';

/** What every form says around its questions. */
export type FormMessages = {
  errorSummary: (count: number) => string;
  errors: Record<FaultCode, string>;
  optional: string;
  choose: string;
  stepOf: (step: number, steps: number) => string;
  /** What is left, on the way. */
  stillToCome: (titles: readonly string[]) => string;
  next: string;
  back: string;
  sending: string;
  /** The answer didn’t come: whether it was sent isn’t known. */
  connectionLost: string;
  failed: string;
  tooBusy: string;
};

export const formMessages: MessageSet<FormMessages> = {
  nl: (addressForm) => ({
    errorSummary: (count) => (count === 1 ? 'Er is nog één ding niet goed' : `Er zijn nog ${count} dingen niet goed`),
    errors: {
      required: 'Dit is nodig',
      'too-short': 'Vul dit in',
      'too-long': 'Dit is te lang, maak het korter',
      format: 'Dit klopt niet, kijk het na',
      range: 'Dit getal kan hier niet',
      unknown: 'Dit kennen wij niet',
      'not-allowed': addressForm === 'u' ? 'Dit kunt u hier niet kiezen' : 'Dit kun je hier niet kiezen',
    },
    optional: 'niet verplicht',
    choose: 'Maak een keuze',
    stepOf: (step, steps) => `Stap ${step} van ${steps}`,
    stillToCome: (titles) => `Daarna: ${titles.join(', ')}`,
    next: 'Verder',
    back: 'Terug',
    sending: 'Bezig met versturen…',
    connectionLost: 'De verbinding viel weg. Druk gerust nog een keer: het komt maar één keer aan.',
    failed:
      addressForm === 'u'
        ? 'Het lukte niet. Wat u invulde staat er nog. Druk gerust nog een keer.'
        : 'Het lukte niet. Wat je invulde staat er nog. Druk gerust nog een keer.',
    tooBusy:
      addressForm === 'u'
        ? 'Het is nu erg druk. Wat u invulde staat er nog. Wacht een minuut en druk nog een keer.'
        : 'Het is nu erg druk. Wat je invulde staat er nog. Wacht een minuut en druk nog een keer.',
  }),
  en: () => ({
    errorSummary: (count) => (count === 1 ? 'One thing is not right yet' : `${count} things are not right yet`),
    errors: {
      required: 'This is needed',
      'too-short': 'Fill this in',
      'too-long': 'This is too long, make it shorter',
      format: 'This is not right, have a look',
      range: 'This number can’t be used here',
      unknown: 'We don’t know this',
      'not-allowed': 'You can’t choose this here',
    },
    optional: 'optional',
    choose: 'Choose one',
    stepOf: (step, steps) => `Step ${step} of ${steps}`,
    stillToCome: (titles) => `After this: ${titles.join(', ')}`,
    next: 'Continue',
    back: 'Back',
    sending: 'Sending…',
    connectionLost: 'The connection was lost. Feel free to press again: it arrives only once.',
    failed: 'That did not work. What you filled in is still there. Feel free to press again.',
    tooBusy: 'It is very busy now. What you filled in is still there. Wait a minute and press again.',
  }),
};
