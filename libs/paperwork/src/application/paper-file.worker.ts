import { parentPort, workerData } from 'node:worker_threads';
import { type PaperSetting, setPaper } from './paper-setting.js';

// The one thing this thread is started for: set the paper, reply, end.
parentPort?.postMessage({ value: await setPaper(workerData as PaperSetting) });
