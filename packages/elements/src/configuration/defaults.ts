/** Where components get their data when neither they nor a provider around them says so. */
export type Defaults = {api?: string | undefined; community?: string | undefined};

let current: Defaults = {};

/** Sets what the script tag says: the API's address and the community, for all components on the page. */
export function setDefaults(said: Defaults): void {
  current = {...said};
}

export function defaults(): Defaults {
  return current;
}
