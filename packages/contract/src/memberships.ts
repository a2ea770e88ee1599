/** How people become members: by signing in, or when somebody invites them. */
export const memberships = ['open', 'invited'] as const;
export type Membership = (typeof memberships)[number];
