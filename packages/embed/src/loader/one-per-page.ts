import {version} from './build-facts.ts';

/** Fired at the document: two copies of Buurtkit met, and only the first one serves. */
class VersionConflictEvent extends Event {
  constructor(
    readonly running: string,
    readonly refused: string,
  ) {
    super('buurt-version-conflict', {bubbles: true, composed: true});
  }
}

/** A question to a loader that is already here. It is asked with an event, so that no global is needed. */
class LoaderHelloEvent extends Event {
  running?: string;

  constructor(readonly major: string) {
    super('buurt-loader-hello');
  }
}

const major = version.split('.', 1)[0] ?? '';
let hasConflict = false;

/** The version of the loader that came first on this page, if there is one of our major version. */
export function findRunningVersion(): string | undefined {
  const hello = new LoaderHelloEvent(major);
  document.dispatchEvent(hello);
  return hello.running;
}

export function answerLaterLoaders(): void {
  document.addEventListener('buurt-loader-hello', (event) => {
    const hello = event as LoaderHelloEvent;
    if (hello.major === major) hello.running = version;
  });
}

/** Says so once per page: a page with ten elements has the same conflict ten times. */
export function reportConflict(running: string): void {
  if (hasConflict) return;
  hasConflict = true;
  console.warn(`Buurtkit ${version} does nothing: ${running} came first.`);
  document.dispatchEvent(new VersionConflictEvent(running, version));
}
