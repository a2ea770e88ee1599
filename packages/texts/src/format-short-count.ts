import {formatCount} from './formats.ts';
import type {Language} from './wording.ts';

/** A number that has to fit in a small circle: whole up to `9.999`, then `28K` and `1,2 mln.` (`1.2M` in English). */
export function formatShortCount(count: number, language: Language): string {
  if (count < 10_000) return formatCount(count, language);
  // The browser's own takes a slow phone longer than a frame, just to begin.
  if (count < 999_500) return `${Math.round(count / 1000)}K`;
  const millions = String(Number((count / 1_000_000).toFixed(count < 9_950_000 ? 1 : 0)));
  return language === 'nl' ? `${millions.replace('.', ',')}\u00A0mln.` : `${millions}M`;
}
