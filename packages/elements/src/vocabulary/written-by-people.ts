import type {Language} from '@buurtkit/texts';
import {html, type TemplateResult} from 'lit';

type Translations<Text> = {nl: Text; en?: Text | undefined};

/** A text by people in the reader's language, or else in Dutch. */
export function inLanguage<Text>(texts: Translations<Text>, language: Language): {text: Text; language: Language} {
  const text = language === 'en' ? texts.en : texts.nl;
  return text === undefined ? {text: texts.nl, language: 'nl'} : {text, language};
}

/** The same as a template that names its language, so that a screen reader pronounces it well. */
export function writtenByPeople(texts: Translations<string>, language: Language): TemplateResult {
  const found = inLanguage(texts, language);
  return found.language === language ? html`${found.text}` : html`<span lang=${found.language}>${found.text}</span>`;
}
