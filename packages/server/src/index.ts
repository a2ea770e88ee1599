export {readConfig, type Config} from './config.ts';
export type {Site} from './pages/site.ts';
export {serve} from './serve.ts';
export {startServer, type RunningServer, type StartOptions} from './start-server.ts';
