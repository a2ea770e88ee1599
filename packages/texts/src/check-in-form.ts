import type {FormDescription} from './form-description.ts';
import type {Wording} from './wording.ts';

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
            hint: nl ? 'Het adres van de aanmelding.' : 'The one of the sign-up.',
            isRequired: true,
            maxLength: 254,
            autocomplete: 'email',
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
