import type {OpenedSession} from '@buurtkit/contract';
import type {TestApp} from './test-app.ts';

type App = Pick<TestApp, 'request' | 'sweep' | 'mails'>;

/** Asks something of a community as a browser does, without a key unless one is given. */
export function sendTo(app: Pick<TestApp, 'request'>, community: string) {
  return (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    app.request(`/v1/communities/${community}/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID(), ...headers},
    });
}

/** The six digits that the newest mail to this address has. */
export function codeIn({mails}: Pick<TestApp, 'mails'>, email: string): string {
  const text = mails.findLast(({to}) => to === email)?.text ?? '';
  return /\b\d{6}\b/.exec(text)?.[0] ?? '';
}

/** Asks for a code and reads it in the mail. */
export async function aCode(app: App, community: string, email: string): Promise<string> {
  await sendTo(app, community)('sign-in-codes', {email});
  await app.sweep();
  return codeIn(app, email);
}

/** Signs in as a person does, from the mail on. */
export async function signInByMail(app: App, community: string, email: string): Promise<OpenedSession> {
  const response = await sendTo(app, community)('sessions', {email, code: await aCode(app, community, email)});
  if (response.status !== 201) throw new Error(`Signing in answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as OpenedSession;
}
