/** A day of the week, 0 for Monday, with a time as `14:00`. */
export type WeekMoment = {weekday: number; time: string};

const day = 86_400_000;

/** The next time that it is then, as the clocks stand in the time zone; RFC 3339. */
export function nextMoment({weekday, time}: WeekMoment, timeZone: string, now = Date.now()): string {
  const today = Date.parse(onTheClock(now, timeZone).slice(0, 10));
  const daysAhead = (weekday - weekdayOf(today) + 7) % 7;
  const [soonest, weekLater] = [daysAhead, daysAhead + 7].map((days) => {
    const date = new Date(today + days * day).toISOString().slice(0, 10);
    return momentOf(`${date} ${time}`, timeZone);
  }) as [number, number];
  return new Date(soonest > now ? soonest : weekLater).toISOString().replace('.000', '');
}

/** The day of the week and the time that a moment has in the time zone. */
export function weekMomentOf(moment: string, timeZone: string): WeekMoment {
  const [date = '', time = ''] = onTheClock(Date.parse(moment), timeZone).split(' ');
  return {weekday: weekdayOf(Date.parse(date)), time};
}

// Twice, since the first guess can lie on the other side of a change of the clocks.
function momentOf(clock: string, timeZone: string): number {
  const wanted = Date.parse(`${clock.replace(' ', 'T')}Z`);
  const behind = (moment: number) => Date.parse(`${onTheClock(moment, timeZone).replace(' ', 'T')}Z`) - moment;
  return wanted - behind(wanted - behind(wanted));
}

/** As Swedes write it: `2026-11-24 14:00`. */
function onTheClock(moment: number, timeZone: string): string {
  return new Intl.DateTimeFormat('sv', {dateStyle: 'short', timeStyle: 'short', timeZone}).format(moment);
}

function weekdayOf(date: number): number {
  return (new Date(date).getUTCDay() + 6) % 7;
}
