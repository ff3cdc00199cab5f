/** Stops what the set-up started, if it did; a run that never gets here is cleaned up after by the server's guard. */
export default async function stopDatabase() {
  await globalThis.testDatabase?.stop();
}
