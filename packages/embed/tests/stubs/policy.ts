// What Lit does when it starts, and what a policy without its name refuses.
interface TrustedTypes {
  createPolicy(name: string, rules: {createHTML(text: string): string}): unknown;
}

(globalThis as {trustedTypes?: TrustedTypes}).trustedTypes?.createPolicy('lit-html', {createHTML: (text) => text});
