import {ageBands, signupStates, type Roster, type Signup} from '@buurtkit/contract';
import {formatPeriod, rosterMessages, type RosterMessages} from '@buurtkit/texts';
import {html, raw} from 'hono/html';
import {renderSVG} from 'uqr';
import {checkInAddress} from '../../pages/check-in-page.ts';
import type {Scope} from '../../scope.ts';

const style = `body{font:1rem/1.5 system-ui,sans-serif;color:#000;background:#fff;margin:2rem;max-width:60rem}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #000;padding:.5rem;text-align:start;vertical-align:top}
.tick{width:2.5rem}.qr{width:8rem}.code{font-size:2rem;font-variant-numeric:tabular-nums;letter-spacing:.2em}@page{margin:1.5cm}`;

/** A list to print and tick off: it stands by itself, asks nothing of anybody, and names people. */
export async function printableRoster({community, publicUrl}: Scope, roster: Roster): Promise<string> {
  const words = rosterMessages.nl(community.addressForm);
  const when = formatPeriod(roster.start, roster.end, 'nl', community.timeZone);
  const address = `${publicUrl}${checkInAddress(community.slug, roster.shiftId)}`;
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
        <h1>${roster.title.nl}</h1>
        <p>${when}</p>
        ${roster.note ? html`<p>${roster.note.nl}</p>` : ''}
        <p>${words.code} <strong class="code">${roster.checkInCode}</strong></p>
        <p>${words.scan} ${address}</p>
        <div class="qr">${raw(renderSVG(address))}</div>
        <h2>${words.coming(roster.places.length)}</h2>
        ${peopleTable(roster.places, words)} ${roster.waiting.length === 0 ? '' : html`<h2>${words.waiting}</h2>`}
        ${roster.waiting.length === 0 ? '' : peopleTable(roster.waiting, words)}
      </body>
    </html>`;
  return page.toString();
}

function peopleTable(signups: readonly Signup[], words: RosterMessages) {
  return html`<table>
    <thead>
      <tr>
        <th class="tick">${words.there}</th>
        <th>${words.name}</th>
        <th>${words.phone}</th>
        <th>${words.role}</th>
        <th>${words.age}</th>
        <th>${words.state}</th>
      </tr>
    </thead>
    <tbody>
      ${signups.map(
        ({name, phone, role, ageBand, state, children}) =>
          html`<tr>
            <td class="tick"></td>
            <td>${name}${children > 0 ? html` (${words.children(children)})` : ''}</td>
            <td>${phone ?? ''}</td>
            <td>${role ?? ''}</td>
            <td>${ageBands[ageBand].nl}</td>
            <td>${signupStates[state].nl}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
