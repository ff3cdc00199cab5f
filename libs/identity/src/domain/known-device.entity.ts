import { createHash } from 'node:crypto';
import { defineEntity, p } from '@mikro-orm/core';
import { Person } from './person.entity.js';

/** How long a device is known after its last use. */
export const DEVICE_KNOWN_MS = 400 * 86_400_000;

/** Somebody's devices are these at most; the one that was used longest ago goes first. */
export const MOST_DEVICES = 20;

const KnownDeviceSchema = defineEntity({
  name: 'KnownDevice',
  tableName: 'known_device',
  uniques: [{ name: 'known_device_token', properties: ['tokenHash'] }],
  properties: {
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person).lazyRef().index(),
    tokenHash: p.text().hidden(),
    createdAt: p.datetime(),
    lastUsedAt: p.datetime().index(),
  },
});

/** That somebody has signed in from this browser before: strangers' wrong passwords do not hold it up. It opens nothing. */
export class KnownDevice extends KnownDeviceSchema.class {}
KnownDeviceSchema.setClass(KnownDevice);

/** What is kept of a device's token: not the same for two people, so that the rows do not tell who shares a computer. */
export function deviceHash(personId: string, token: string): string {
  return createHash('sha256').update(`${personId}:${token}`).digest('hex');
}
