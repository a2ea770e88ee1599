import * as z from 'zod/mini';
import {idSchema} from '../identifiers.ts';
import {
  checkInSchema,
  holdSchema,
  hoursPageSchema,
  hoursQuerySchema,
  hoursSchema,
  introSchema,
  newHoldSchema,
  newHoursSchema,
  newSignupSchema,
  reasonSchema,
  rosterSchema,
  signupPageSchema,
  signupQuerySchema,
  signupReceiptSchema,
  signupSchema,
  vogSeenSchema,
  volunteeringReportSchema,
  waitlistOrderSchema,
} from '../signups.ts';
import {defineRoute, inCommunity, noQuery} from './route.ts';

const atTheDesk = ['organiser', 'desk', 'coordinator', 'admin'] as const;

export const holdPlace = defineRoute({
  operationId: 'holdPlace',
  method: 'post',
  path: '/communities/{community}/shifts/{id}/holds',
  tag: 'volunteering',
  summary: 'Een plek tien minuten vasthouden',
  roles: 'public',
  params: z.strictObject({...inCommunity, id: idSchema}),
  query: noQuery,
  body: newHoldSchema,
  needsIfMatch: false,
  answers: {201: {description: 'De vastgehouden plek.', content: {json: holdSchema}}},
  problems: ['community.not-found', 'shift.not-found', 'signup.full', 'signup.closed', 'signup.past', 'signup.cancelled'],
});

export const createSignup = defineRoute({
  operationId: 'createSignup',
  method: 'post',
  path: '/communities/{community}/signups',
  tag: 'volunteering',
  summary: 'Je aanmelden voor vrijwilligerswerk',
  roles: 'public',
  params: z.strictObject(inCommunity),
  query: noQuery,
  body: newSignupSchema,
  needsIfMatch: false,
  answers: {201: {description: 'Wat ervan werd en wat er nu moet gebeuren.', content: {json: signupReceiptSchema}}},
  problems: [
    'community.not-found',
    'shift.not-found',
    'opportunity.not-found',
    'signup.full',
    'signup.closed',
    'signup.past',
    'signup.cancelled',
    'signup.overlap',
  ],
});

export const listSignups = defineRoute({
  operationId: 'listSignups',
  method: 'get',
  path: '/communities/{community}/signups',
  tag: 'volunteering',
  summary: 'Aanmeldingen, de laatste eerst',
  roles: atTheDesk,
  params: z.strictObject(inCommunity),
  query: signupQuerySchema,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'Een pagina aanmeldingen.', content: {json: signupPageSchema}}},
  problems: ['community.not-found'],
});

export const getSignup = defineRoute({
  operationId: 'getSignup',
  method: 'get',
  path: '/communities/{community}/signups/{id}',
  tag: 'volunteering',
  summary: 'Eén aanmelding',
  roles: atTheDesk,
  params: z.strictObject({...inCommunity, id: idSchema}),
  query: noQuery,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'De aanmelding.', content: {json: signupSchema}}},
  problems: ['community.not-found', 'signup.not-found'],
});

export const cancelSignup = defineRoute({
  operationId: 'cancelSignup',
  method: 'post',
  path: '/communities/{community}/signups/{id}/cancellation',
  tag: 'volunteering',
  summary: 'Een aanmelding afzeggen',
  roles: atTheDesk,
  params: z.strictObject({...inCommunity, id: idSchema}),
  query: noQuery,
  body: reasonSchema,
  needsIfMatch: false,
  answers: {200: {description: 'De aanmelding zoals zij nu is.', content: {json: signupSchema}}},
  problems: ['community.not-found', 'signup.not-found', 'signup.too-late-to-cancel', 'signup.not-in-state'],
});

export const checkIn = defineRoute({
  operationId: 'checkIn',
  method: 'post',
  path: '/communities/{community}/signups/{id}/check-in',
  tag: 'volunteering',
  summary: 'Iemand is er',
  roles: atTheDesk,
  params: z.strictObject({...inCommunity, id: idSchema}),
  query: noQuery,
  body: checkInSchema,
  needsIfMatch: false,
  answers: {200: {description: 'De aanmelding zoals zij nu is.', content: {json: signupSchema}}},
  problems: ['community.not-found', 'signup.not-found', 'signup.not-in-state'],
});

export const approveSignup = defineRoute({
  operationId: 'approveSignup',
  method: 'post',
  path: '/communities/{community}/signups/{id}/approval',
  tag: 'volunteering',
  summary: 'Ja zeggen tegen iemand die wil helpen',
  roles: atTheDesk,
  params: z.strictObject({...inCommunity, id: idSchema}),
  query: noQuery,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'De aanmelding zoals zij nu is.', content: {json: signupSchema}}},
  problems: ['community.not-found', 'signup.not-found', 'signup.past', 'signup.overlap', 'signup.not-in-state'],
});

export const refuseSignup = defineRoute({
  operationId: 'refuseSignup',
  method: 'post',
  path: '/communities/{community}/signups/{id}/refusal',
  tag: 'volunteering',
  summary: 'Nee zeggen, met de reden',
  roles: atTheDesk,
  params: z.strictObject({...inCommunity, id: idSchema}),
  query: noQuery,
  body: reasonSchema,
  needsIfMatch: false,
  answers: {200: {description: 'De aanmelding zoals zij nu is.', content: {json: signupSchema}}},
  problems: ['community.not-found', 'signup.not-found', 'signup.past', 'signup.not-in-state'],
});

export const planIntro = defineRoute({
  operationId: 'planIntro',
  method: 'post',
  path: '/communities/{community}/signups/{id}/intro',
  tag: 'volunteering',
  summary: 'Een kennismaking plannen',
  roles: atTheDesk,
  params: z.strictObject({...inCommunity, id: idSchema}),
  query: noQuery,
  body: introSchema,
  needsIfMatch: false,
  answers: {200: {description: 'De aanmelding zoals zij nu is.', content: {json: signupSchema}}},
  problems: ['community.not-found', 'signup.not-found', 'signup.past', 'signup.not-in-state'],
});

export const recordVog = defineRoute({
  operationId: 'recordVog',
  method: 'put',
  path: '/communities/{community}/signups/{id}/vog',
  tag: 'volunteering',
  summary: 'Vastleggen dat de VOG gezien is',
  roles: atTheDesk,
  params: z.strictObject({...inCommunity, id: idSchema}),
  query: noQuery,
  body: vogSeenSchema,
  needsIfMatch: false,
  answers: {200: {description: 'De aanmelding zoals zij nu is.', content: {json: signupSchema}}},
  problems: ['community.not-found', 'signup.not-found'],
});

export const getRoster = defineRoute({
  operationId: 'getRoster',
  method: 'get',
  path: '/communities/{community}/shifts/{id}/roster',
  tag: 'volunteering',
  summary: 'Wie er komen en wie er wachten',
  roles: atTheDesk,
  params: z.strictObject({...inCommunity, id: idSchema}),
  query: noQuery,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'De lijst.', content: {json: rosterSchema}}},
  problems: ['community.not-found', 'shift.not-found'],
});

export const reorderWaitlist = defineRoute({
  operationId: 'reorderWaitlist',
  method: 'put',
  path: '/communities/{community}/shifts/{id}/waitlist',
  tag: 'volunteering',
  summary: 'De wachtlijst in een andere volgorde zetten',
  roles: ['coordinator', 'admin'],
  params: z.strictObject({...inCommunity, id: idSchema}),
  query: noQuery,
  body: waitlistOrderSchema,
  needsIfMatch: false,
  answers: {200: {description: 'De lijst zoals zij nu is.', content: {json: rosterSchema}}},
  problems: ['community.not-found', 'shift.not-found'],
});

export const listHours = defineRoute({
  operationId: 'listHours',
  method: 'get',
  path: '/communities/{community}/hours',
  tag: 'volunteering',
  summary: 'Gewerkte uren, de laatste eerst',
  roles: atTheDesk,
  params: z.strictObject(inCommunity),
  query: hoursQuerySchema,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'Een pagina uren.', content: {json: hoursPageSchema}}},
  problems: ['community.not-found'],
});

export const submitHours = defineRoute({
  operationId: 'submitHours',
  method: 'post',
  path: '/communities/{community}/hours',
  tag: 'volunteering',
  summary: 'Gewerkte uren indienen',
  roles: atTheDesk,
  params: z.strictObject(inCommunity),
  query: noQuery,
  body: newHoursSchema,
  needsIfMatch: false,
  answers: {201: {description: 'De uren.', content: {json: hoursSchema}}},
  problems: ['community.not-found', 'signup.not-found'],
});

export const getHours = defineRoute({
  operationId: 'getHours',
  method: 'get',
  path: '/communities/{community}/hours/{id}',
  tag: 'volunteering',
  summary: 'Ingediende uren',
  roles: atTheDesk,
  params: z.strictObject({...inCommunity, id: idSchema}),
  query: noQuery,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'De uren.', content: {json: hoursSchema}}},
  problems: ['community.not-found', 'hours.not-found'],
});

export const approveHours = defineRoute({
  operationId: 'approveHours',
  method: 'post',
  path: '/communities/{community}/hours/{id}/approval',
  tag: 'volunteering',
  summary: 'Uren goedkeuren',
  roles: ['organiser', 'coordinator', 'admin'],
  params: z.strictObject({...inCommunity, id: idSchema}),
  query: noQuery,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'De uren zoals zij nu zijn.', content: {json: hoursSchema}}},
  problems: ['community.not-found', 'hours.not-found', 'hours.own-approval', 'hours.decided'],
});

export const refuseHours = defineRoute({
  operationId: 'refuseHours',
  method: 'post',
  path: '/communities/{community}/hours/{id}/refusal',
  tag: 'volunteering',
  summary: 'Uren afwijzen, met de reden',
  roles: ['organiser', 'coordinator', 'admin'],
  params: z.strictObject({...inCommunity, id: idSchema}),
  query: noQuery,
  body: reasonSchema,
  needsIfMatch: false,
  answers: {200: {description: 'De uren zoals zij nu zijn.', content: {json: hoursSchema}}},
  problems: ['community.not-found', 'hours.not-found', 'hours.decided'],
});

export const getVolunteeringReport = defineRoute({
  operationId: 'getVolunteeringReport',
  method: 'get',
  path: '/communities/{community}/volunteering-report',
  tag: 'volunteering',
  summary: 'Of iedereen antwoord kreeg',
  roles: ['coordinator', 'admin'],
  params: z.strictObject(inCommunity),
  query: noQuery,
  body: null,
  needsIfMatch: false,
  answers: {200: {description: 'De cijfers.', content: {json: volunteeringReportSchema}}},
  problems: ['community.not-found'],
});
