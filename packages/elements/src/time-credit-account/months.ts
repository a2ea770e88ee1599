/**
 * The months of a statement where the community is, this one first: `2026-11`.
 *
 * @param openedAt - RFC 3339.
 */
export function monthsSince(openedAt: string, timeZone: string, now = new Date()): string[] {
  const first = monthOf(new Date(openedAt), timeZone);
  const months: string[] = [];
  let [year, month] = monthOf(now, timeZone).split('-').map(Number) as [number, number];
  for (let name = nameOf(year, month); name >= first; name = nameOf(year, month)) {
    months.push(name);
    [year, month] = month === 1 ? [year - 1, 12] : [year, month - 1];
  }
  return months;
}

function nameOf(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}`;
}

function monthOf(moment: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', {year: 'numeric', month: 'numeric', timeZone}).formatToParts(moment);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  return nameOf(part('year'), part('month'));
}
