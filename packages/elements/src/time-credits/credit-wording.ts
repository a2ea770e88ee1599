import type {Community, CreditSettings} from '@buurtkit/sdk';
import {
  areHours,
  creditName,
  formatCredits,
  formatCreditsAndTime,
  formatDate,
  formatDateOfMoment,
  formatDuration,
  type Language,
} from '@buurtkit/texts';

/** How a community writes amounts and dates. */
export class CreditWording {
  readonly language: Language;
  readonly credits: CreditSettings;
  readonly #timeZone: string;

  /** @param community - One that has time credits. */
  constructor({credits, timeZone}: Community, language: Language) {
    this.credits = credits!;
    this.language = language;
    this.#timeZone = timeZone;
  }

  /** What the credits are called, when there are several. */
  get name(): string {
    return creditName(this.credits, this.language).other;
  }

  /** `1,5 tijdspunten` */
  amount(minutes: number): string {
    return formatCredits(minutes, this.credits, this.language);
  }

  /** `1,5 tijdspunten (1 uur en 30 minuten)` */
  amountAndTime(minutes: number): string {
    return formatCreditsAndTime(minutes, this.credits, this.language);
  }

  /** How much time it is, where that says more than the amount. */
  time(minutes: number): string | null {
    if (areHours(this.credits)) return null;
    return `${minutes < 0 ? '−' : ''}${formatDuration(Math.abs(minutes), this.language)}`;
  }

  /** Of a date: `22 november 2026`. */
  day(date: string): string {
    return formatDate(date, this.language);
  }

  /** Of a moment: `22 november 2026`. */
  date(moment: string): string {
    return formatDateOfMoment(moment, this.language, this.#timeZone);
  }
}
