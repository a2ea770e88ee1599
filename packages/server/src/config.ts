import * as z from 'zod';
import {isAddressRange} from './doors/client-address.ts';

export const serverVersion = '1.0.0';

const flag = z.enum(['0', '1']).transform((value) => value === '1');
const environmentSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8787),
  HOST: z.string().min(1).default('127.0.0.1'),
  BUURTKIT_DATA: z.string().min(1).default('.buurtkit'),
  DATABASE_URL: z.string().min(1).optional(),
  DATABASE_APP_URL: z.string().min(1).optional(),
  BUURTKIT_EMBEDDED: flag.default(false),
  BUURTKIT_PUBLIC_URL: z.url({protocol: /^https?$/}).optional(),
  SMTP_URL: z.url({protocol: /^smtps?$/}).optional(),
  MAIL_FROM: z
    .string()
    .transform((value) => /<([^<>]*)>\s*$/.exec(value)?.[1] ?? value)
    .pipe(z.email())
    .optional(),
  BUURTKIT_PDOK_URL: z.url({protocol: /^https?$/}).default('https://api.pdok.nl'),
  BUURTKIT_TILES_URL: z
    .string()
    .regex(/^https?:\/\//)
    .default('https://service.pdok.nl'),
  BUURTKIT_TRUSTED_PROXIES: z.string().optional(),
  BUURTKIT_DEFENCES: z.enum(['on', 'off']).default('on'),
  BUURTKIT_TEST_CLOCK: flag.default(false),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  NODE_ENV: z.string().default('development'),
});

/** What the environment says, read once at the start. */
export type Config = {
  port: number;
  host: string;
  /** Whether only this machine can reach it. */
  isLoopback: boolean;
  dataFolder: string;
  databaseUrl: string | null;
  databaseAppUrl: string | null;
  isEmbeddedAllowed: boolean;
  isProduction: boolean;
  publicUrl: string | null;
  /** Where addresses are looked up: PDOK's Locatieserver, or what answers as it does. */
  pdokUrl: string;
  /** Where map tiles come from: an address with {style}, {z}, {x} and {y}, or the host that has them where PDOK has them. */
  tilesUrl: string;
  /** Where mails go out; null writes them to files. */
  smtpUrl: string | null;
  /** The address that mails come from; their name is the community's. */
  mailFrom: string;
  /** Addresses and ranges of proxies whose X-Forwarded-For is believed. */
  trustedProxies: readonly string[];
  /** Whether writers without a key pass proofs of work and rate limits. */
  hasDefences: boolean;
  hasTestClock: boolean;
  logLevel: string;
};

export class ConfigError extends Error {
  readonly code = 'config.invalid';
}

const loopback = new Set(['127.0.0.1', 'localhost', '::1']);

export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
    throw new ConfigError(
      `The environment has a value that can't be used: ${names.map((name) => `${name}=${environment[name]}`).join(', ')}.`,
    );
  }
  const values = parsed.data;
  const isProduction = values.NODE_ENV === 'production';
  if ((values.BUURTKIT_DEFENCES === 'off' || values.BUURTKIT_TEST_CLOCK) && !loopback.has(values.HOST))
    throw new ConfigError('BUURTKIT_DEFENCES=off and BUURTKIT_TEST_CLOCK=1 are for loopback only: leave them out, or set HOST=127.0.0.1.');
  if (values.SMTP_URL !== undefined && values.MAIL_FROM === undefined)
    throw new ConfigError('With SMTP_URL mails need a sender: set MAIL_FROM to an address, such as buurt@example.nl.');
  return {
    port: values.PORT,
    host: values.HOST,
    isLoopback: loopback.has(values.HOST),
    dataFolder: values.BUURTKIT_DATA,
    databaseUrl: values.DATABASE_URL ?? null,
    databaseAppUrl: values.DATABASE_APP_URL ?? null,
    isEmbeddedAllowed: !isProduction || values.BUURTKIT_EMBEDDED,
    isProduction,
    publicUrl: values.BUURTKIT_PUBLIC_URL?.replace(/\/$/, '') ?? null,
    pdokUrl: values.BUURTKIT_PDOK_URL,
    tilesUrl: values.BUURTKIT_TILES_URL,
    smtpUrl: values.SMTP_URL ?? null,
    mailFrom: values.MAIL_FROM ?? 'buurtkit@localhost',
    trustedProxies: readProxies(values.BUURTKIT_TRUSTED_PROXIES ?? ''),
    hasDefences: values.BUURTKIT_DEFENCES === 'on',
    hasTestClock: values.BUURTKIT_TEST_CLOCK,
    logLevel: values.LOG_LEVEL,
  };
}

function readProxies(list: string): string[] {
  const proxies = list.split(',').map((each) => each.trim());
  const given = proxies.filter((each) => each !== '');
  const wrong = given.find((each) => !isAddressRange(each));
  if (wrong !== undefined)
    throw new ConfigError(`BUURTKIT_TRUSTED_PROXIES has “${wrong}”: give addresses or ranges, such as 10.0.0.0/8,192.0.2.7.`);
  return given;
}
