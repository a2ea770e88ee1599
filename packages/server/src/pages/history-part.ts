import type {HistoryEntry, Language} from '@buurtkit/contract';
import {formatDateOfMoment} from '@buurtkit/texts';
import {html} from 'hono/html';
import type {Html, Words} from './layout.ts';

type Reader = {language: Language; words: Words; timeZone: string};

/** What was changed and in what role, the last first; behind a summary, since few look for it. */
export function historyPart(entries: readonly HistoryEntry[], reader: Reader): Html | string {
  if (entries.length === 0) return '';
  return html`<details>
    <summary>${reader.words.history.history}</summary>
    <ul>
      ${entries.map((entry) => historyLine(entry, reader))}
    </ul>
  </details>`;
}

function historyLine({at, actor, action, fields}: HistoryEntry, {language, words, timeZone}: Reader): Html {
  const {history} = words;
  const known = fields.flatMap((field) => history.fields[field] ?? []);
  const what = [history.actions[action] ?? history.changed, ...(known.length > 0 ? [new Intl.ListFormat(language).format(known)] : [])];
  return html`<li>
    <time datetime="${at}">${formatDateOfMoment(at, language, timeZone)}</time>: ${history.by(what.join(': '), history.actors[actor])}
  </li>`;
}
