/** Only what was sent: a key without a value is no change. */
export function told<Changes extends object>(changes: Changes): {[Key in keyof Changes]?: Exclude<Changes[Key], undefined>} {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Changes]?: Exclude<Changes[Key], undefined>;
  };
}
