import {exportData as exportDataRoute} from '@buurtkit/contract';
import {ok, route} from '../http/bind-route.ts';
import {exportRecords} from './export-records.ts';
import {exportFormat} from './formats.ts';

export const exportRoutes = [
  route(exportDataRoute, async (scope, {query}) => {
    const format = exportFormat(query.format);
    const fileName = `${scope.community.slug}.${format.extension}`;
    return ok(null, {
      text: {contentType: format.mediaType, chunks: exportRecords(scope, format)},
      headers: {'Content-Disposition': `attachment; filename="${fileName}"`},
    });
  }),
];
