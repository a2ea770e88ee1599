import type {Language, MessageReceipt, NewMessage} from '@buurtkit/contract';
import {messageMailMessages} from '@buurtkit/texts';
import {readCommunity} from '../communities/store.ts';
import {uuidv7} from '../http/uuid.ts';
import {findInitiative} from '../initiatives/get-initiative.ts';
import type {InitiativeRow} from '../initiatives/initiative-row.ts';
import type {Mail} from '../mail/queue-mail.ts';
import {reachSomebody} from '../mail/reach-somebody.ts';
import {ProblemError} from '../problem-error.ts';
import {inTransaction, type Scope, type TrxScope} from '../scope.ts';
import {listPeople} from './store.ts';

type Recipient = {email: string; language: Language};

/** Passes a message on to an initiative's people, who answer its writer. What was written is in the mail and nowhere else. */
export async function sendMessage(scope: Scope, slug: string, message: NewMessage): Promise<MessageReceipt> {
  const initiative = await findInitiative(scope, slug);
  return inTransaction(scope, async (trxScope) => {
    const recipients = initiative.has_contact_form ? await recipientsOf(trxScope, initiative) : [];
    if (recipients.length === 0) throw new ProblemError('initiative.no-contact-form');
    const id = uuidv7();
    await reachSomebody(
      trxScope,
      recipients.map((recipient, index) =>
        relayed(trxScope, initiative.name, message, {...recipient, once: `message.relayed ${id} ${index}`}),
      ),
    );
    return {state: 'sent'};
  });
}

/** Its people; while nobody is known, the address that it publishes, or the community's. There is always a way to somebody. */
async function recipientsOf(scope: TrxScope, {id, contact}: InitiativeRow): Promise<Recipient[]> {
  const people = await listPeople(scope, id);
  if (people.length > 0) return people;
  const email = contact.email ?? (await readCommunity(scope.trx, scope.community.id)).contact.email;
  return email ? [{email, language: 'nl'}] : [];
}

function relayed(
  scope: Scope,
  initiative: string,
  {name, email, text}: NewMessage,
  {email: to, language, once}: Recipient & {once: string},
): Mail {
  const words = messageMailMessages[language](scope.community.addressForm);
  return {
    kind: 'message.relayed',
    to,
    language,
    once,
    content: {
      subject: words.subject(initiative),
      paragraphs: [words.from(name), ...text.split(/\n{2,}/), words.answer(email), words.notStored],
      replyTo: email,
    },
  };
}
