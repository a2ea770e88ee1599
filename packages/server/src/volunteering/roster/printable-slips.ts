import type {Roster} from '@buurtkit/contract';
import {formatPeriod, rosterMessages} from '@buurtkit/texts';
import {html} from 'hono/html';
import type {Scope} from '../../scope.ts';

const style = `body{font:1.25rem/1.5 system-ui,sans-serif;color:#000;background:#fff;margin:2rem}
article{break-inside:avoid;border:1px solid #000;padding:1rem;margin-block-end:2rem}@page{margin:1.5cm}`;

/** For everyone on a shift who gets no mail: what, when and where it is, and whom to call. A page that prints well. */
export async function printableSlips(
  {community}: Scope,
  roster: Roster,
  about: {where: string | null; contact: string | null},
): Promise<string> {
  const words = rosterMessages.nl(community.addressForm);
  const when = formatPeriod(roster.start, roster.end, 'nl', community.timeZone);
  const people = roster.places.filter(({email, state}) => email === null && state === 'confirmed');
  const page = await html`<!doctype html>
    <html lang="nl">
      <head>
        <meta charset="utf-8" />
        <title>${roster.title.nl}, ${when}</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <h1>${words.slips(people.length)}</h1>
        ${people.map(
          ({name}) =>
            html`<article>
              <h2>${roster.title.nl}</h2>
              <p>${name}</p>
              <p><strong>${when}</strong>${about.where === null ? '' : `, ${about.where}`}</p>
              ${roster.note ? html`<p>${roster.note.nl}</p>` : ''}
              <p>${words.reportIn}</p>
              ${about.contact === null ? '' : html`<p>${words.cannotCome} ${about.contact}</p>`}
            </article>`,
        )}
      </body>
    </html>`;
  return page.toString();
}
