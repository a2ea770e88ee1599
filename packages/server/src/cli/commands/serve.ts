import {Command} from 'commander';
import {serve} from '../../serve.ts';

export function serveCommand(): Command {
  return new Command('serve')
    .description('Answer over HTTP until a SIGTERM. Migrates first.')
    .action(async ({json}: {json?: boolean}) => serve({isJson: json === true}));
}
