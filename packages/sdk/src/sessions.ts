import type {NewSession, NewSignInCode, OpenedSession, Session, SessionPage, SignInCodeReceipt} from './generated/types.ts';
import {createHttp, type Http, type RequestOptions, type WriteOptions} from './http.ts';
import type {ClientOptions} from './client.ts';
import {membersResource, type Members} from './members.ts';

/**
 * Signing in and out. The token that comes of it is the `key` of the clients that act for this person: keep it in memory, and
 * never in a URL.
 */
export type Sessions = {
  /**
   * Mails a code of six digits, for ten minutes. The answer is the same whoever has the address.
   *
   * @throws {ApiError} `request.invalid` when it is no address; `request.rate-limited`.
   */
  requestCode(address: NewSignInCode, options?: WriteOptions): Promise<SignInCodeReceipt>;
  /**
   * Signs in with that code; the first time makes a member, where anybody may become one.
   *
   * @throws {ApiError} `code.wrong`, also after five tries; `code.used`; `code.expired`.
   * @example
   * const {token} = await client.sessions.create({email, code});
   * const me = createClient({api, community, key: token});
   */
  create(session: NewSession, options?: WriteOptions): Promise<OpenedSession>;
  /**
   * Signs in with the ID token (OpenID Connect) of the page's own site; it counts once.
   *
   * @throws {ApiError} `token.not-accepted`; `token.used`; `member.not-invited`.
   */
  exchange(token: string, options?: WriteOptions): Promise<OpenedSession>;
  /**
   * Where this person is signed in, the last place first.
   *
   * @throws {ApiError} `auth.required`; `auth.not-allowed` with a key, behind which nobody stands.
   */
  list(options?: RequestOptions): Promise<SessionPage>;
  /**
   * Signs out somewhere.
   *
   * @throws {ApiError} `session.not-found`; `auth.required`.
   */
  end(id: string, options?: WriteOptions): Promise<Session>;
  /**
   * Signs out here: the token of this client opens nothing any more.
   *
   * @throws {ApiError} `auth.required` when it had ended already.
   */
  endThisOne(options?: WriteOptions): Promise<void>;
};

/** @param stranger - Asks without the client's key: who signs in is nobody yet. */
export function sessionsResource(http: Http, stranger: Http, communityPath: string): Sessions {
  const path = `${communityPath}/sessions`;
  const list = (options?: RequestOptions) => http.get<SessionPage>(path, {}, options);
  const end = (id: string, options?: WriteOptions) => http.delete<Session>(`${path}/${encodeURIComponent(id)}`, options);
  return {
    requestCode: (address, options) => stranger.post(`${communityPath}/sign-in-codes`, address, options),
    create: (session, options) => stranger.post(path, session, options),
    exchange: (token, options) => stranger.post(`${communityPath}/session-exchanges`, {token}, options),
    list,
    end,
    async endThisOne(options) {
      const {data} = await list(options);
      const thisOne = data.find(({isThisOne}) => isThisOne);
      if (thisOne) await end(thisOne.id, options);
    },
  };
}

/** Who comes in and goes out, and under which name. */
export type SessionWriter = {sessions: Sessions; members: Pick<Members, 'changeMine'>};

/** Only what a page needs to sign somebody in and out: it weighs less than a whole client. */
export function createSessionWriter(options: ClientOptions): SessionWriter {
  const communityPath = `/communities/${encodeURIComponent(options.community)}`;
  const http = createHttp(options);
  return {
    sessions: sessionsResource(http, createHttp({...options, key: undefined}), communityPath),
    members: membersResource(http, communityPath),
  };
}
