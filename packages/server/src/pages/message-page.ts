import {faultsOf, newMessageSchema, type Initiative} from '@buurtkit/contract';
import {messageForm, type FormValues} from '@buurtkit/texts';
import {html} from 'hono/html';
import type {RequestContext} from '../http/request-context.ts';
import {unstorableInBody} from '../http/unstorable-text.ts';
import {sendMessage} from '../people/send-message.ts';
import {communityPage, type OpenPage} from './community-page.ts';
import {page} from './layout.ts';
import type {PlainForm} from './plain-form.ts';

/** Where one writes to the people of an initiative that takes messages. */
export function messageAddress({community, slug}: Pick<Initiative, 'community' | 'slug'>): string {
  return `/${community}/initiatieven/${slug}/bericht`;
}

/** A message to an initiative's people, who answer by mail; nobody sees their address. */
export function messageFormOf({scope, current}: OpenPage & {current: Initiative}): PlainForm {
  const wording = {language: scope.language, addressForm: scope.community.addressForm};
  return {
    form: messageForm(wording, current),
    name: `message ${current.id}`,
    faults: (values) => {
      const message = messageOf(values);
      const parsed = newMessageSchema.safeParse(message);
      return [...(parsed.success ? [] : faultsOf(parsed.error, message, 'body')), ...unstorableInBody(message)];
    },
    act: async (trxScope, values) => void (await sendMessage(trxScope, current.slug, newMessageSchema.parse(messageOf(values)))),
    sentAddress: `${messageAddress(current)}/verstuurd`,
  };
}

function messageOf(values: FormValues) {
  return {name: values['name'] ?? '', email: (values['email'] ?? '').trim(), text: values['text'] ?? ''};
}

export async function messageSentPage(c: RequestContext): Promise<Response> {
  const {scope, community, words} = await communityPage(c);
  const {title, paragraphs} = messageForm({language: scope.language, addressForm: scope.community.addressForm}, {name: ''}).sent;
  return page(c, {
    title,
    language: scope.language,
    words,
    community,
    content: html`<h1>${title}</h1>
      ${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
      <p><a href="/${community.slug}/initiatieven">${words.page.allInitiatives}</a></p>`,
  });
}
