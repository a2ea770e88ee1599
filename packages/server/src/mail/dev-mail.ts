import {mailMessages} from '@buurtkit/texts';
import {html} from 'hono/html';
import {Hono} from 'hono';
import {refuseOtherMethods} from '../http/bind-route.ts';
import type {Env} from '../http/request-context.ts';
import {requireLoopback} from '../http/require-loopback.ts';
import {page, wordsFor} from '../pages/layout.ts';
import {mailFolder, readMails} from './mail-folder.ts';

const shown = 100;

/** The mails that were written to files, for who tries things on this machine. */
export function devMail(): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/dev/mail.json', async (c) => {
    requireLoopback(c);
    return c.json(await readMails(mailFolder(c.get('services').config.dataFolder)), 200, {'Cache-Control': 'no-store'});
  });
  app.get('/dev/mail', async (c) => {
    requireLoopback(c);
    const language = c.get('language');
    const words = mailMessages[language]('je');
    const mails = await readMails(mailFolder(c.get('services').config.dataFolder), shown);
    return page(c, {
      title: words.sentMails,
      language,
      words: wordsFor(language, 'je'),
      community: null,
      content: html`<h1>${words.sentMails}</h1>
        <p>${mails.length === 0 ? words.noMails : words.newestFirst}</p>
        ${mails.map(
          ({id, to, subject, sentAt, text, links}) =>
            html`<article id="${id}">
              <h2>${subject}</h2>
              <p class="muted">${to} · <time datetime="${sentAt}">${sentAt}</time></p>
              <pre>${text}</pre>
              ${links.map((link) => html`<p><a href="${link}">${link}</a></p>`)}
            </article>`,
        )}`,
      isPrivate: true,
    });
  });
  for (const address of ['/dev/mail', '/dev/mail.json']) refuseOtherMethods(app, address, ['GET', 'HEAD']);
  return app;
}
