/** What PostgreSQL gets to see of our environment: no secrets, and no PG… variables that would change what it does. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  const passedOn = ['PATH', 'TZ', 'TMPDIR', 'SystemRoot', 'TEMP', 'TMP'].filter((name) => process.env[name] !== undefined);
  // On macOS PostgreSQL refuses to start without a locale.
  return {...Object.fromEntries(passedOn.map((name) => [name, process.env[name]])), LC_ALL: 'C'};
}
