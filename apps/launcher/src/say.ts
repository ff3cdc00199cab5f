import { CannotStart } from './cannot-start.js';

/** What the machine says when a file cannot be written, in words. */
const OUTSIDE: Readonly<Record<string, readonly [english: string, vietnamese: string]>> = {
  ENOSPC: ['The disk is full; make room and start again.', 'Ổ đĩa đã đầy; hãy giải phóng dung lượng rồi chạy lại.'],
  EDQUOT: ['The quota of the disk is used up; make room and start again.', 'Đã hết hạn mức đĩa; hãy giải phóng dung lượng rồi chạy lại.'],
  EROFS: ['The disk can only be read.', 'Ổ đĩa chỉ cho đọc.'],
  EACCES: ['A file that is needed may not be opened by this account.', 'Tài khoản này không được mở một tệp cần dùng.'],
};

function sentenceOf(error: unknown): CannotStart | undefined {
  if (error instanceof CannotStart) return error;
  const { code = '', path } = error as NodeJS.ErrnoException;
  const words = OUTSIDE[code];
  const at = path === undefined ? '' : ` (${path})`;
  return words && new CannotStart(words[0] + at, words[1] + at);
}

export function say(english: string, vietnamese: string): void {
  process.stdout.write(`\n${english}\n${vietnamese}\n`);
}

/** Sets the exit code to what the work returns, or says in one sentence why it cannot be done; anything else is a bug and shows where. */
export async function exitWith(work: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    const why = sentenceOf(error);
    if (!why) throw error;
    process.stderr.write(`\n${why.message}\n${why.vietnamese}\n`);
    process.exitCode = 1;
  }
}
