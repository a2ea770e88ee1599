import {formatCount} from './formats.ts';
import type {Language} from './wording.ts';

/** A duration in whole minutes: `2 uur en 15 minuten`. */
export function formatDuration(minutes: number, language: Language): string {
  const hours = Math.trunc(minutes / 60);
  const rest = minutes % 60;
  const parts: string[] = [];
  if (hours)
    parts.push(
      language === 'nl' ? `${formatCount(hours, language)} uur` : `${formatCount(hours, language)} ${hours === 1 ? 'hour' : 'hours'}`,
    );
  if (rest || !hours)
    parts.push(language === 'nl' ? `${rest} ${rest === 1 ? 'minuut' : 'minuten'}` : `${rest} ${rest === 1 ? 'minute' : 'minutes'}`);
  return parts.join(language === 'nl' ? ' en ' : ' and ');
}
