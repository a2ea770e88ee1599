import type {Fund} from './generated/types.ts';
import type {RequestOptions} from './http.ts';
import type {ReadHttp} from './read-http.ts';

/** What a community gave together; anybody may see it. */
export type CommunityFund = {
  /**
   * This year's minutes and people, and what is in the fund, in minutes: null while it would be about fewer than five people.
   *
   * @throws {ApiError} `community.not-found`.
   * @example
   * const {people, givenMinutes} = await client.fund.get();
   */
  get(options?: RequestOptions): Promise<Fund>;
};

export function fundResource(http: ReadHttp, communityPath: string): CommunityFund {
  return {get: (options) => http.get(`${communityPath}/fund`, {}, options)};
}
