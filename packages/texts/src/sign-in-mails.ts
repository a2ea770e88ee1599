import type {MessageSet} from './wording.ts';

/** The mails around signing in: the code, that one joins by invitation, and the invitation. */
export type SignInMailMessages = {
  codeSubject: (community: string) => string;
  /** Begins with the code, so that nothing of six digits stands before it. */
  code: (code: string, community: string) => string;
  codeUse: string;
  notInvitedSubject: (community: string) => string;
  notInvited: (community: string) => string;
  notInvitedNext: string;
  invitedSubject: (community: string) => string;
  invited: (community: string) => string;
  invitedNext: string;
  notYou: string;
};

export const signInMailMessages: MessageSet<SignInMailMessages> = {
  nl: (addressForm) => {
    const isFormal = addressForm === 'u';
    return {
      codeSubject: (community) => (isFormal ? `Uw code om in te loggen bij ${community}` : `Je code om in te loggen bij ${community}`),
      code: (code, community) => `${code} is ${isFormal ? 'uw' : 'je'} code om in te loggen bij ${community}.`,
      codeUse: 'De code werkt tien minuten, en één keer. Geef de code aan niemand. Wij vragen er nooit om.',
      notInvitedSubject: (community) => `Inloggen bij ${community}`,
      notInvited: (community) => `Iemand wilde met dit adres inloggen bij ${community}. Wij kennen dit adres nog niet.`,
      notInvitedNext: isFormal
        ? 'Meedoen gaat hier op uitnodiging. Wilt u meedoen? Neem dan contact met ons op. Dan nodigen wij u uit.'
        : 'Meedoen gaat hier op uitnodiging. Wil je meedoen? Neem dan contact met ons op. Dan nodigen wij je uit.',
      invitedSubject: (community) => (isFormal ? `U doet mee bij ${community}` : `Je doet mee bij ${community}`),
      invited: (community) =>
        isFormal ? `U bent uitgenodigd om mee te doen bij ${community}.` : `Je bent uitgenodigd om mee te doen bij ${community}.`,
      invitedNext: isFormal
        ? 'Log op onze website in met dit e-mailadres. U krijgt dan een code. Een wachtwoord is niet nodig.'
        : 'Log op onze website in met dit e-mailadres. Je krijgt dan een code. Een wachtwoord is niet nodig.',
      notYou: isFormal
        ? 'Hebt u hier niet om gevraagd? Dan hoeft u niets te doen.'
        : 'Heb je hier niet om gevraagd? Dan hoef je niets te doen.',
    };
  },
  en: () => ({
    codeSubject: (community) => `Your code to sign in to ${community}`,
    code: (code, community) => `${code} is your code to sign in to ${community}.`,
    codeUse: 'The code works for ten minutes, and once. Give it to nobody. We never ask for it.',
    notInvitedSubject: (community) => `Signing in to ${community}`,
    notInvited: (community) => `Somebody wanted to sign in to ${community} with this address. We don’t know this address yet.`,
    notInvitedNext: 'Here you join by invitation. Do you want to join? Get in touch with us. Then we invite you.',
    invitedSubject: (community) => `You are part of ${community}`,
    invited: (community) => `You are invited to take part in ${community}.`,
    invitedNext: 'Sign in on our website with this e-mail address. You get a code. No password is needed.',
    notYou: 'Did you not ask for this? Then you need not do anything.',
  }),
};
