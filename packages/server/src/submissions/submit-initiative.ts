import type {NewSubmission, Submission} from '@buurtkit/contract';
import {submissionMailMessages} from '@buurtkit/texts';
import {recordActs} from '../audit/record-acts.ts';
import {getInitiative} from '../initiatives/get-initiative.ts';
import {createLink} from '../links/create-link.ts';
import {queueMail} from '../mail/queue-mail.ts';
import {inTransaction, type Scope, type TrxScope} from '../scope.ts';
import {confirmPurpose} from './confirm-link.ts';
import {insertAuthor, insertRevision} from './store.ts';
import {contentOf, requireOwnFields, sameFields, withoutHome} from './submission-content.ts';

const daysToConfirm = 7;
const day = 86_400_000;

/** Takes in what a resident wrote. It waits for a press on the link in the mail, and until then nobody else sees it. */
export async function submitInitiative(scope: Scope, submission: NewSubmission): Promise<Submission> {
  const {initiative = null} = submission.initiative === undefined ? {} : await getInitiative(scope, submission.initiative);
  if (initiative) requireOwnFields(submission.content, initiative);
  const content = withoutHome(submission.content, initiative?.place ?? null);
  const expiresAt = new Date(scope.now.getTime() + daysToConfirm * day);

  return inTransaction(scope, async (trxScope) => {
    const id = await insertRevision(trxScope, {
      kind: initiative ? 'initiative-change' : 'new-initiative',
      initiativeId: initiative?.id ?? null,
      content,
      base: initiative ? sameFields(content, contentOf(initiative)) : {},
      expiresAt,
    });
    await insertAuthor(trxScope, id, submission);
    await recordActs(trxScope, [{action: 'submission.sent', subjectId: id, fields: Object.keys(content)}]);
    await askToConfirm(trxScope, id, submission, {name: content.name ?? initiative?.name ?? '', expiresAt});
    return {id, state: 'awaiting-email'};
  });
}

async function askToConfirm(
  scope: TrxScope,
  id: string,
  {email, locale}: NewSubmission,
  {name, expiresAt}: {name: string; expiresAt: Date},
): Promise<void> {
  const language = locale ?? scope.language;
  const words = submissionMailMessages[language](scope.community.addressForm);
  const link = await createLink(scope, {purpose: confirmPurpose, subjectId: id, expiresAt});
  await queueMail(scope, {
    kind: 'submission.confirm',
    to: email,
    language,
    once: `submission.confirm ${id}`,
    content: {
      subject: words.confirmSubject,
      paragraphs: [
        words.confirmReceived(name),
        words.confirmAsk,
        {link, label: words.confirmButton},
        words.confirmUntil,
        words.confirmNotYou,
      ],
    },
  });
}
