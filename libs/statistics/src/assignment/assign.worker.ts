import { parentPort, workerData } from 'node:worker_threads';
import { NotComputable } from '../common/not-computable.js';
import { assign } from './assign.js';
import { type AssignmentOrder, type AssignmentReply } from './in-worker.js';

// The one thing this thread is started for: reckon, say how far it is, reply, end.
const { problem, options } = workerData as AssignmentOrder;
const reply = (message: AssignmentReply) => {
  parentPort?.postMessage(message);
};

try {
  const assignment = await assign(problem, {
    ...options,
    onProgress: (progress) => {
      reply({ kind: 'PROGRESS', progress });
    },
  });
  reply({ kind: 'DONE', assignment });
} catch (error) {
  if (!(error instanceof NotComputable)) throw error;
  reply({ kind: 'NOT_COMPUTABLE', code: error.code, detail: error.detail });
}
