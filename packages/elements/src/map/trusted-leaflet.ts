// While Leaflet starts it tries whether a browser can do `innerHTML = '<svg/>'`. Under `require-trusted-types-for 'script'`
// that throws, and Leaflet with it. So that one text is swallowed, until Leaflet has started or this task ends.
const inherited = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML')!;

Object.defineProperty(Element.prototype, 'innerHTML', {
  ...inherited,
  set(this: Element, value: string) {
    if (value !== '<svg/>') inherited.set!.call(this, value);
  },
});

export function leafletHasStarted(): void {
  Object.defineProperty(Element.prototype, 'innerHTML', inherited);
}

queueMicrotask(leafletHasStarted);
