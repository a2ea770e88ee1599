import {languages, mediaTypes, type Answer, type Format, type Language} from '@buurtkit/contract';
import {parseAccept} from 'hono/utils/accept';
import {ProblemError} from '../problem-error.ts';

/** The first language of the reader that we speak; Dutch when there is none. */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  const wanted = parseAccept(acceptLanguage ?? '')
    .filter(({q}) => q > 0)
    .map(({type}) => type.toLowerCase().split('-')[0]);
  return languages.find((language) => language === wanted.find((tag) => languages.some((known) => known === tag))) ?? 'nl';
}

function matches(range: string, mediaType: string): boolean {
  const [type, subtype] = range.toLowerCase().split('/');
  const [ownType, ownSubtype] = mediaType.split('/');
  return (type === '*' || type === ownType) && (subtype === '*' || subtype === undefined || subtype === ownSubtype);
}

/** The form of an answer that a reader asks for; `format` in the query wins over `Accept`. */
export function preferredFormat(answer: Answer, format: Format | undefined, accept: string | undefined): Format {
  const offered = Object.keys(answer.content) as Format[];
  if (format) return format;
  if (!accept?.trim()) return offered[0] ?? 'json';
  for (const {type, q} of parseAccept(accept)) {
    const match = q > 0 ? offered.find((each) => matches(type, mediaTypes[each])) : undefined;
    if (match) return match;
  }
  throw new ProblemError('request.not-acceptable');
}

/** Whether this is a person with a browser, who is better served by a page than by JSON. */
export function wantsPage(accept: string | undefined): boolean {
  const ranges = parseAccept(accept ?? '').filter(({q}) => q > 0);
  return ranges.some(({type}) => type === 'text/html' || type === 'application/xhtml+xml');
}
