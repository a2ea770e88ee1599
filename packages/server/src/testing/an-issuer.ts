import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {exportJWK, generateKeyPair, type JWK} from 'jose';
import {Provider} from 'oidc-provider';

export type Account = {sub: string; email?: string; email_verified?: boolean; name?: string};

export type Issuer = {
  issuer: string;
  /** The keys that anybody may see. */
  publicKeys(): Promise<JWK[]>;
  /** Logs this account in as a browser would be, and gives the ID token that the client gets. */
  idTokenFor(account: Account, clientId?: string): Promise<string>;
  /** From now on it signs with another key. */
  rotateKeys(): Promise<void>;
  close(): Promise<void>;
};

const redirectUri = 'https://www.example.nl/terug';
const secret = 'een-geheim-van-de-eigen-site';

/** A real OpenID Connect provider on this machine, where everybody is let in without a password. */
export async function anIssuer(): Promise<Issuer> {
  let account: Account = {sub: 'niemand'};
  let provider: Provider;
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  // A test that forgets to close it still ends.
  server.unref();
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url?.startsWith('/interaction/'))
      await provider.interactionFinished(request, response, {login: {accountId: account.sub}}, {mergeWithLastSubmission: false});
    else await provider.callback()(request, response);
  }

  async function rotateKeys(): Promise<void> {
    const {privateKey} = await generateKeyPair('ES256', {extractable: true});
    const key = {...(await exportJWK(privateKey)), kid: crypto.randomUUID(), alg: 'ES256', use: 'sig'};
    provider = new Provider(issuer, {
      clients: ['buurtkit', 'een-ander'].map((client_id) => ({
        client_id,
        client_secret: secret,
        redirect_uris: [redirectUri],
        id_token_signed_response_alg: 'ES256' as const,
      })),
      jwks: {keys: [key]},
      cookies: {keys: ['koekje']},
      claims: {openid: ['sub'], email: ['email', 'email_verified'], profile: ['name']},
      conformIdTokenClaims: false,
      // Two hours: longer than we take a token for, so that its age can be told from its end.
      ttl: {IdToken: 7200, AccessToken: 60, AuthorizationCode: 60, Grant: 60, Interaction: 60, Session: 60},
      pkce: {required: () => false},
      features: {devInteractions: {enabled: false}},
      interactions: {url: (_, interaction) => `/interaction/${interaction.uid}`},
      findAccount: () => ({accountId: account.sub, claims: () => ({...account})}),
      async loadExistingGrant({oidc}) {
        const grant = new oidc.provider.Grant({clientId: oidc.client?.clientId ?? '', accountId: oidc.session?.accountId ?? ''});
        grant.addOIDCScope('openid email profile');
        await grant.save();
        return grant;
      },
    });
  }
  await rotateKeys();

  return {
    issuer,
    rotateKeys,
    publicKeys: async () => ((await (await fetch(`${issuer}/jwks`)).json()) as {keys: JWK[]}).keys,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
    async idTokenFor(who, clientId = 'buurtkit') {
      account = who;
      const query = new URLSearchParams({
        client_id: clientId,
        response_type: 'code',
        redirect_uri: redirectUri,
        scope: 'openid email profile',
      });
      const back = await followed(`${issuer}/auth?${query}`);
      const response = await fetch(`${issuer}/token`, {
        method: 'POST',
        headers: {Authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`},
        body: new URLSearchParams({grant_type: 'authorization_code', code: back.searchParams.get('code') ?? '', redirect_uri: redirectUri}),
      });
      const {id_token: idToken} = (await response.json()) as {id_token?: string};
      if (!idToken) throw new Error(`The issuer gave no ID token: ${response.status} ${back.href}`);
      return idToken;
    },
  };
}

/** Goes where the issuer sends a browser, with the cookies it is given, until that is back at the site. */
async function followed(from: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let next = new URL(from);
  while (!next.href.startsWith(redirectUri)) {
    const response = await fetch(next, {
      redirect: 'manual',
      headers: {Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')},
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('Location');
    if (!location) throw new Error(`The issuer stopped at ${next.href}: ${response.status} ${await response.text()}`);
    next = new URL(location, next);
  }
  return next;
}
