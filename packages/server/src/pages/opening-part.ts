import type {Initiative} from '@buurtkit/contract';
import {formatOpenings} from '@buurtkit/texts';
import {html} from 'hono/html';
import {daysTold} from '../opening/opening-window.ts';
import type {Html} from './layout.ts';
import type {PageReader} from './reference-list.ts';
import {textIn} from './text-in.ts';

/** When it is open in the coming days, day by day; nothing when nobody told us. */
export function openingPart({opening}: Pick<Initiative, 'opening'>, {language, words, timeZone, now}: PageReader): Html | undefined {
  if (!opening) return undefined;
  const {note, isByAppointment, openings} = opening;
  const horizon = now.getTime() + daysTold * 86_400_000;
  const isAlwaysOpen = openings.some(({from, until}) => Date.parse(from) <= now.getTime() && Date.parse(until) >= horizon);
  const days = isAlwaysOpen ? [] : formatOpenings(openings, language, timeZone);
  const listed = new Intl.ListFormat(language);
  const isNeverOpen = openings.length === 0 && !isByAppointment;
  return html`${isAlwaysOpen ? html`<p>${words.detail.alwaysOpen}</p>` : ''} ${isNeverOpen ? html`<p>${words.detail.notOpenSoon}</p>` : ''}
  ${
    days.length > 0
      ? html`<ul>
          ${days.map(({day, hours}) => html`<li>${day}, ${listed.format(hours)}</li>`)}
        </ul>`
      : ''
  }
  ${isByAppointment ? html`<p>${words.detail.byAppointment}</p>` : ''} ${note ? html`<p>${textIn(language, note)}</p>` : ''}`;
}
