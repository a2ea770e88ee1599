import type {FormDescription} from './form-description.ts';
import type {Wording} from './wording.ts';

type Words = {
  title: string;
  intro: (name: string) => string[];
  name: string;
  nameError: string;
  email: string;
  emailHint: string;
  emailError: string;
  text: string;
  textError: string;
  submit: string;
  sentTitle: string;
  sent: string[];
};

const words: Record<Wording['language'], (addressForm: Wording['addressForm']) => Words> = {
  nl: (addressForm) => {
    const isFormal = addressForm === 'u';
    return {
      title: 'Schrijf een bericht',
      intro: (name) => [`Het bericht gaat naar de mensen van “${name}”.`],
      name: isFormal ? 'Uw naam' : 'Je naam',
      nameError: isFormal ? 'Vul uw naam in' : 'Vul je naam in',
      email: isFormal ? 'Uw e-mailadres' : 'Je e-mailadres',
      emailHint: isFormal
        ? 'De mensen van het initiatief zien het en antwoorden u hier.'
        : 'De mensen van het initiatief zien het en antwoorden je hier.',
      emailError: 'Vul een e-mailadres in zoals naam@voorbeeld.nl',
      text: isFormal ? 'Uw bericht' : 'Je bericht',
      textError: isFormal ? 'Schrijf wat u wilt vragen of vertellen' : 'Schrijf wat je wilt vragen of vertellen',
      submit: 'Stuur het bericht',
      sentTitle: 'Het bericht is verstuurd',
      sent: [
        isFormal ? 'De mensen van het initiatief antwoorden u per mail.' : 'De mensen van het initiatief antwoorden je per mail.',
        'Dat kan een paar dagen duren.',
      ],
    };
  },
  en: () => ({
    title: 'Write a message',
    intro: (name) => [`The message goes to the people of “${name}”.`],
    name: 'Your name',
    nameError: 'Fill in your name',
    email: 'Your e-mail address',
    emailHint: 'The people of the initiative see it and answer you here.',
    emailError: 'Fill in an e-mail address like name@example.com',
    text: 'Your message',
    textError: 'Write what you want to ask or tell',
    submit: 'Send the message',
    sentTitle: 'The message was sent',
    sent: ['The people of the initiative answer you by mail.', 'That may take a few days.'],
  }),
};

/** The form by which anybody writes to the people of an initiative, whose own address stays unknown. */
export function messageForm({language, addressForm}: Wording, about: {name: string}): FormDescription {
  const said = words[language](addressForm);
  return {
    title: said.title,
    intro: said.intro(about.name),
    steps: [
      {
        title: said.title,
        fields: [
          {
            name: 'name',
            pointer: '#/name',
            kind: 'text',
            label: said.name,
            isRequired: true,
            maxLength: 120,
            autocomplete: 'name',
            errors: {required: said.nameError, 'too-short': said.nameError},
          },
          {
            name: 'email',
            pointer: '#/email',
            kind: 'email',
            label: said.email,
            hint: said.emailHint,
            isRequired: true,
            maxLength: 254,
            autocomplete: 'email',
            errors: {required: said.emailError, format: said.emailError},
          },
          {
            name: 'text',
            pointer: '#/text',
            kind: 'multiline',
            label: said.text,
            isRequired: true,
            maxLength: 4000,
            errors: {required: said.textError, 'too-short': said.textError},
          },
        ],
      },
    ],
    submit: said.submit,
    sent: {title: said.sentTitle, paragraphs: said.sent},
  };
}
