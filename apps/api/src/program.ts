import { type Locale, type RefusalBook, Refused } from '#lib/kernel';

const SAID_IN: readonly Locale[] = ['en', 'vi'];

/** What a supervisor may tell apart: the database is of another version than the program. */
const EXIT_CODES: Readonly<Record<string, number>> = { DATABASE_NEWER: 3, DATABASE_OLDER: 3, MIGRATION_EDITED: 3 };

/** What the machine and the database say when a program cannot do its work, by the refusal that tells it to people. */
const OUTSIDE: Readonly<Record<string, readonly string[]>> = {
  DISK_FULL: ['ENOSPC', 'EDQUOT', '53100'],
  DATABASE_UNREACHABLE: ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', '57P01', '57P02', '57P03', '08001', '08006'],
  DATABASE_DENIED: ['28000', '28P01', '3D000', '42501'],
  FOLDER_DENIED: ['EACCES', 'EPERM', 'EROFS'],
};

/** The refusal that an error from outside stands for, however deep a library has wrapped it. */
export function refusalOf(error: unknown): Refused | null {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth += 1) {
    if (at instanceof Refused) return at;
    const { code } = at as NodeJS.ErrnoException;
    const found = Object.entries(OUTSIDE).find(([, codes]) => code !== undefined && codes.includes(code));
    if (found) return new Refused(found[0], { reason: code ?? '' });
    if (at instanceof AggregateError && at.errors.length > 0) return refusalOf(at.errors[0]);
  }
  return null;
}

/** Runs a program to its end. What cannot be done is one sentence in each language and a non-zero exit; anything else is a bug and shows where. `books` have the words beside the platform's own. */
export async function program(work: () => Promise<void>, books: readonly RefusalBook[] = []): Promise<void> {
  try {
    await work();
  } catch (error) {
    const refused = refusalOf(error);
    if (!refused) throw error;
    const { Refusals } = await import('#lib/platform'); // not before, so that a step that has nothing to do is quick
    const refusals = new Refusals(books);
    for (const locale of SAID_IN) process.stderr.write(`${refusals.message(refused.code, refused.detail, locale)}\n`);
    process.exitCode = EXIT_CODES[refused.code] ?? 1;
  }
}
