const RealDate = Date;

/** From now on it is this moment, and time goes on from there. */
export function setClock(moment: string): void {
  const ahead = RealDate.parse(moment) - RealDate.now();
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given) => Reflect.construct(target, given.length ? given : [target.now() + ahead]) as Date,
    get: (target, name) => (name === 'now' ? () => target.now() + ahead : (Reflect.get(target, name) as unknown)),
  });
}

export function resetClock(): void {
  globalThis.Date = RealDate;
}
