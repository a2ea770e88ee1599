/** What an element falls back on when neither it nor a `<buurt-provider>` around it says so. */
export interface Defaults {
  api: string;
  community: string | undefined;
}

const address = import.meta.url;

// A module has no document.currentScript.
const tag = [...document.scripts].find(({src}) => src === address);

/** Lets the loader's own links pass a policy that works with nonces. */
export const nonce = tag?.nonce ?? '';

export const defaults: Defaults = {
  api: tag?.dataset['api'] ?? new URL(address).origin,
  community: tag?.dataset['community'],
};

export function addressOf(path: string): string {
  return new URL(path, address).href;
}
