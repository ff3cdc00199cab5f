import { readConfig } from './config.js';

const NEEDED = { DATABASE_URL: 'postgresql://localhost/x', APP_SECRET: 'a-secret-of-thirty-two-characters-or-more' };
const read = (more: Record<string, string>) => () => readConfig({ ...NEEDED, ...more });

test.each([
  ...['DATABASE_POOL', 'BACKUP_KEEP', 'HTTP_CONNECTIONS', 'HTTP_BODY_MS', 'HTTP_HEADERS_MS', 'HTTP_STALL_MS', 'HTTP_IDLE_MS'].flatMap(
    (name) => ['0', '-1', '1.5', 'nhiều', '1e3', '0x10', ' ', 'NaN'].map((value) => [name, value]),
  ),
  ...['ANONYMOUS_COST', 'ANONYMOUS_COST_TOTAL', 'PORT'].flatMap((name) =>
    ['-1', '1.5', '12.000.000', '12tr', ' '].map((value) => [name, value]),
  ),
  ...[
    ...['DATABASE_CONNECTION', 'DATABASE_LOCK', 'DATABASE_STATEMENT', 'DATABASE_TRANSACTION', 'DATABASE_UNUSABLE', 'MAIL'].map(
      (name) => `${name}_SECONDS`,
    ),
    ...['STORE_TIMEOUT', 'STORE_STALL'],
  ].flatMap((name) => ['0', '-1', 'soon', '5s', '1,5', 'Infinity', '9999999999'].map((value) => [name, value])),
  ['PORT', '65536'],
  ['BACKUP_AT', '25:00'],
  ['PUBLIC_URL', 'sang-kien.vn'],
  ['S3_ENDPOINT', 's3:9000'],
  ['SMTP_URL', 'mail.example.vn'],
  ['APP_SECRET', 'too-short'],
])('the setting %s="%s" is refused with its name, and never taken for another', (name, value) => {
  expect(read({ S3_ACCESS_KEY: 'a', S3_SECRET_KEY: 'b', [name]: value })).toThrow(
    expect.objectContaining({ code: 'CONFIG_INVALID', detail: { name } }),
  );
});

test('what is left out or empty has its default, and what is set is taken', () => {
  const { poolSize, waits, anonymousCost, storeLimits, publicUrl, smtpUrl } = readConfig({ ...NEEDED, DATABASE_POOL: '', SMTP_URL: '' });
  expect({ poolSize, waits, anonymousCost, storeLimits, publicUrl, smtpUrl }).toEqual({
    poolSize: 10,
    waits: { connection: 5000, lock: 5000, statement: 15_000, transaction: 60_000 },
    anonymousCost: { perAddress: 12_000_000, total: 40_000_000 },
    storeLimits: { callMs: 10_000, stallMs: 30_000 },
    publicUrl: 'http://localhost:3000',
    smtpUrl: null,
  });
  expect(read({ ANONYMOUS_COST: '0', STORE_TIMEOUT: '2.5', PUBLIC_URL: 'https://a.vn/' })()).toMatchObject({
    anonymousCost: { perAddress: 0 },
    storeLimits: { callMs: 2500 },
    publicUrl: 'https://a.vn',
  });
  expect(() => readConfig({ DATABASE_URL: NEEDED.DATABASE_URL })).toThrow(
    expect.objectContaining({ code: 'CONFIG_MISSING', detail: { name: 'APP_SECRET' } }),
  );
});
