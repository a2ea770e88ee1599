export interface Defaults {
  api?: string;
  community?: string;
}

let current: Defaults = {};

export function setDefaults(defaults: Defaults): void {
  current = defaults;
}

export function readDefaults(): Defaults {
  return current;
}
