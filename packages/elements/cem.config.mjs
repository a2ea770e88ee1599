/** A plain `#name` is private by language, and of no use to whoever reads the manifest. */
const withoutPrivateMembers = {
  name: 'without-private-members',
  packageLinkPhase({customElementsManifest}) {
    for (const {declarations} of customElementsManifest.modules) {
      for (const declaration of declarations ?? []) {
        // What is dispatched with a class has no name there; `@fires` names it.
        declaration.events = declaration.events?.filter(({name}) => name);
        declaration.members = declaration.members?.filter(
          ({name, privacy}) => !name.startsWith('#') && privacy !== 'private' && privacy !== 'protected',
        );
      }
    }
  },
};

export default {
  globs: [
    'src/community-fund/community-fund.ts',
    'src/initiative/initiative-portrait.ts',
    'src/initiative-map/initiative-map.ts',
    'src/offers-and-requests/offers-and-requests.ts',
    'src/partner-directory/partner-directory.ts',
    'src/provider/provider.ts',
    'src/submit-initiative/submit-initiative.ts',
    'src/time-credit-account/time-credit-account.ts',
    'src/time-credit-balance/time-credit-balance.ts',
    'src/volunteer-signup/volunteer-signup.ts',
    'src/events/*.ts',
    'src/define/*.ts',
  ],
  outdir: '.',
  litelement: true,
  plugins: [withoutPrivateMembers],
};
