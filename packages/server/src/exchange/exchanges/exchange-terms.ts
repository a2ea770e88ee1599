const day = 86_400_000;

/** How long a proposal waits for an answer. */
export const answerTerm = 14 * day;
/** How long what was agreed may take to be done. */
export const doingTerm = 60 * day;
/** How long one side waits for the other to confirm, or to agree; then the coordinator looks. */
export const confirmingTerm = 14 * day;
/** Once somebody says that it is done, minutes stay apart through all that may follow, and while a coordinator looks. */
export const lookingTerm = 2 * confirmingTerm + 60 * day;
/** How long after the end the two can still read what they wrote, and how to reach each other. */
export const wordsTerm = 30 * day;

export function later(now: Date, term: number): Date {
  return new Date(now.getTime() + term);
}
