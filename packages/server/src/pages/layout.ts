import {html} from 'hono/html';
import {
  choosingMessages,
  communityMessages,
  detailMessages,
  freshnessMessages,
  historyMessages,
  initiativeDetailMessages,
  initiativeMessages,
  listMessages,
  openingMessages,
  pageMessages,
  partnerDetailMessages,
  partnerMessages,
  publicationMessages,
  reportMessages,
  statusMessages,
  submissionMessages,
  volunteeringDetailMessages,
  volunteeringMessages,
} from '@buurtkit/texts';
import type {Community, Language} from '@buurtkit/contract';
import type {RequestContext} from '../http/request-context.ts';
import {entityTag, isUnchanged} from '../http/revisions.ts';
import {mailLink, phoneLink} from './facts-part.ts';
import {printedAddress} from './printed-address.ts';

export type Html = ReturnType<typeof html>;

/** The words of a page, in the reader's language and the community's way to address people. */
export function wordsFor(language: Language, addressForm: 'je' | 'u') {
  return {
    page: pageMessages[language](addressForm),
    submission: submissionMessages[language](addressForm),
    volunteering: {...volunteeringDetailMessages[language](addressForm), ...volunteeringMessages[language](addressForm)},
    report: reportMessages[language](addressForm),
    publication: publicationMessages[language](addressForm),
    history: historyMessages[language](addressForm),
    freshness: freshnessMessages[language](addressForm),
    list: {
      ...listMessages[language](addressForm),
      ...choosingMessages[language](addressForm),
      ...statusMessages[language](addressForm),
      ...communityMessages[language](addressForm),
    },
    opening: openingMessages[language](addressForm),
    detail: detailMessages[language](addressForm),
    initiative: {...initiativeMessages[language](addressForm), ...initiativeDetailMessages[language](addressForm)},
    partner: {...partnerMessages[language](addressForm), ...partnerDetailMessages[language](addressForm)},
  };
}
export type Words = ReturnType<typeof wordsFor>;

type Layout = {
  title: string;
  language: Language;
  words: Words;
  community: Community | null;
  content: Html | Promise<Html>;
  head?: Html;
};

const contentSecurityPolicy =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

/** @param address - Of the page itself, told on paper; null where nobody can come back to. */
async function layout({title, language, words, community, content, head}: Layout, address: string | null): Promise<string> {
  return String(
    await html`<!doctype html>
      <html lang="${language}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${title}</title>
          <link rel="icon" href="/assets/favicon.svg" type="image/svg+xml" />
          <link rel="stylesheet" href="/assets/pages.css" />
          ${
            community
              ? html`<link rel="stylesheet" href="/assets/looks/${community.slug}.css" /><link
                    rel="alternate"
                    type="application/atom+xml"
                    title="${words.publication.newsOf(community.name)}"
                    href="/v1/communities/${community.slug}/feed.atom"
                  />`
              : ''
          }
          ${head ?? ''}
        </head>
        <body>
          <a class="skip" href="#inhoud">${words.page.skipToContent}</a>
          <header class="site">
            <div class="page">
              <strong>${community?.name ?? words.page.home}</strong>${
                community
                  ? html`<a href="/${community.slug}/initiatieven">${words.page.initiatives}</a
                      ><a href="/${community.slug}/sociale-kaart">${words.page.partners}</a
                      ><a href="/${community.slug}/vrijwilligerswerk">${words.page.opportunities}</a>`
                  : ''
              }
            </div>
          </header>
          <main class="page" id="inhoud" tabindex="-1">${content} ${address === null ? '' : printedAddress(address)}</main>
          ${community ? footer(community, words) : ''}
        </body>
      </html> `,
  );
}

/** Whom to ask, and what is done with what one tells; nothing when the community says neither. */
export function footer({contact, privacyUrl}: Community, words: Words): Html | string {
  const ways = [
    contact.phone && phoneLink(contact.phone),
    contact.email && mailLink(contact.email),
    contact.url && html`<a href="${contact.url}">${contact.url}</a>`,
  ].filter(Boolean);
  if (ways.length === 0 && !privacyUrl) return '';
  return html`<footer class="site">
    <div class="page">
      ${
        ways.length > 0
          ? html`<p>${words.list.questions} ${contact.name ? `${contact.name}: ` : ''}${ways.map((way) => html`${way} `)}</p>`
          : ''
      }
      ${privacyUrl ? html`<p><a href="${privacyUrl}">${words.page.privacy}</a></p>` : ''}
    </div>
  </footer>`;
}

/**
 * A page of ours: no script, one stylesheet, and a policy that allows nothing else.
 *
 * @param query - What of the address's own query brings one back to the same.
 */
export async function page(
  c: RequestContext,
  {status = 200, isPrivate = false, query, ...parts}: Layout & {status?: number; isPrivate?: boolean; query?: URLSearchParams},
): Promise<Response> {
  const address = `${c.get('services').publicUrl}${c.req.path}${query?.size ? `?${query}` : ''}`;
  const body = await layout(parts, isPrivate || status !== 200 ? null : address);
  const always = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Language': parts.language,
    'Content-Security-Policy': contentSecurityPolicy,
    Vary: 'Accept-Language',
  };
  if (isPrivate) return c.body(body, status as 200, {...always, 'Cache-Control': 'no-store'});
  const headers = {...always, 'Cache-Control': 'no-cache', ETag: entityTag(body)};
  if (status === 200 && isUnchanged(c.req.header('If-None-Match'), headers.ETag)) return c.body(null, 304, headers);
  return c.body(body, status as 200, headers);
}
