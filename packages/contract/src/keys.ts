import * as z from 'zod/mini';

/** What a key or a session may do; each route names its own. */
export const roles = ['member', 'organiser', 'desk', 'coordinator', 'admin'] as const;
export type Role = (typeof roles)[number];

export const roleSchema = z.enum(roles);

/** The one initiative or partner that an organiser's key is for: `initiative:de-tille-witteveen`. */
export const keyTargetSchema = z.string().check(z.regex(/^(?:initiative|partner):[a-z0-9]+(?:-[a-z0-9]+)*$/));
