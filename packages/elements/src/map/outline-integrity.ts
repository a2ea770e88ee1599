/** Of generated/outline.json; both are made by scripts/make-outline.ts of @buurtkit/embed. */
export const outlineIntegrity = 'sha384-HHx6pQI9eFMzkvg7aygQM1b0G0sV6QDDLQw789BnWXKz0pJPOHX0Z+QYoCunOhm4';
