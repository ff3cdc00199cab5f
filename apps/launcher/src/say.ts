import { CannotStart } from './embedded-postgres.js';

export function say(english: string, vietnamese: string): void {
  process.stdout.write(`\n${english}\n${vietnamese}\n`);
}

/** Sets the exit code to what the work returns, or says in one sentence why it cannot be done; anything else is a bug and shows where. */
export async function exitWith(work: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    process.stderr.write(`\n${error.message}\n${error.vietnamese}\n`);
    process.exitCode = 1;
  }
}
