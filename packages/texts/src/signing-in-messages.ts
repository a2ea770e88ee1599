import type {MessageSet} from './wording.ts';

/** What is said around signing in, and by whom one is signed in. */
export type SigningInMessages = {
  /** Where the page itself knows its visitors. */
  signIn: string;
  signInHere: string;
  /** A session ended by itself: what was filled in stays. */
  signedOut: string;
  signedInAs: (name: string) => string;
  signedIn: string;
  signOut: string;
  sendAgain: string;
  sentAgain: string;
  notSent: string;
  otherEmail: string;
  /** Goes on without a name. */
  skip: string;
  codeWrong: string;
  codeUsed: string;
  codeExpired: string;
  tooManyTries: string;
  notInvited: string;
};

export const signingInMessages: MessageSet<SigningInMessages> = {
  nl: (addressForm) => {
    const isFormal = addressForm === 'u';
    return {
      signIn: 'Log in',
      signInHere: isFormal
        ? 'Log eerst in op deze site. Daarna ziet u hier uw gegevens.'
        : 'Log eerst in op deze site. Daarna zie je hier je gegevens.',
      signedOut: isFormal
        ? 'U bent uitgelogd. Log weer in: wat u invulde staat er nog.'
        : 'Je bent uitgelogd. Log weer in: wat je invulde staat er nog.',
      signedInAs: (name) => `Ingelogd als ${name}`,
      signedIn: isFormal ? 'U bent ingelogd' : 'Je bent ingelogd',
      signOut: 'Log uit',
      sendAgain: 'Stuur een nieuwe code',
      sentAgain: 'Er is een nieuwe code onderweg.',
      notSent: 'Sturen lukte niet. Probeer het zo nog een keer.',
      otherEmail: 'Ander e-mailadres',
      skip: 'Sla dit over',
      codeWrong: 'Deze code klopt niet. Kijk de zes cijfers na in de nieuwste mail.',
      codeUsed: 'Deze code is al gebruikt. Vraag hieronder een nieuwe.',
      codeExpired: 'Deze code is verlopen. Vraag hieronder een nieuwe.',
      tooManyTries: 'Er zijn te veel codes gevraagd of geprobeerd. Wacht een kwartier en probeer het opnieuw.',
      notInvited: isFormal
        ? 'U kunt hier nog niet meedoen. Vraag het contact hieronder.'
        : 'Je kunt hier nog niet meedoen. Vraag het contact hieronder.',
    };
  },
  en: () => ({
    signIn: 'Sign in',
    signInHere: 'Sign in to this site first. Then your details show here.',
    signedOut: 'You have been signed out. Sign in again: what you filled in is still there.',
    signedInAs: (name) => `Signed in as ${name}`,
    signedIn: 'You are signed in',
    signOut: 'Sign out',
    sendAgain: 'Send a new code',
    sentAgain: 'A new code is on its way.',
    notSent: 'Sending did not work. Try again in a moment.',
    otherEmail: 'Other e-mail address',
    skip: 'Skip this',
    codeWrong: 'This code is not right. Check the six digits in the newest mail.',
    codeUsed: 'This code has been used already. Ask for a new one below.',
    codeExpired: 'This code has expired. Ask for a new one below.',
    tooManyTries: 'Too many codes were asked for or tried. Wait fifteen minutes and try again.',
    notInvited: 'You can’t take part here yet. Ask the contact below.',
  }),
};
