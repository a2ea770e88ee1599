import type {CommunityChanges} from '@buurtkit/contract';

type Settings = Pick<CommunityChanges, 'credits'>;

/**
 * How time credits work in the places that the sources name. Elsewhere, the sample community too, all three switches are off: hours
 * are only counted.
 */
const demoCredits: Record<string, Settings> = {
  'schouwen-duiveland': {
    credits: {
      name: {nl: {one: 'tijdspunt', other: 'tijdspunten'}, en: {one: 'time credit', other: 'time credits'}},
      allowsBelowZero: true,
      hoursMint: true,
    },
  },
  groningen: {
    credits: {
      name: {nl: {one: 'happy coin', other: 'happy coins'}, en: {one: 'happy coin', other: 'happy coins'}},
      allowsBelowZero: true,
      partnersRedeem: true,
    },
  },
};

export function creditsOf(slug: string): Settings {
  return demoCredits[slug] ?? {};
}
