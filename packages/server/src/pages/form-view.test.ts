import {submissionForm, type FormField, type Language} from '@buurtkit/texts';
import {html} from 'hono/html';
import {expect, test} from 'vitest';
import {formView} from './form-view.ts';

test.each<Language>(['nl', 'en'])(
  'the page without JavaScript asks what the component asks: the same names, labels, hints and rules (%s)',
  async (language) => {
    const form = submissionForm({language, addressForm: 'je'});
    const page = (await formView(form, {wording: {language, addressForm: 'je'}, values: {}, errors: [], guards: html``})).toString();

    expect(questionsOn(page)).toEqual(form.steps.flatMap(({fields}) => fields.map(questionOf)));
    for (const {title} of form.steps) expect(page).toContain(`<legend>${title}</legend>`);
  },
);

test('what is wrong is said at its field and above the form, as the description has it', async () => {
  const wording = {language: 'nl', addressForm: 'je'} as const;
  const form = submissionForm(wording);
  const field = form.steps[0]!.fields[0]!;
  const page = (await formView(form, {wording, values: {}, errors: [{field, text: field.errors!.required!}], guards: html``})).toString();

  expect(page).toContain(`<a href="#name">${field.label}: ${field.errors!.required}</a>`);
  expect(page).toMatch(/id="name-error"[^]*aria-describedby="name-error" aria-invalid="true" required/);
});

function questionOf({name, label, hint, isRequired = false, maxLength, autocomplete, kind}: FormField) {
  const longest = kind === 'choice' || kind === 'checkbox' ? null : (maxLength ?? null);
  return {name, label, hint: hint ?? null, isRequired, longest, autocomplete: kind === 'multiline' ? null : (autocomplete ?? null)};
}

function questionsOn(page: string) {
  return page
    .split('<div class="field">')
    .slice(1)
    .map((field) => {
      const control = /<(?:input|select|textarea)\b[^>]*>/.exec(field)?.[0] ?? '';
      const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(control)?.[1] ?? null;
      const longest = attribute('maxlength');
      return {
        name: attribute('name'),
        label: (/<label[^>]*>([^]*?)(?:<span|<\/label>)/.exec(field)?.[1]?.replace(/<input[^>]*>/, '') ?? '').trim(),
        hint: /class="hint"[^>]*>([^<]*)</.exec(field)?.[1] ?? null,
        isRequired: / required/.test(control),
        longest: longest === null ? null : Number(longest),
        autocomplete: attribute('autocomplete'),
      };
    });
}
