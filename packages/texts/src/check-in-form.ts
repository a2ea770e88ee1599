import type {FormDescription} from './form-description.ts';
import type {MessageSet, Wording} from './wording.ts';

/** What somebody reads who is at the door at another time. */
export const checkInMessages: MessageSet<{notNow: string; whenThen: string}> = {
  nl: (addressForm) => ({
    notNow: 'Melden kan nu niet',
    whenThen:
      addressForm === 'u'
        ? 'Vanaf een uur voor het begin kunt u hier zeggen dat u er bent. Lukt het niet? Zeg het dan tegen de organisator.'
        : 'Vanaf een uur voor het begin kun je hier zeggen dat je er bent. Lukt het niet? Zeg het dan tegen de organisator.',
  }),
  en: () => ({
    notNow: 'Checking in is not open',
    whenThen: 'From an hour before it begins you can say here that you are there. Doesn’t it work? Then tell the organiser.',
  }),
};

/** What whoever is there fills in, at the door: who it is, and the code that hangs there. */
export function checkInForm({language, addressForm}: Wording, {title, when}: {title: string; when: string}): FormDescription {
  const isFormal = addressForm === 'u';
  const nl = language === 'nl';
  const step = nl ? (isFormal ? 'U bent er' : 'Je bent er') : 'You are here';
  return {
    title: nl ? `${step}: ${title}` : `Check in: ${title}`,
    intro: [when],
    steps: [
      {
        title: step,
        fields: [
          {
            name: 'email',
            pointer: '#/email',
            kind: 'email',
            label: nl ? (isFormal ? 'Uw e-mailadres' : 'Je e-mailadres') : 'Your e-mail address',
            hint: nl ? 'Het adres van de aanmelding.' : 'The address of the sign-up.',
            isRequired: true,
            maxLength: 254,
            autocomplete: 'email',
          },
          {
            name: 'name',
            pointer: '#/name',
            kind: 'text',
            label: nl ? (isFormal ? 'Uw naam' : 'Je naam') : 'Your name',
            hint: nl
              ? 'Alleen nodig als meer mensen dit e-mailadres gebruiken. De voornaam is genoeg.'
              : 'Only needed if more people use this e-mail address. The first name is enough.',
            isRequired: false,
            maxLength: 120,
            autocomplete: 'name',
            errors: {
              required: nl ? 'Meer mensen gebruiken dit adres. Vul in wie er is' : 'More people use this address. Fill in who is here',
              'not-allowed': nl
                ? 'Deze naam kennen wij niet. Vul hem in zoals bij de aanmelding'
                : 'We don’t know this name. Fill it in as in the sign-up',
            },
          },
          {
            name: 'code',
            pointer: '#/code',
            kind: 'text',
            label: nl ? 'De code van vier cijfers' : 'The code of four digits',
            hint: nl ? 'Vraag ernaar bij de organisator.' : 'Ask the organiser for it.',
            isRequired: true,
            maxLength: 4,
            errors: {
              'not-allowed': nl ? 'Deze code klopt niet' : 'This code is not right',
              format: nl ? 'Vul vier cijfers in' : 'Fill in four digits',
            },
          },
        ],
      },
    ],
    submit: nl ? 'Ik ben er' : 'I am here',
    sent: {
      title: nl ? 'Welkom' : 'Welcome',
      paragraphs: [
        nl
          ? isFormal
            ? 'Staat dit adres op de lijst, dan staat u nu als aanwezig.'
            : 'Staat dit adres op de lijst, dan sta je nu als aanwezig.'
          : 'If this address is on the list, you are checked in now.',
      ],
    },
  };
}
