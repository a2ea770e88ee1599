import type {OpeningHours, Weekday} from '@buurtkit/contract';

const days: Record<Weekday, string> = {
  mo: 'Monday',
  tu: 'Tuesday',
  we: 'Wednesday',
  th: 'Thursday',
  fr: 'Friday',
  sa: 'Saturday',
  su: 'Sunday',
};

/** Opening hours as schema.org has them; it knows no "second Tuesday", so monthly rules are left to our own page. */
export function openingSpecifications(hours: OpeningHours | null) {
  if (!hours) return {};
  const regular = hours.rules
    .filter(({nth}) => nth === null)
    .map(({weekdays, opens, closes}) => ({
      '@type': 'OpeningHoursSpecification',
      dayOfWeek: weekdays.map((weekday) => `https://schema.org/${days[weekday]}`),
      opens,
      closes,
    }));
  // Closed all day is written as opening and closing at midnight.
  const special = hours.exceptions.flatMap(({from, until, openings}) =>
    (openings.length === 0 ? [{opens: '00:00', closes: '00:00'}] : openings).map(({opens, closes}) => ({
      '@type': 'OpeningHoursSpecification',
      validFrom: from,
      validThrough: until,
      opens,
      closes,
    })),
  );
  return {
    ...(regular.length > 0 && {openingHoursSpecification: regular}),
    ...(special.length > 0 && {specialOpeningHoursSpecification: special}),
  };
}
