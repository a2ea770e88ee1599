import type {MailParagraph} from '../mail/queue-mail.ts';
import type {Scope} from '../scope.ts';

/** Where somebody sees offers, requests and their own exchanges. */
export function exchangePage({publicUrl, community}: Scope, label: string): MailParagraph {
  return {link: `${publicUrl}/embed/offers-and-requests?community=${community.slug}`, label};
}
