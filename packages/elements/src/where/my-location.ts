import type {LonLat} from './where.ts';

/** Why there is no location: the visitor or the page said no, or the device doesn't know. */
export type NoLocation = 'refused' | 'unknown';

type PolicyDocument = Document & {featurePolicy?: {allowsFeature: (name: string) => boolean}};

/** Whether asking makes sense: the page's Permissions-Policy can forbid it, which only Chromium tells beforehand. */
export function canLocate(): boolean {
  const policy = (document as PolicyDocument).featurePolicy;
  return window.isSecureContext && 'geolocation' in navigator && (policy?.allowsFeature('geolocation') ?? true);
}

/** Where the device says that it is; only ever asked because somebody pressed a button for it. */
export function locate(): Promise<LonLat | NoLocation> {
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({coords}) => resolve([coords.longitude, coords.latitude]),
      ({code, PERMISSION_DENIED}) => resolve(code === PERMISSION_DENIED ? 'refused' : 'unknown'),
      {timeout: 10_000, maximumAge: 60_000},
    );
  });
}
