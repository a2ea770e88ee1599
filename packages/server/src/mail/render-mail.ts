import {mailMessages} from '@buurtkit/texts';
import type {Language} from '@buurtkit/contract';
import {html, raw} from 'hono/html';
import type {CommunityRow} from '../communities/store.ts';
import type {MailContent, MailParagraph} from './queue-mail.ts';

export type RenderedMail = {text: string; html: string; links: string[]};

type Sender = Pick<CommunityRow, 'name' | 'address_form' | 'contact' | 'look'>;

const usualAccent = '#154273';

/** A mail as plain text and as HTML, both in the community's name: who sends it, whom to ask, and why one gets it. */
export async function renderMail({subject, paragraphs}: MailContent, sender: Sender, language: Language): Promise<RenderedMail> {
  const words = mailMessages[language](sender.address_form);
  const {name, phone, email, url} = sender.contact ?? {};
  const ways = [phone, email, url].filter((way) => way !== undefined);
  const whom = name === undefined ? ways.join(', ') : `${name}: ${ways.join(', ')}`;
  const closing = [...(ways.length > 0 ? [`${words.questions} ${whom}`] : []), words.whyYouGetThis(sender.name)];
  return {
    text: `${[...paragraphs.map(asText), '--\n' + closing.join('\n')].join('\n\n')}\n`,
    html: String(await asHtml({subject, paragraphs, closing, sender, language})),
    links: paragraphs.flatMap((paragraph) => (isLink(paragraph) ? [paragraph.link] : [])),
  };
}

function isLink(paragraph: MailParagraph): paragraph is {link: string; label: string} {
  return typeof paragraph === 'object' && 'link' in paragraph;
}

function asText(paragraph: MailParagraph): string {
  if (typeof paragraph === 'string') return paragraph;
  if (isLink(paragraph)) return `${paragraph.label}:\n${paragraph.link}`;
  return paragraph.list.map((item) => `- ${item}`).join('\n');
}

type Parts = MailContent & {closing: readonly string[]; sender: Sender; language: Language};

function asHtml({subject, paragraphs, closing, sender, language}: Parts) {
  const accent = sender.look?.accentColor ?? usualAccent;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${subject}</title>
        <style>
          body {
            font-family: system-ui, sans-serif;
            font-size: 16px;
            line-height: 1.5;
            max-width: 36rem;
            margin: 0 auto;
            padding: 1rem;
          }
          header {
            border-bottom: 3px solid ${raw(accent)};
            font-weight: bold;
            padding-bottom: 0.5rem;
          }
          footer {
            border-top: 1px solid;
            margin-top: 2rem;
            font-size: 14px;
          }
        </style>
      </head>
      <body>
        <header>${sender.name}</header>
        <main>${paragraphs.map(htmlParagraph)}</main>
        <footer>${closing.map((line) => html`<p>${line}</p>`)}</footer>
      </body>
    </html>`;
}

function htmlParagraph(paragraph: MailParagraph) {
  if (typeof paragraph === 'string') return html`<p>${brokenLines(paragraph)}</p>`;
  if (isLink(paragraph)) return html`<p><a href="${paragraph.link}">${paragraph.label}</a></p>`;
  return html`<ul>
    ${paragraph.list.map((item) => html`<li>${brokenLines(item)}</li>`)}
  </ul>`;
}

function brokenLines(text: string) {
  return text.split('\n').map((line, index) => (index === 0 ? html`${line}` : html`<br />${line}`));
}
