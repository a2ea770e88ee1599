/** How far ahead one can ask what is open, in days. */
export const daysAhead = 60;
