import type {LinkMessages} from '@buurtkit/texts';
import {html} from 'hono/html';
import type {FormFieldView, LinkForm, LinkView} from './link-page.ts';

/** A view as a page without JavaScript; `token` comes back with its form. */
export function linkContent({title, paragraphs, form, otherForms = [], more = []}: LinkView, token: string, words: LinkMessages) {
  return html`<h1>${title}</h1>
    ${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)} ${form ? formContent(form, token, words) : ''}
    ${otherForms.map((other) => html`<div class="other">${formContent(other, token, words)}</div>`)}
    ${more.map(({href, label}) => html`<p><a href="${href}">${label}</a></p>`)}`;
}

function formContent({fields = [], button, hiddenAct}: LinkForm, token: string, words: LinkMessages) {
  return html`<form class="questions" method="post">
    <input type="hidden" name="formToken" value="${token}" />
    ${hiddenAct === undefined ? '' : html`<input type="hidden" name="act" value="${hiddenAct}" />`}
    ${fields.map((field) => formField(field, words))}
    <button type="submit">${button}</button>
  </form>`;
}

function formField(field: FormFieldView, words: LinkMessages) {
  const {name, label, hint, error, isRequired = false} = field;
  const told = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  return html`<div class="field">
    ${
      field.kind === 'checkbox'
        ? html`<label class="check">${control(field, told)} ${label}</label>`
        : html`<label for="${name}">${label} (${isRequired ? words.required : words.optional})</label>`
    }
    ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : ''}
    ${error ? html`<p class="error" id="${name}-error">${error}</p>` : ''} ${field.kind === 'checkbox' ? '' : control(field, told)}
  </div>`;
}

function control({kind, name, value = '', isRequired = false, maxLength, options = [], error}: FormFieldView, told: string) {
  const described = told ? html` aria-describedby="${told}"` : '';
  const wrong = error ? html` aria-invalid="true"` : '';
  const needed = isRequired ? html` required` : '';
  const limit = maxLength === undefined ? '' : html` maxlength="${maxLength}"`;
  if (kind === 'checkbox')
    return html`<input
      type="checkbox"
      id="${name}"
      name="${name}"
      value="yes"
      ${value === 'yes' ? html`checked` : ''}
      ${needed}${described}${wrong}
    />`;
  if (kind === 'choice')
    return html`<select id="${name}" name="${name}" ${needed}${described}${wrong}>
      ${options.map((option) => html`<option value="${option.value}" ${option.value === value ? html`selected` : ''}>${option.label}</option>`)}
    </select>`;
  if (kind === 'multiline')
    return html`<textarea id="${name}" name="${name}" rows="6" ${needed}${limit}${described}${wrong}>${value}</textarea>`;
  const complete = kind === 'email' ? html` autocomplete="email"` : '';
  return html`<input type="${kind}" id="${name}" name="${name}" value="${value}" ${complete}${needed}${limit}${described}${wrong} />`;
}
