import {tzlib_get_ical_block} from 'timezones-ical-library';

/** A time zone with its rules (RFC 5545, 3.6.5) as ical-generator asks for it, under the very name that the events use. */
export const timeZoneRules = {
  generator(timeZone: string): string | null {
    const [block] = [tzlib_get_ical_block(timeZone)].flat();
    // Amsterdam comes as its alias Brussels.
    return typeof block === 'string' ? block.replaceAll(/^(TZID|X-LIC-LOCATION):.*$/gm, `$1:${timeZone}`) : null;
  },
};
