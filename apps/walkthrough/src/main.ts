import { play } from './play.js';
import { RefusedOutOfTurn } from './player.js';
import { readSettings } from './settings.js';

const settings = readSettings();
const begun = performance.now();

try {
  await play(settings, (line) => process.stdout.write(`${line}\n`));
  process.stdout.write(`\nTrọn một năm tại ${settings.url} trong ${((performance.now() - begun) / 1000).toFixed(1)} giây.\n`);
} catch (error) {
  if (!(error instanceof Error)) throw error;
  process.exitCode = 1;
  if (error instanceof RefusedOutOfTurn) process.stderr.write(`\nKhông diễn tiếp được. ${error.message}\n`);
  else if (isUnreachable(error))
    process.stderr.write(
      `\nKhông có máy chủ nào trả lời tại ${settings.url}; hãy chạy npm start trước.\nNo server answers at ${settings.url}; run npm start first.\n`,
    );
  else throw error;
}

function isUnreachable(error: Error): boolean {
  return error.message === 'fetch failed';
}
