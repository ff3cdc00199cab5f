import { Refused } from '#lib/kernel';
import { type DatabaseWaits, WAITS } from './database/waits.js';
import { type HttpLimits, readHttpLimits } from './http-limits.js';

export interface S3Config {
  readonly endpoint: string;
  readonly publicEndpoint: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly bucket: string;
  readonly region: string;
}

/** All that is set from outside. Read once; nothing else reads the environment. */
export interface Config {
  readonly databaseUrl: string;
  readonly poolSize: number;
  readonly waits: DatabaseWaits;
  /** After so long without a connection of the pool, while a new one beside it can be had, the process ends itself; in milliseconds. */
  readonly unusableMs: number;
  readonly port: number;
  readonly host: string;
  /** Where people reach the application; links in mails begin with it. */
  readonly publicUrl: string;
  /** Where the disk store keeps files and the mail folder keeps letters. */
  readonly dataDir: string;
  /** Signs links to files. */
  readonly secret: string;
  readonly s3: S3Config | null;
  /** How long the file store is waited for: for an answer, and for the next bytes. */
  readonly storeLimits: { readonly callMs: number; readonly stallMs: number };
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** How long one mail may take to be handed over; in milliseconds. */
  readonly mailMs: number;
  /** True where this process also drains the outbox and runs the schedules. */
  readonly runsWorker: boolean;
  readonly demo: boolean;
  /** Whether anyone may read the schema. */
  readonly introspection: boolean;
  /** What requests without an account may cost per minute; 0: any. */
  readonly anonymousCost: { readonly perAddress: number; readonly total: number };
  readonly secureCookies: boolean;
  /** Addresses of the reverse proxies before it, whose word on the asker's address is taken; null: nobody's. */
  readonly proxies: string | null;
  readonly logLevel: string;
  readonly http: HttpLimits;
  readonly webRoot: string;
  /** Of the service that makes backups: where, at which hour of Asia/Ho_Chi_Minh (`HH:MM`), and how many stay. */
  readonly backup: { readonly folder: string; readonly at: string; readonly keep: number };
}

export const CONFIG = Symbol('Config');

type Environment = Readonly<Record<string, string | undefined>>;

function required(env: Environment, name: string): string {
  const value = env[name];
  if (value === undefined || value === '') throw new Refused('CONFIG_MISSING', { name });
  return value;
}

/** A number of this least size; refuses `CONFIG_INVALID` for what is none. */
function number(env: Environment, name: string, { other, least = 0 }: { other: number; least?: number }): number {
  const value = env[name] ? Number(env[name]) : other;
  if (!Number.isFinite(value) || value < least) throw new Refused('CONFIG_INVALID', { name });
  return value;
}

/** `HH:MM`; refuses `CONFIG_INVALID` for what is none. */
function hourOf(text: string): string {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) throw new Refused('CONFIG_INVALID', { name: 'BACKUP_AT' });
  return text;
}

const inSeconds = (env: Environment, name: string, otherMs: number): number =>
  Math.round(number(env, name, { other: otherMs / 1000, least: 0.1 }) * 1000);

function readWaits(env: Environment): DatabaseWaits {
  return {
    connection: inSeconds(env, 'DATABASE_CONNECTION_SECONDS', WAITS.connection),
    lock: inSeconds(env, 'DATABASE_LOCK_SECONDS', WAITS.lock),
    statement: inSeconds(env, 'DATABASE_STATEMENT_SECONDS', WAITS.statement),
    transaction: inSeconds(env, 'DATABASE_TRANSACTION_SECONDS', WAITS.transaction),
  };
}

function readS3(env: Environment): S3Config | null {
  if (!env.S3_ENDPOINT) return null;
  return {
    endpoint: env.S3_ENDPOINT,
    publicEndpoint: env.S3_PUBLIC_ENDPOINT ?? env.S3_ENDPOINT,
    accessKey: required(env, 'S3_ACCESS_KEY'),
    secretKey: required(env, 'S3_SECRET_KEY'),
    bucket: env.S3_BUCKET ?? 'sang-kien',
    region: env.S3_REGION ?? 'us-east-1',
  };
}

/** Refuses with `CONFIG_MISSING` where something needed is not set. */
export function readConfig(env: Environment = process.env): Config {
  const port = number(env, 'PORT', { other: 3000 });
  return {
    databaseUrl: required(env, 'DATABASE_URL'),
    poolSize: number(env, 'DATABASE_POOL', { other: 10, least: 1 }),
    waits: readWaits(env),
    unusableMs: inSeconds(env, 'DATABASE_UNUSABLE_SECONDS', 60_000),
    port,
    host: env.HOST ?? '0.0.0.0',
    publicUrl: (env.PUBLIC_URL ?? `http://localhost:${String(port)}`).replace(/\/+$/, ''),
    dataDir: env.DATA_DIR ?? '.data',
    secret: required(env, 'APP_SECRET'),
    s3: readS3(env),
    storeLimits: { callMs: Number(env.STORE_TIMEOUT ?? 10) * 1000, stallMs: Number(env.STORE_STALL ?? 30) * 1000 },
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: env.MAIL_FROM ?? 'Cuộc thi sáng kiến <khong-tra-loi@localhost>',
    mailMs: inSeconds(env, 'MAIL_SECONDS', 20_000),
    runsWorker: env.WORKER !== '0',
    demo: env.DEMO === '1',
    introspection: env.INTROSPECTION ? env.INTROSPECTION === '1' : env.DEMO === '1',
    anonymousCost: { perAddress: Number(env.ANONYMOUS_COST || 12_000_000), total: Number(env.ANONYMOUS_COST_TOTAL || 40_000_000) },
    secureCookies: (env.PUBLIC_URL ?? '').startsWith('https:'),
    proxies: env.TRUSTED_PROXIES || null,
    logLevel: env.LOG_LEVEL ?? 'info',
    http: readHttpLimits(env),
    webRoot: env.WEB_ROOT ?? 'dist/web',
    backup: {
      folder: env.BACKUP_FOLDER ?? 'backups',
      at: hourOf(env.BACKUP_AT ?? '02:00'),
      keep: number(env, 'BACKUP_KEEP', { other: 14, least: 1 }),
    },
  };
}
