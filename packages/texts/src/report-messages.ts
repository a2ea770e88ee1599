import type {FormDescription} from './form-description.ts';
import type {MessageSet, Wording} from './wording.ts';

/** The mail that says that something isn’t right. */
export type ReportMailMessages = {
  subject: (name: string) => string;
  received: (name: string) => string;
  answer: (email: string) => string;
  noAnswer: string;
};

export const reportMailMessages: MessageSet<ReportMailMessages> = {
  nl: () => ({
    subject: (name) => `Klopt dit nog? ${name}`,
    received: (name) => `Iemand meldt dat er iets niet klopt bij “${name}”:`,
    answer: (email) => `Antwoord op deze mail komt aan bij ${email}.`,
    noAnswer: 'Wie dit schreef liet geen e-mailadres achter.',
  }),
  en: () => ({
    subject: (name) => `Is this still right? ${name}`,
    received: (name) => `Somebody says that something is not right about “${name}”:`,
    answer: (email) => `An answer to this mail goes to ${email}.`,
    noAnswer: 'Who wrote this left no e-mail address.',
  }),
};

export type ReportMessages = {
  title: string;
  intro: (name: string) => string;
  text: string;
  textHint: string;
  textError: string;
  email: string;
  emailHint: string;
  emailError: string;
  submit: string;
  sentTitle: string;
  sentText: string;
  sentNext: string;
};

export const reportMessages: MessageSet<ReportMessages> = {
  nl: (addressForm) => {
    const isFormal = addressForm === 'u';
    return {
      title: 'Klopt dit niet?',
      intro: (name) => `Vertel ons wat er niet klopt bij “${name}”.`,
      text: 'Wat klopt er niet',
      textHint: 'Bijvoorbeeld: de openingstijden zijn veranderd.',
      textError: 'Vertel wat er niet klopt',
      email: isFormal ? 'Uw e-mailadres' : 'Je e-mailadres',
      emailHint: 'Alleen als een antwoord welkom is.',
      emailError: 'Vul een e-mailadres in zoals naam@voorbeeld.nl',
      submit: 'Meld het',
      sentTitle: 'Bedankt voor de melding',
      sentText: 'De mensen die erover gaan, krijgen dit te lezen.',
      sentNext: isFormal
        ? 'Liet u een e-mailadres achter? Dan kunnen zij u antwoorden.'
        : 'Liet je een e-mailadres achter? Dan kunnen zij je antwoorden.',
    };
  },
  en: () => ({
    title: 'Is something not right?',
    intro: (name) => `Tell us what is not right about “${name}”.`,
    text: 'What is not right',
    textHint: 'For example: the opening hours have changed.',
    textError: 'Tell what is not right',
    email: 'Your e-mail address',
    emailHint: 'Only if an answer is welcome.',
    emailError: 'Fill in an e-mail address like name@example.com',
    submit: 'Report it',
    sentTitle: 'Thank you for telling us',
    sentText: 'Those who see to it get to read this.',
    sentNext: 'Did you leave an e-mail address? Then they can answer you.',
  }),
};

/** The form by which anybody says that something isn’t right. */
export function reportForm({language, addressForm}: Wording, about: {name: string}): FormDescription {
  const words = reportMessages[language](addressForm);
  return {
    title: words.title,
    intro: [words.intro(about.name)],
    steps: [
      {
        title: words.title,
        fields: [
          {
            name: 'text',
            pointer: '#/text',
            kind: 'multiline',
            label: words.text,
            hint: words.textHint,
            isRequired: true,
            maxLength: 2000,
            errors: {required: words.textError, 'too-short': words.textError},
          },
          {
            name: 'email',
            pointer: '#/email',
            kind: 'email',
            label: words.email,
            hint: words.emailHint,
            maxLength: 254,
            autocomplete: 'email',
            errors: {format: words.emailError},
          },
        ],
      },
    ],
    submit: words.submit,
    sent: {title: words.sentTitle, paragraphs: [words.sentText, words.sentNext]},
  };
}
