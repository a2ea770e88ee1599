import {openApiDocument} from '@buurtkit/contract/openapi';
import {Command} from 'commander';
import {readConfig} from '../../config.ts';

export function openApiCommand(): Command {
  return new Command('openapi').description('Print the description of the API (OpenAPI 3.1).').action(() => {
    const {publicUrl, port} = readConfig(process.env);
    const document = openApiDocument({serverUrl: publicUrl ?? `http://localhost:${port}`});
    process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
  });
}
