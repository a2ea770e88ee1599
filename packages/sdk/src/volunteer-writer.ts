import type {ClientOptions} from './client.ts';
import {createHttp} from './http.ts';
import {shiftsResource, type Shifts} from './shifts.ts';
import {signupsResource, type Signups} from './signups.ts';

/** What anybody may write who wants to help. */
export type VolunteerWriter = {shifts: Pick<Shifts, 'hold'>; signups: Pick<Signups, 'create'>};

/** Only what a page needs to sign somebody up: it weighs less than a whole client. */
export function createVolunteerWriter(options: ClientOptions): VolunteerWriter {
  const http = createHttp(options);
  const communityPath = `/communities/${encodeURIComponent(options.community)}`;
  return {shifts: shiftsResource(http, communityPath), signups: signupsResource(http, communityPath)};
}
