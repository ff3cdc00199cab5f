import { rmSync } from 'node:fs';

/** Stops what the set-up started, if it did; a run that never gets here is cleaned up after by the server's guard. */
export default async function stopDatabase() {
  // With one worker the tests ran in this process.
  await globalThis.stopIdleServers?.();
  await globalThis.testDatabase?.stop();
  rmSync(process.env.TEST_FILES_DIR, { recursive: true, force: true });
}
