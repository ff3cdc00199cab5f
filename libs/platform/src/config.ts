import { Refused } from '#lib/kernel';
import { type DatabaseWaits, WAITS } from './database/waits.js';
import { type HttpLimits, readHttpLimits } from './http-limits.js';
import { type Environment, Settings } from './settings.js';

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
  /** Where Prometheus reads figures; null: nowhere. */
  readonly metrics: { readonly port: number; readonly host: string } | null;
  /** Where people reach the application; links in mails begin with it. */
  readonly publicUrl: string;
  /** Where the disk store keeps files and the mail folder keeps letters. */
  readonly dataDir: string;
  /** `/ready` calls a disk full on which less is free; in MiB. */
  readonly diskReserveMb: number;
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

const SHORTEST_SECRET = 32;
const HTTP = ['http:', 'https:'];

function readWaits(settings: Settings): DatabaseWaits {
  return {
    connection: settings.seconds('DATABASE_CONNECTION_SECONDS', WAITS.connection),
    lock: settings.seconds('DATABASE_LOCK_SECONDS', WAITS.lock),
    statement: settings.seconds('DATABASE_STATEMENT_SECONDS', WAITS.statement),
    transaction: settings.seconds('DATABASE_TRANSACTION_SECONDS', WAITS.transaction),
  };
}

function readS3(settings: Settings): S3Config | null {
  const endpoint = settings.address('S3_ENDPOINT', HTTP);
  if (endpoint === null) return null;
  return {
    endpoint,
    publicEndpoint: settings.address('S3_PUBLIC_ENDPOINT', HTTP) ?? endpoint,
    accessKey: settings.required('S3_ACCESS_KEY'),
    secretKey: settings.required('S3_SECRET_KEY'),
    bucket: settings.text('S3_BUCKET') ?? 'sang-kien',
    region: settings.text('S3_REGION') ?? 'us-east-1',
  };
}

function readSecret(settings: Settings): string {
  const secret = settings.required('APP_SECRET');
  if (secret.length < SHORTEST_SECRET) throw new Refused('CONFIG_INVALID', { name: 'APP_SECRET' });
  return secret;
}

/** Only this machine reads them where nothing else is said. */
function readMetrics(settings: Settings): Config['metrics'] {
  const port = settings.whole('METRICS_PORT', { other: 0, most: 65_535 });
  return port === 0 ? null : { port, host: settings.text('METRICS_HOST') ?? '127.0.0.1' };
}

/** Refuses with `CONFIG_MISSING` where something needed is not set, and with `CONFIG_INVALID` what is not of its kind. */
export function readConfig(env: Environment = process.env): Config {
  const settings = new Settings(env);
  const port = settings.whole('PORT', { other: 3000, most: 65_535 });
  const publicUrl = settings.address('PUBLIC_URL', HTTP) ?? `http://localhost:${String(port)}`;
  const demo = settings.text('DEMO') === '1';
  const introspection = settings.text('INTROSPECTION');
  return {
    databaseUrl: settings.required('DATABASE_URL'),
    poolSize: settings.whole('DATABASE_POOL', { other: 10, least: 1, most: 1000 }),
    waits: readWaits(settings),
    unusableMs: settings.seconds('DATABASE_UNUSABLE_SECONDS', 60_000),
    port,
    host: settings.text('HOST') ?? '0.0.0.0',
    metrics: readMetrics(settings),
    publicUrl,
    dataDir: settings.text('DATA_DIR') ?? '.data',
    diskReserveMb: settings.whole('DISK_RESERVE_MB', { other: 512 }),
    secret: readSecret(settings),
    s3: readS3(settings),
    storeLimits: { callMs: settings.seconds('STORE_TIMEOUT', 10_000), stallMs: settings.seconds('STORE_STALL', 30_000) },
    smtpUrl: settings.address('SMTP_URL', ['smtp:', 'smtps:']),
    mailFrom: settings.text('MAIL_FROM') ?? 'Cuộc thi sáng kiến <khong-tra-loi@localhost>',
    mailMs: settings.seconds('MAIL_SECONDS', 20_000),
    runsWorker: settings.text('WORKER') !== '0',
    demo,
    introspection: introspection === null ? demo : introspection === '1',
    anonymousCost: {
      perAddress: settings.whole('ANONYMOUS_COST', { other: 12_000_000 }),
      total: settings.whole('ANONYMOUS_COST_TOTAL', { other: 40_000_000 }),
    },
    secureCookies: publicUrl.startsWith('https:'),
    proxies: settings.text('TRUSTED_PROXIES'),
    logLevel: settings.text('LOG_LEVEL') ?? 'info',
    http: readHttpLimits(settings),
    webRoot: settings.text('WEB_ROOT') ?? 'dist/web',
    backup: {
      folder: settings.text('BACKUP_FOLDER') ?? 'backups',
      at: settings.matching('BACKUP_AT', /^([01]\d|2[0-3]):[0-5]\d$/, '02:00'),
      keep: settings.whole('BACKUP_KEEP', { other: 14, least: 1 }),
    },
  };
}
