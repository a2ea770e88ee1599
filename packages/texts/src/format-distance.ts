import {locales} from './formats.ts';
import type {Language} from './wording.ts';

/** A distance in metres: `350 m`, `1,2 km`, `14 km`. */
export function formatDistance(metres: number, language: Language): string {
  const near = (rounded: number) => new Intl.NumberFormat(locales[language], {style: 'unit', unit: 'meter'}).format(rounded);
  const rounded = metres < 100 ? Math.round(metres / 10) * 10 : Math.round(metres / 50) * 50;
  if (rounded < 1000) return near(rounded);
  const maximumFractionDigits = metres < 9950 ? 1 : 0;
  return new Intl.NumberFormat(locales[language], {style: 'unit', unit: 'kilometer', maximumFractionDigits}).format(metres / 1000);
}
