import type {Language, WhereAndWhenMessages} from '@buurtkit/texts';
import {html, type TemplateResult} from 'lit';
import type {WeekMoment} from './moment-in-week.ts';

/** How the fields are shown. */
type OpenAtModel = {
  /** What is chosen; without a day any will do. */
  day: number | null;
  time: string;
  words: WhereAndWhenMessages;
  language: Language;
  onChange: (day: number | null, time: WeekMoment['time']) => void;
};

const aMonday = Date.UTC(2024, 0, 1);
const dayLength = 86_400_000;
const halfHours = Array.from(
  {length: 36},
  (_, index) => `${String(6 + Math.floor(index / 2)).padStart(2, '0')}:${index % 2 ? '30' : '00'}`,
);

/** A day of the week and a time at which it should be open. */
export function openAtFields({day, time, words, language, onChange}: OpenAtModel): TemplateResult {
  const weekday = new Intl.DateTimeFormat(language, {weekday: 'long', timeZone: 'UTC'});
  const times = halfHours.includes(time) ? halfHours : [...halfHours, time].sort();
  const told = (clock: string) => (language === 'nl' ? clock.replace(':', '.') : clock);
  const handleDay = (event: Event) => {
    const {value} = event.target as HTMLSelectElement;
    onChange(value === '' ? null : Number(value), time);
  };
  return html`
    <div class="open-at">
      <label>
        ${words.day}
        <select class="input" data-field="day" @change=${handleDay}>
          <option value="" .selected=${day === null}>${words.anyDay}</option>
          ${Array.from(
            {length: 7},
            (_, index) => html`<option value=${index} .selected=${day === index}>${weekday.format(aMonday + index * dayLength)}</option>`,
          )}
        </select>
      </label>
      <label>
        ${words.time}
        <select class="input" data-field="time" @change=${(event: Event) => onChange(day, (event.target as HTMLSelectElement).value)}>
          ${times.map((clock) => html`<option value=${clock} .selected=${clock === time}>${told(clock)}</option>`)}
        </select>
      </label>
    </div>
  `;
}
