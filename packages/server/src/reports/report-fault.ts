import type {Language, NewReport, ReportReceipt} from '@buurtkit/contract';
import {reportMailMessages} from '@buurtkit/texts';
import {recordActs} from '../audit/record-acts.ts';
import {readCommunity} from '../communities/store.ts';
import {queueMail, type Mail} from '../mail/queue-mail.ts';
import {listPeople} from '../people/store.ts';
import {ProblemError} from '../problem-error.ts';
import {inTransaction, type Scope, type TrxScope} from '../scope.ts';
import {findSubject, insertReport, type ReportSubject} from './store.ts';

type Recipient = {email: string; language: Language};

/** Takes in that something isn't right: its people and the moderators hear of it, and it waits in the list of the latter. */
export async function reportFault(scope: Scope, report: NewReport): Promise<ReportReceipt> {
  const subject = await findSubject(scope, report);
  if (!subject) throw new ProblemError(`${report.resource}.not-found`);
  return inTransaction(scope, async (trxScope) => {
    const id = await insertReport(trxScope, report, subject);
    await recordActs(trxScope, [{action: 'report.sent', subjectId: id}]);
    // It waits in the moderators' list, so that it is taken in also where a mailbox gets no more mail today.
    for (const [index, recipient] of (await recipientsOf(trxScope, report, subject)).entries())
      await queueMail(trxScope, received(trxScope, report, subject, {...recipient, once: `report.received ${id} ${index}`}));
    return {id, state: 'received'};
  });
}

/** Each address once: a community's desk may be the organisation too. */
async function recipientsOf(scope: TrxScope, {resource}: NewReport, {id, emails}: ReportSubject): Promise<Recipient[]> {
  const people: Recipient[] = resource === 'initiative' ? await listPeople(scope, id) : [];
  const {contact} = await readCommunity(scope.trx, scope.community.id);
  const others = [...emails, ...(contact.email ? [contact.email] : [])].map((email): Recipient => ({email, language: 'nl'}));
  return [...new Map([...others, ...people].map(({email, language}) => [email.toLowerCase(), {email, language}])).values()];
}

function received(
  scope: Scope,
  {text, email}: NewReport,
  {name}: ReportSubject,
  {email: to, language, once}: Recipient & {once: string},
): Mail {
  const words = reportMailMessages[language](scope.community.addressForm);
  return {
    kind: 'report.received',
    to,
    language,
    once,
    content: {
      subject: words.subject(name),
      paragraphs: [words.received(name), ...text.split(/\n{2,}/), email ? words.answer(email) : words.noAnswer],
      ...(email && {replyTo: email}),
    },
  };
}
