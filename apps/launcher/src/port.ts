import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { CannotStart } from './cannot-start.js';

/** Tried by taking it for a moment. Patience is for a killed run whose server is still leaving. */
export async function portIsFree(host: string, port: number, patience: number): Promise<void> {
  for (let waited = 0; ; waited += 100) {
    const failure = await takePort(host, port);
    if (failure === undefined) return;
    if (failure === 'EADDRINUSE' && waited < patience) await pause(100);
    else throw cannotListen(host, port, failure);
  }
}

/** The code of what went wrong, or nothing. */
function takePort(host: string, port: number): Promise<string | undefined> {
  return new Promise((answer) => {
    const probe = createServer().once('error', (error: NodeJS.ErrnoException) => {
      answer(error.code ?? error.message);
    });
    probe.listen(port, host, () => {
      probe.close(() => {
        answer(undefined);
      });
    });
  });
}

function cannotListen(host: string, port: number, code: string): CannotStart {
  const at = String(port);
  if (code === 'EADDRINUSE') {
    return new CannotStart(
      `Port ${at} is in use by another program; choose another: PORT=${String(port + 1)} npm start.`,
      `Cổng ${at} đang được chương trình khác dùng; hãy chọn cổng khác: PORT=${String(port + 1)} npm start.`,
    );
  }
  return new CannotStart(
    `This account may not listen on ${host}, port ${at} (${code}); set HOST or PORT.`,
    `Tài khoản này không mở được cổng ${at} trên ${host} (${code}); hãy đặt HOST hoặc PORT.`,
  );
}
