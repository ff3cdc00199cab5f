import { randomUUID } from 'node:crypto';
import { type Clock } from '#lib/kernel';
import { S3Store } from '../../libs/platform/src/files/index.js';

/** The settings of an application on that server, in a bucket of its own, or null where the environment names none. */
export function storeSettings(): Record<string, string> | null {
  const { S3_TEST_ENDPOINT: endpoint, S3_TEST_ACCESS_KEY: accessKey, S3_TEST_SECRET_KEY: secretKey } = process.env;
  if (!endpoint || !accessKey || !secretKey) return null;
  return { S3_ENDPOINT: endpoint, S3_ACCESS_KEY: accessKey, S3_SECRET_KEY: secretKey, S3_BUCKET: `files-${randomUUID()}` };
}

/** An S3 store in a bucket of its own on the server that `.ci/s3-server` started, or null where the environment names none. */
export function s3FromEnvironment(clock: Clock): S3Store | null {
  const { S3_TEST_ENDPOINT: endpoint, S3_TEST_ACCESS_KEY: accessKey, S3_TEST_SECRET_KEY: secretKey } = process.env;
  if (!endpoint || !accessKey || !secretKey) return null;
  return new S3Store({ endpoint, accessKey, secretKey, region: 'us-east-1', bucket: `files-${randomUUID()}`, clock, silentMs: 10_000 });
}
