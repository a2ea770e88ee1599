import type {Context} from 'hono';
import type {Language} from '@buurtkit/contract';
import type {Services} from '../services.ts';

export type Variables = {services: Services; requestId: string; language: Language};
export type Env = {Variables: Variables};
export type RequestContext = Context<Env>;
