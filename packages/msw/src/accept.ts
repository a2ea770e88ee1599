import {mediaTypes, type Format, type Language, type Route} from '@buurtkit/contract';
import {MockProblem} from './mock-problem.ts';

/** What a header asks for, the most wanted first (RFC 9110, section 12.4.2). */
function wanted(header: string): string[] {
  return header
    .split(',')
    .map((part) => {
      const [value = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
      const quality = parameters.find((parameter) => parameter.startsWith('q='));
      return {value, quality: quality ? Number(quality.slice(2)) : 1};
    })
    .filter(({quality}) => quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .map(({value}) => value);
}

/** The form to answer in: `format` wins from `Accept`. */
export function formatFor(route: Route, format: Format | undefined, accept: string | null): Format {
  const forms = Object.values(route.answers).flatMap(({content}) => Object.keys(content)) as Format[];
  if (format) return format;
  for (const range of wanted(accept ?? '*/*')) {
    const form = forms.find(
      (candidate) => range === '*/*' || range === mediaTypes[candidate] || range === `${mediaTypes[candidate].split('/')[0]}/*`,
    );
    if (form) return form;
  }
  throw new MockProblem('request.not-acceptable');
}

export function languageFor(acceptLanguage: string | null): Language {
  const found = wanted(acceptLanguage ?? '')
    .map((tag) => tag.split('-')[0])
    .find((tag) => tag === 'nl' || tag === 'en');
  return found === 'en' ? 'en' : 'nl';
}
