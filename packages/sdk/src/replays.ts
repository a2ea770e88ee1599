const replays = new WeakSet<object>();

export function rememberReplay(content: object, replayed: string | null): void {
  if (replayed === 'true') replays.add(content);
}

/** Whether an answer was given before, to a request with the same key. */
export function isReplay(content: object): boolean {
  return replays.has(content);
}
