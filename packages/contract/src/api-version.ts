/** The full version of the API, as `API-Version` says it. */
export const apiVersion = '1.0.0';
