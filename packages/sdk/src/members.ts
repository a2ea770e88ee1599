import type {Member, MemberChanges, MemberPage, MemberQuery, MemberReference, MemberRole, NewMember} from './generated/types.ts';
import type {Http, RequestOptions, WriteOptions} from './http.ts';
import {pagedList, type PagedList} from './paged-list.ts';

/** People with an account. */
export type Members = {
  /**
   * Who is signed in.
   *
   * @throws {ApiError} `auth.required`; `auth.not-allowed` with a key, behind which nobody stands.
   */
  mine(options?: RequestOptions): Promise<Member>;
  /**
   * Changes the name or language of who is signed in.
   *
   * @throws {ApiError} `request.invalid`; `auth.required`.
   */
  changeMine(changes: MemberChanges, options?: WriteOptions): Promise<MemberReference>;
  /**
   * Forgets who is signed in: name and address go everywhere, the account ends, and a number remains. Signs out everywhere.
   *
   * @throws {ApiError} `auth.required`.
   */
  forgetMine(options?: WriteOptions): Promise<MemberReference>;
  /**
   * All members, the last who came first. Needs the desk, a coordinator or an administrator.
   *
   * @throws {ApiError} `auth.required`; `auth.not-allowed`.
   */
  list(query?: MemberQuery, options?: RequestOptions): PagedList<Member>;
  /**
   * Those of whom a word of the name, or the address, begins like this. Nothing of it stands in a URL.
   *
   * @throws {ApiError} `auth.required`; `auth.not-allowed`.
   */
  search(q: string, query?: MemberQuery, options?: RequestOptions): PagedList<Member>;
  /**
   * One member, for the desk, a coordinator or an administrator.
   *
   * @throws {ApiError} `member.not-found`; `auth.not-allowed`.
   */
  get(id: string, options?: RequestOptions): Promise<Member>;
  /**
   * Makes somebody a member, and mails them when there is an address. Another role than `member` is an administrator's to give.
   *
   * @throws {ApiError} `member.exists`; `request.invalid`; `auth.not-allowed`.
   */
  create(member: NewMember, options?: WriteOptions): Promise<MemberReference>;
  /**
   * Says what somebody may do from now on, also where they are signed in. Needs an administrator.
   *
   * @throws {ApiError} `member.not-found`; `auth.not-allowed`.
   */
  setRole(id: string, role: MemberRole, options?: WriteOptions): Promise<MemberReference>;
  /**
   * Forgets somebody who asks for it. Needs an administrator.
   *
   * @throws {ApiError} `member.not-found`; `auth.not-allowed`.
   */
  forget(id: string, options?: WriteOptions): Promise<MemberReference>;
};

export function membersResource(http: Http, communityPath: string): Members {
  const path = `${communityPath}/members`;
  const one = (id: string) => `${path}/${encodeURIComponent(id)}`;
  return {
    mine: (options) => http.get(`${path}/mine`, {}, options),
    changeMine: (changes, options) => http.patch(`${path}/mine`, changes, options),
    forgetMine: (options) => http.delete(`${path}/mine`, options),
    list: (query = {}, options) => pagedList<Member>(query, (page) => http.get<MemberPage>(path, {...query, ...page}, options)),
    search: (q, query = {}, options) =>
      pagedList<Member>(query, (page) => http.ask<MemberPage>(`${communityPath}/member-searches`, {q, ...query, ...page}, options)),
    get: (id, options) => http.get(one(id), {}, options),
    create: (member, options) => http.post(path, member, options),
    setRole: (id, role, options) => http.put(`${one(id)}/role`, role, options),
    forget: (id, options) => http.delete(one(id), options),
  };
}
