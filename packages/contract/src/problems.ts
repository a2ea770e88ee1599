import * as z from 'zod/mini';
import type {Language, LanguageMap} from './language-map.ts';

type ProblemText = {status: number; title: Required<LanguageMap>; detail: Required<LanguageMap>};

/** Every problem there is: its status, what happened, and what one can do. */
export const problems = {
  'request.invalid': {
    status: 400,
    title: {nl: 'De aanvraag klopt niet', en: 'The request is not right'},
    detail: {
      nl: 'Kijk bij “errors” wat er niet klopt, verbeter dat en probeer het opnieuw.',
      en: 'See “errors” for what is wrong, correct it and try again.',
    },
  },
  'request.malformed': {
    status: 400,
    title: {nl: 'De aanvraag is niet te lezen', en: 'The request can’t be read'},
    detail: {nl: 'Stuur geldige JSON in UTF-8.', en: 'Send valid JSON in UTF-8.'},
  },
  'idempotency.key-required': {
    status: 400,
    title: {nl: 'Idempotency-Key ontbreekt', en: 'Idempotency-Key is missing'},
    detail: {
      nl: 'Stuur bij elke wijziging een eigen Idempotency-Key mee (8 tot 64 tekens), dan gebeurt zij precies één keer.',
      en: 'Send an Idempotency-Key of your own with each change (8 to 64 characters), then it happens exactly once.',
    },
  },
  'auth.required': {
    status: 401,
    title: {nl: 'Log eerst in', en: 'Sign in first'},
    detail: {
      nl: 'Log (opnieuw) in. Wie van buiten komt stuurt een geldige sleutel mee: “Authorization: Bearer bk_…”.',
      en: 'Sign in (again). From outside, send a valid key: “Authorization: Bearer bk_…”.',
    },
  },
  'auth.not-allowed': {
    status: 403,
    title: {nl: 'Dit mag niet met deze rol of vanaf deze site', en: 'Not allowed in this role or from this site'},
    detail: {
      nl: 'Vraag de beheerder van de gemeenschap om de juiste rol, of om deze site toe te laten.',
      en: 'Ask the community’s administrator for the right role, or to allow this site.',
    },
  },
  'proof.required': {
    status: 403,
    title: {nl: 'Eerst even rekenen', en: 'A proof of work is needed'},
    detail: {
      nl: 'Haal een som bij /v1/altcha-challenge, los hem op en stuur hem mee: “Authorization: Altcha payload=…”. Of stuur een sleutel mee.',
      en: 'Get a challenge from /v1/altcha-challenge, solve it and send it: “Authorization: Altcha payload=…”. Or send a key.',
    },
  },
  'route.not-found': {
    status: 404,
    title: {nl: 'Dit adres bestaat niet', en: 'This address does not exist'},
    detail: {nl: 'Kijk in /v1/openapi.json welke adressen er zijn.', en: 'See /v1/openapi.json for the addresses there are.'},
  },
  'community.not-found': {
    status: 404,
    title: {nl: 'Deze gemeenschap is er niet', en: 'There is no such community'},
    detail: {nl: 'Kijk bij /v1/communities welke er zijn.', en: 'See /v1/communities for those there are.'},
  },
  'initiative.not-found': {
    status: 404,
    title: {nl: 'Dit initiatief is er niet', en: 'There is no such initiative'},
    detail: {nl: 'Kijk of het adres klopt, of zoek het in de lijst.', en: 'Check the address, or look for it in the list.'},
  },
  'partner.not-found': {
    status: 404,
    title: {nl: 'Deze organisatie is er niet', en: 'There is no such organisation'},
    detail: {nl: 'Kijk of het adres klopt, of zoek haar in de sociale kaart.', en: 'Check the address, or look for it in the directory.'},
  },
  'service.not-found': {
    status: 404,
    title: {nl: 'Deze voorziening is er niet', en: 'There is no such service'},
    detail: {
      nl: 'Kijk of het adres klopt, of zoek haar bij de organisatie.',
      en: 'Check the address, or look for it with its organisation.',
    },
  },
  'place.not-found': {
    status: 404,
    title: {nl: 'Deze plek is er niet', en: 'There is no such place'},
    detail: {nl: 'Kijk of het adres klopt.', en: 'Check the address.'},
  },
  'opportunity.not-found': {
    status: 404,
    title: {nl: 'Deze klus is er niet', en: 'There is no such opportunity'},
    detail: {
      nl: 'Misschien is zij al vervuld; kijk in de lijst wat er nog is.',
      en: 'Perhaps it is filled; see the list for what there is.',
    },
  },
  'shift.not-found': {
    status: 404,
    title: {nl: 'Dit moment is er niet', en: 'There is no such shift'},
    detail: {nl: 'Kijk bij de klus welke momenten er zijn.', en: 'See the opportunity for its shifts.'},
  },
  'signup.not-found': {
    status: 404,
    title: {nl: 'Deze aanmelding is er niet', en: 'There is no such sign-up'},
    detail: {nl: 'Kijk of het adres klopt.', en: 'Check the address.'},
  },
  'hours.not-found': {
    status: 404,
    title: {nl: 'Deze uren zijn er niet', en: 'There are no such hours'},
    detail: {nl: 'Kijk of het adres klopt.', en: 'Check the address.'},
  },
  'member.not-found': {
    status: 404,
    title: {nl: 'Deze deelnemer is er niet', en: 'There is no such member'},
    detail: {nl: 'Zoek de deelnemer op naam of e-mailadres.', en: 'Search for the member by name or e-mail address.'},
  },
  'session.not-found': {
    status: 404,
    title: {nl: 'Je bent daar niet ingelogd', en: 'You are not signed in there'},
    detail: {nl: 'Kijk in de lijst waar je wel ingelogd bent.', en: 'See the list for where you are signed in.'},
  },
  'submission.not-found': {
    status: 404,
    title: {nl: 'Deze inzending is er niet', en: 'There is no such submission'},
    detail: {nl: 'Misschien is zij al afgehandeld.', en: 'Perhaps it has been dealt with already.'},
  },
  'publication.not-found': {
    status: 404,
    title: {nl: 'Deze uitgave is er niet', en: 'There is no such publication'},
    detail: {nl: 'Kijk bij de uitgaven welke er zijn.', en: 'See the publications for those there are.'},
  },
  'edition.not-found': {
    status: 404,
    title: {nl: 'Dit nummer is er niet', en: 'There is no such edition'},
    detail: {nl: 'Kijk bij de uitgave welke nummers er zijn.', en: 'See the publication for the editions there are.'},
  },
  'import.not-found': {
    status: 404,
    title: {nl: 'Deze import is er niet', en: 'There is no such import'},
    detail: {nl: 'Kijk of het nummer klopt.', en: 'Check its id.'},
  },
  'photo.not-found': {
    status: 404,
    title: {nl: 'Deze foto is er niet', en: 'There is no such photo'},
    detail: {nl: 'Kijk of het adres klopt.', en: 'Check the address.'},
  },
  'file.not-found': {
    status: 404,
    title: {nl: 'Dit bestand is er niet', en: 'There is no such file'},
    detail: {nl: 'Kijk in manifest.json welke bestanden er zijn.', en: 'See manifest.json for the files there are.'},
  },
  'request.method-not-allowed': {
    status: 405,
    title: {nl: 'Dit kan niet op dit adres', en: 'This can’t be done at this address'},
    detail: {nl: 'Gebruik een van de methoden uit de kop “Allow”.', en: 'Use one of the methods in the “Allow” header.'},
  },
  'request.not-acceptable': {
    status: 406,
    title: {nl: 'In deze vorm kunnen wij niet antwoorden', en: 'We can’t answer in this form'},
    detail: {nl: 'Vraag met “Accept” een vorm die bij dit adres hoort.', en: 'Ask with “Accept” for a form that this address has.'},
  },
  'idempotency.key-reused': {
    status: 409,
    title: {nl: 'Deze Idempotency-Key is al gebruikt voor iets anders', en: 'This Idempotency-Key was used for something else'},
    detail: {nl: 'Gebruik voor elke nieuwe wijziging een nieuwe sleutel.', en: 'Use a new key for each new change.'},
  },
  'idempotency.in-flight': {
    status: 409,
    title: {nl: 'Deze wijziging is nog bezig', en: 'This change is still under way'},
    detail: {nl: 'Wacht even en stuur dezelfde aanvraag nog een keer.', en: 'Wait a moment and send the same request again.'},
  },
  'slug.ambiguous': {
    status: 409,
    title: {nl: 'Meer dan één initiatief heet zo', en: 'More than one thing goes by this name'},
    detail: {nl: 'Kies een van de adressen bij “addresses”.', en: 'Choose one of the “addresses”.'},
  },
  'slug.taken': {
    status: 409,
    title: {nl: 'Deze naam in het adres is al in gebruik', en: 'This slug is taken'},
    detail: {nl: 'Kies een andere slug.', en: 'Choose another slug.'},
  },
  'signup.full': {
    status: 409,
    title: {nl: 'Dit moment is vol', en: 'This shift is full'},
    detail: {
      nl: 'Kies een ander moment, of neem contact op met de organisator.',
      en: 'Choose another shift, or get in touch with the organiser.',
    },
  },
  'signup.closed': {
    status: 409,
    title: {nl: 'Aanmelden kan nu niet', en: 'Sign-up is not open'},
    detail: {nl: 'Kijk wanneer aanmelden kan, of kies een ander moment.', en: 'See when sign-up is open, or choose another shift.'},
  },
  'signup.past': {
    status: 409,
    title: {nl: 'Dit moment is al geweest', en: 'This shift is past'},
    detail: {nl: 'Kies een moment dat nog komt.', en: 'Choose one that is still to come.'},
  },
  'signup.cancelled': {
    status: 409,
    title: {nl: 'Dit moment gaat niet door', en: 'This shift is called off'},
    detail: {nl: 'Kies een ander moment.', en: 'Choose another shift.'},
  },
  'signup.overlap': {
    status: 409,
    title: {nl: 'Je hebt op dat moment al iets', en: 'You have something else at that time'},
    detail: {nl: 'Zeg het andere eerst af, of kies een ander moment.', en: 'Cancel the other first, or choose another shift.'},
  },
  'signup.too-late-to-cancel': {
    status: 409,
    title: {nl: 'Afzeggen kan hier niet meer', en: 'It is too late to cancel here'},
    detail: {nl: 'Bel of mail de organisator.', en: 'Call or mail the organiser.'},
  },
  'signup.not-in-state': {
    status: 409,
    title: {nl: 'Dit kan nu niet met deze aanmelding', en: 'This can’t be done with this sign-up now'},
    detail: {nl: 'Haal haar opnieuw op en kijk hoe het ermee staat.', en: 'Get it again and see how it stands.'},
  },
  'hours.own-approval': {
    status: 409,
    title: {nl: 'Eigen uren keurt een ander goed', en: 'Somebody else approves your own hours'},
    detail: {nl: 'Vraag een ander om ze goed te keuren.', en: 'Ask somebody else to approve them.'},
  },
  'account.not-found': {
    status: 404,
    title: {nl: 'Deze rekening is er niet', en: 'There is no such account'},
    detail: {nl: 'Kijk of het nummer klopt.', en: 'See whether the number is right.'},
  },
  'entry.not-found': {
    status: 404,
    title: {nl: 'Deze regel is er niet', en: 'There is no such entry'},
    detail: {nl: 'Kijk in je overzicht welke regels er zijn.', en: 'See your statement for the entries there are.'},
  },
  'payment-request.not-found': {
    status: 404,
    title: {nl: 'Dit verzoek is er niet', en: 'There is no such request'},
    detail: {nl: 'Kijk welke verzoeken er zijn.', en: 'See which requests there are.'},
  },
  'hold.not-found': {
    status: 404,
    title: {nl: 'Deze reservering is er niet', en: 'There is no such hold'},
    detail: {nl: 'Kijk of het nummer klopt.', en: 'See whether the id is right.'},
  },
  'recurring-gift.not-found': {
    status: 404,
    title: {nl: 'Dit maandelijkse cadeau is er niet', en: 'There is no such monthly gift'},
    detail: {nl: 'Kijk welke er zijn.', en: 'See which there are.'},
  },
  'listing.not-found': {
    status: 404,
    title: {nl: 'Deze vraag of dit aanbod kennen wij niet', en: 'We don’t know this offer or request'},
    detail: {nl: 'Zoek in de lijst wat er nu openstaat.', en: 'Look in the list for what is open now.'},
  },
  'listing.closed': {
    status: 409,
    title: {nl: 'Dit staat niet meer open', en: 'This is no longer open'},
    detail: {
      nl: 'Zoek in de lijst iets dat erop lijkt, of plaats zelf een vraag of aanbod.',
      en: 'Look in the list for something like it, or place one yourself.',
    },
  },
  'exchange.not-found': {
    status: 404,
    title: {nl: 'Deze afspraak kennen wij niet', en: 'We don’t know this exchange'},
    detail: {nl: 'Kijk bij de eigen afspraken.', en: 'Look among your own exchanges.'},
  },
  'exchange.not-in-state': {
    status: 409,
    title: {nl: 'Dit kan nu niet met deze afspraak', en: 'This can’t be done with this exchange now'},
    detail: {nl: 'Haal haar opnieuw op en kijk bij “events” wat nu kan.', en: 'Get it again and see in “events” what can be done now.'},
  },
  'exchange.not-your-turn': {
    status: 409,
    title: {nl: 'Dit is nu aan de ander', en: 'This is for the other side now'},
    detail: {
      nl: 'Wacht op antwoord, of vraag de coördinator om mee te kijken.',
      en: 'Wait for an answer, or ask the coordinator to have a look.',
    },
  },
  'exchange.own-listing': {
    status: 409,
    title: {nl: 'Dit is van jezelf', en: 'This is your own'},
    detail: {nl: 'Doe een voorstel bij iets van een ander.', en: 'Propose something on somebody else’s.'},
  },
  'exchange.already-proposed': {
    status: 409,
    title: {nl: 'Er ligt al een voorstel van jou', en: 'There is a proposal of yours already'},
    detail: {nl: 'Wacht op antwoord, of trek het eerst in.', en: 'Wait for an answer, or withdraw it first.'},
  },
  'transfer.limit-reached': {
    status: 409,
    title: {nl: 'Dit is nu meer dan er kan', en: 'This is more than is possible now'},
    detail: {
      nl: 'Vraag de buurtpot om te helpen, geef eerst iets terug, of bel het contact van de gemeenschap.',
      en: 'Ask the community fund to help, give something back first, or call the community’s contact.',
    },
  },
  'transfer.not-in-step': {
    status: 409,
    title: {nl: 'Dit aantal minuten past niet', en: 'This number of minutes does not fit'},
    detail: {
      nl: 'Kies een veelvoud van de stap van deze gemeenschap: een kwartier of een half uur.',
      en: 'Choose a multiple of this community’s step: a quarter of an hour or half an hour.',
    },
  },
  'transfer.to-self': {
    status: 409,
    title: {nl: 'Geven aan jezelf kan niet', en: 'One can’t give to oneself'},
    detail: {nl: 'Kies iemand anders.', en: 'Choose somebody else.'},
  },
  'account.frozen': {
    status: 409,
    title: {nl: 'Deze rekening staat even stil', en: 'This account stands still for now'},
    detail: {nl: 'Bel of mail het contact van de gemeenschap.', en: 'Call or mail the community’s contact.'},
  },
  'account.closed': {
    status: 409,
    title: {nl: 'Deze rekening is afgesloten', en: 'This account is closed'},
    detail: {nl: 'Kies een andere rekening.', en: 'Choose another account.'},
  },
  'entry.already-reversed': {
    status: 409,
    title: {nl: 'Deze regel is al teruggedraaid', en: 'This entry has been turned back already'},
    detail: {nl: 'Haal hem opnieuw op om te zien hoe.', en: 'Get it again to see how.'},
  },
  'hold.ended': {
    status: 409,
    title: {nl: 'Deze reservering is voorbij', en: 'This hold has ended'},
    detail: {nl: 'Haal hem opnieuw op om te zien wat het werd.', en: 'Get it again to see what became of it.'},
  },
  'payment-request.decided': {
    status: 409,
    title: {nl: 'Over dit verzoek is al beslist', en: 'This request has been decided on'},
    detail: {nl: 'Haal het opnieuw op om te zien wat het werd.', en: 'Get it again to see what became of it.'},
  },
  'credits.not-enabled': {
    status: 409,
    title: {nl: 'Dit doet deze gemeenschap niet', en: 'This community does not do this'},
    detail: {nl: 'Vraag de beheerder om het aan te zetten.', en: 'Ask the administrator to switch it on.'},
  },
  'code.wrong': {
    status: 409,
    title: {nl: 'Deze code klopt niet', en: 'This code is not right'},
    detail: {
      nl: 'Kijk of je de cijfers goed hebt overgenomen, of vraag een nieuwe code.',
      en: 'See whether you copied it right, or ask for a new code.',
    },
  },
  'code.used': {
    status: 409,
    title: {nl: 'Deze code is al gebruikt', en: 'This code has been used already'},
    detail: {nl: 'Vraag een nieuwe code.', en: 'Ask for a new code.'},
  },
  'code.expired': {
    status: 409,
    title: {nl: 'Deze code is verlopen', en: 'This code has expired'},
    detail: {nl: 'Vraag een nieuwe code.', en: 'Ask for a new code.'},
  },
  'desk.cap-reached': {
    status: 409,
    title: {nl: 'Meer kan de balie vandaag niet doen voor deze deelnemer', en: 'The desk can’t do more for this member today'},
    detail: {nl: 'Vraag een coördinator, of ga morgen verder.', en: 'Ask a coordinator, or go on tomorrow.'},
  },
  'hours.decided': {
    status: 409,
    title: {nl: 'Over deze uren is al beslist', en: 'These hours have been decided on'},
    detail: {nl: 'Haal ze opnieuw op om te zien wat het werd.', en: 'Get them again to see what became of them.'},
  },
  'edition.nothing-new': {
    status: 409,
    title: {nl: 'Er is niets nieuws sinds het vorige nummer', en: 'Nothing is new since the edition before'},
    detail: {
      nl: 'Wacht tot er een verhaal bij komt, of stuur “isForced” mee om het toch te doen.',
      en: 'Wait until there is a new story, or send “isForced” to do it anyway.',
    },
  },
  'initiative.no-contact-form': {
    status: 409,
    title: {nl: 'Dit initiatief heeft geen contactformulier', en: 'This initiative has no contact form'},
    detail: {nl: 'Kijk op zijn pagina hoe het wel te bereiken is.', en: 'See its page for how to reach it.'},
  },
  'token.not-accepted': {
    status: 409,
    title: {nl: 'Dit ID-token nemen wij niet aan', en: 'We don’t accept this ID token'},
    detail: {
      nl: 'Kijk of de uitgever en het publiek bij de gemeenschap staan, of het token nog geldt en of het e-mailadres bevestigd is. Of log in met een code.',
      en: 'See whether issuer and audience are among the community’s, the token is still valid and the e-mail address is verified. Or sign in with a code.',
    },
  },
  'token.used': {
    status: 409,
    title: {nl: 'Dit ID-token is al gebruikt', en: 'This ID token was used already'},
    detail: {nl: 'Vraag de eigen site om een nieuw token.', en: 'Ask your own site for a new token.'},
  },
  'member.not-invited': {
    status: 409,
    title: {nl: 'Hier doe je mee op uitnodiging', en: 'Here you join by invitation'},
    detail: {
      nl: 'Neem contact op: dan word je uitgenodigd.',
      en: 'Get in touch, and you will be invited.',
    },
  },
  'member.exists': {
    status: 409,
    title: {nl: 'Dit adres is al van een deelnemer', en: 'This address is a member’s already'},
    detail: {nl: 'Zoek de deelnemer op naam of e-mailadres.', en: 'Search for the member by name or e-mail address.'},
  },
  'proof.used': {
    status: 409,
    title: {nl: 'Deze som is al gebruikt', en: 'This proof of work was used already'},
    detail: {nl: 'Haal een nieuwe bij /v1/altcha-challenge.', en: 'Get a new one from /v1/altcha-challenge.'},
  },
  'submission.decided': {
    status: 409,
    title: {nl: 'Hierover is al beslist', en: 'This has been decided already'},
    detail: {nl: 'Haal de lijst opnieuw op om te zien wat er nog wacht.', en: 'Get the list again to see what still waits.'},
  },
  'import.decided': {
    status: 409,
    title: {nl: 'Dit kan niet meer met deze import', en: 'This can’t be done any more with this import'},
    detail: {nl: 'Kijk bij “state” hoe het ermee staat.', en: 'See “state” for how it stands.'},
  },
  'link.used': {
    status: 410,
    title: {nl: 'Deze link is al gebruikt', en: 'This link was used already'},
    detail: {nl: 'Er hoeft niets meer te gebeuren.', en: 'Nothing more is needed.'},
  },
  'link.expired': {
    status: 410,
    title: {nl: 'Deze link werkt niet meer', en: 'This link no longer works'},
    detail: {nl: 'Vraag een nieuwe aan, of neem contact op.', en: 'Ask for a new one, or get in touch.'},
  },
  'revision.changed': {
    status: 412,
    title: {nl: 'Iemand anders heeft dit intussen gewijzigd', en: 'Somebody else changed this meanwhile'},
    detail: {
      nl: 'Haal het opnieuw op, kijk wat er veranderd is, en stuur dan je wijziging.',
      en: 'Get it again, see what changed, then send your change.',
    },
  },
  'request.too-large': {
    status: 413,
    title: {nl: 'De aanvraag is te groot', en: 'The request is too large'},
    detail: {nl: 'Stuur minder in één keer: hoogstens 1 MiB.', en: 'Send less at a time: 1 MiB at most.'},
  },
  'request.unsupported-media-type': {
    status: 415,
    title: {nl: 'Dit soort inhoud lezen wij hier niet', en: 'We don’t read this kind of content here'},
    detail: {nl: 'Stuur “Content-Type: application/json”.', en: 'Send “Content-Type: application/json”.'},
  },
  'precondition.required': {
    status: 428,
    title: {nl: 'If-Match ontbreekt', en: 'If-Match is missing'},
    detail: {
      nl: 'Haal het eerst op en stuur zijn ETag mee in “If-Match”, zodat niemand een ander overschrijft.',
      en: 'Get it first and send its ETag in “If-Match”, so that nobody overwrites another.',
    },
  },
  'request.rate-limited': {
    status: 429,
    title: {nl: 'Te veel aanvragen', en: 'Too many requests'},
    detail: {nl: 'Wacht zo lang als “Retry-After” zegt en probeer het opnieuw.', en: 'Wait as long as “Retry-After” says and try again.'},
  },
  'server.unexpected': {
    status: 500,
    title: {nl: 'Er ging bij ons iets mis', en: 'Something went wrong on our side'},
    detail: {
      nl: 'Probeer het later opnieuw, of meld ons het nummer bij “requestId”.',
      en: 'Try again later, or tell us the number in “requestId”.',
    },
  },
  'server.unavailable': {
    status: 503,
    title: {nl: 'Het lukt ons even niet', en: 'We can’t answer right now'},
    detail: {nl: 'Probeer het over een minuut opnieuw; er is niets verloren.', en: 'Try again in a minute; nothing is lost.'},
  },
} as const satisfies Record<string, ProblemText>;
export type ProblemCode = keyof typeof problems;

export const faultCodes = ['required', 'too-short', 'too-long', 'format', 'range', 'unknown', 'not-allowed'] as const;
export type FaultCode = (typeof faultCodes)[number];

export const faultTexts: Record<FaultCode, {nl: string; en: string}> = {
  required: {nl: 'Dit is nodig.', en: 'This is needed.'},
  'too-short': {nl: 'Dit is te kort.', en: 'This is too short.'},
  'too-long': {nl: 'Dit is te lang.', en: 'This is too long.'},
  format: {nl: 'Dit heeft niet de juiste vorm.', en: 'This has not the right form.'},
  range: {nl: 'Dit valt buiten wat hier kan.', en: 'This is out of range.'},
  unknown: {nl: 'Dit kennen wij hier niet.', en: 'We don’t know this here.'},
  'not-allowed': {nl: 'Deze waarde kan hier niet.', en: 'This value is not allowed here.'},
};

/** One thing that is wrong with a request, and where: exactly one of `pointer` (RFC 6901), `parameter` and `header`. */
export type Fault = {code: FaultCode; pointer?: string; parameter?: string; header?: string};

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    requestId: z.string(),
    errors: z.optional(
      z.array(
        z.object({
          pointer: z.optional(z.string()),
          parameter: z.optional(z.string()),
          header: z.optional(z.string()),
          code: z.enum(faultCodes),
          detail: z.string(),
        }),
      ),
    ),
    addresses: z.optional(z.array(z.string())),
  })
  .register(z.globalRegistry, {
    id: 'Problem',
    description: 'What went wrong and what to do (RFC 9457), with all faults at once.',
    examples: [
      {
        type: '/problems/request.invalid',
        title: 'De aanvraag klopt niet',
        status: 400,
        detail: 'Kijk bij “errors” wat er niet klopt, verbeter dat en probeer het opnieuw.',
        code: 'request.invalid',
        requestId: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d6e',
        errors: [{parameter: 'limit', code: 'range', detail: 'Dit valt buiten wat hier kan.'}],
      },
    ],
  });
export type Problem = z.infer<typeof problemSchema>;

/** The problem document of a code in the reader's language. */
export function problemDocument(
  code: ProblemCode,
  {
    language,
    requestId,
    faults,
    addresses,
  }: {language: Language; requestId: string; faults?: readonly Fault[]; addresses?: readonly string[]},
): Problem {
  const {status, title, detail} = problems[code];
  return {
    type: `/problems/${code}`,
    title: title[language],
    status,
    detail: detail[language],
    code,
    requestId,
    ...(faults && faults.length > 0 && {errors: faults.map((fault) => ({...fault, detail: faultTexts[fault.code][language]}))}),
    ...(addresses && {addresses: [...addresses]}),
  };
}
