import {mediaTypes, readFeed} from '@buurtkit/contract';
import {ok, route} from '../http/bind-route.ts';
import {newsFeed} from './news-feed.ts';

export const feedRoutes = [
  route(readFeed, async (scope) =>
    ok(null, {
      file: {contentType: `${mediaTypes.atom}; charset=utf-8`, content: await newsFeed(scope)},
      headers: {'Content-Language': scope.language, Vary: 'Accept, Accept-Language'},
    }),
  ),
];
