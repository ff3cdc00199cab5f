import { TransactionContext } from '@mikro-orm/core';
import { SYSTEM } from '#lib/kernel';
import { MailTransport } from '#lib/notice';
import { ObjectStore, UnitOfWork } from '#lib/platform';
import { aDistrict } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import { aWorld } from './support/world.js';

let contest: RunningContest;

beforeAll(async () => {
  contest = await startContest();
});
afterAll(() => contest.stop());

/** What is called of it, and what of that while a transaction was open around the call. Signing an address asks nobody. */
function watched(target: object): { called: Set<string>; inside: Set<string> } {
  const seen = { called: new Set<string>(), inside: new Set<string>() };
  const methods = target as Record<string, unknown>;
  for (let at = Object.getPrototypeOf(target) as object; at !== Object.prototype; at = Object.getPrototypeOf(at) as object) {
    for (const name of Object.getOwnPropertyNames(at)) {
      const method = methods[name];
      if (name === 'constructor' || name.startsWith('presign') || typeof method !== 'function') continue;
      methods[name] = (...args: unknown[]): unknown => {
        seen.called.add(name);
        if (TransactionContext.getEntityManager()) seen.inside.add(name);
        return (method as (...given: unknown[]) => unknown).apply(target, args);
      };
    }
  }
  return seen;
}

test('while a whole year is played, neither the file store nor the mail server is waited for inside a transaction', async () => {
  const store = watched(contest.get(ObjectStore));
  const mail = watched(contest.get(MailTransport));
  const district = await aDistrict(contest);
  await aWorld(contest, district);
  await contest.tick();

  expect([...store.inside, ...mail.inside]).toEqual([]);
  expect([...store.called]).toEqual(expect.arrayContaining(['assemble', 'copy', 'open', 'put']));
  expect([...mail.called]).toEqual(['send']);

  await contest.get(UnitOfWork).act(SYSTEM, 'test', () => contest.get(ObjectStore).health());
  expect([...store.inside]).toEqual(['health']);
}, 120_000);
