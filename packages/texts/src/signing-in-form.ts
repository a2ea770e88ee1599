import type {FormDescription, FormField} from './form-description.ts';
import type {Wording} from './wording.ts';

type Words = {
  email: {title: string; intro: string[]; label: string; hint: string; stay: string; error: string; submit: string; sent: string};
  name: {title: string; intro: string[]; label: string; error: string; submit: string; sent: string};
  code: {title: string; intro: (email: string) => string[]; label: string; hint: string; error: string; submit: string; sent: string};
};

const words: Record<Wording['language'], (isFormal: boolean) => Words> = {
  nl: (isFormal) => ({
    email: {
      title: 'Log in',
      intro: [
        isFormal
          ? 'Vul uw e-mailadres in. Wij sturen u een code. Een wachtwoord hebt u niet nodig.'
          : 'Vul je e-mailadres in. Wij sturen je een code. Een wachtwoord heb je niet nodig.',
      ],
      label: isFormal ? 'Uw e-mailadres' : 'Je e-mailadres',
      hint: isFormal ? 'Het adres waarmee u meedoet.' : 'Het adres waarmee je meedoet.',
      stay: 'Ingelogd blijven tot ik dit venster sluit',
      error: 'Vul een e-mailadres in zoals naam@voorbeeld.nl',
      submit: 'Mail mij een code',
      sent: isFormal ? 'Kijk in uw mail' : 'Kijk in je mail',
    },
    name: {
      title: isFormal ? 'Hoe heet u?' : 'Hoe heet je?',
      intro: [isFormal ? 'Buren zien deze naam als u iets geeft of vraagt.' : 'Buren zien deze naam als je iets geeft of vraagt.'],
      label: isFormal ? 'Uw naam' : 'Je naam',
      error: isFormal ? 'Vul uw naam in' : 'Vul je naam in',
      submit: 'Ga verder',
      sent: isFormal ? 'U bent ingelogd' : 'Je bent ingelogd',
    },
    code: {
      title: isFormal ? 'Kijk in uw mail' : 'Kijk in je mail',
      intro: (email) => [
        `Wij hebben een code gestuurd naar ${email}.`,
        isFormal
          ? 'De code geldt tien minuten. Geen mail? Kijk ook bij uw ongewenste mail.'
          : 'De code geldt tien minuten. Geen mail? Kijk ook bij je ongewenste mail.',
      ],
      label: 'De code uit de mail',
      hint: 'Zes cijfers.',
      error: 'Vul de zes cijfers uit de mail in',
      submit: 'Log in',
      sent: isFormal ? 'U bent ingelogd' : 'Je bent ingelogd',
    },
  }),
  en: () => ({
    email: {
      title: 'Sign in',
      intro: ['Fill in your e-mail address. We send you a code. You need no password.'],
      label: 'Your e-mail address',
      hint: 'The address with which you take part.',
      stay: 'Stay signed in until I close this window',
      error: 'Fill in an e-mail address like name@example.com',
      submit: 'Mail me a code',
      sent: 'Look in your mail',
    },
    name: {
      title: 'What is your name?',
      intro: ['Neighbours see this name when you give or ask something.'],
      label: 'Your name',
      error: 'Fill in your name',
      submit: 'Go on',
      sent: 'You are signed in',
    },
    code: {
      title: 'Look in your mail',
      intro: (email) => [`We have sent a code to ${email}.`, 'The code is good for ten minutes. No mail? Look among unwanted mail too.'],
      label: 'The code in the mail',
      hint: 'Six digits.',
      error: 'Fill in the six digits in the mail',
      submit: 'Sign in',
      sent: 'You are signed in',
    },
  }),
};

/** Asks where the code may go. */
export function signInForm({language, addressForm}: Wording): FormDescription {
  const {title, intro, label, hint, stay, error, submit, sent} = words[language](addressForm === 'u').email;
  const fields: FormField[] = [
    {
      name: 'email',
      pointer: '#/email',
      kind: 'email',
      label,
      hint,
      isRequired: true,
      autocomplete: 'email',
      errors: {required: error, format: error},
    },
    {name: 'stay', pointer: '#/stay', kind: 'checkbox', label: stay},
  ];
  return {title, intro, steps: [{title, fields}], submit, sent: {title: sent, paragraphs: []}};
}

/** Asks the code that went there. */
export function signInCodeForm({language, addressForm}: Wording, email: string): FormDescription {
  const {title, intro, label, hint, error, submit, sent} = words[language](addressForm === 'u').code;
  const field: FormField = {
    name: 'code',
    pointer: '#/code',
    kind: 'text',
    digits: 6,
    label,
    hint,
    isRequired: true,
    autocomplete: 'one-time-code',
    errors: {required: error, format: error, 'too-long': error},
  };
  return {title, intro: intro(email), steps: [{title, fields: [field]}], submit, sent: {title: sent, paragraphs: []}};
}

/** Asks who somebody is who came in for the first time. */
export function signInNameForm({language, addressForm}: Wording): FormDescription {
  const {title, intro, label, error, submit, sent} = words[language](addressForm === 'u').name;
  const field: FormField = {
    name: 'name',
    pointer: '#/name',
    kind: 'text',
    label,
    isRequired: true,
    maxLength: 120,
    autocomplete: 'name',
    errors: {required: error},
  };
  return {title, intro, steps: [{title, fields: [field]}], submit, sent: {title: sent, paragraphs: []}};
}
