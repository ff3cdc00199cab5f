import { type RunningContest } from './harness.js';
import { aProcedure } from './procedures.js';
import { heldRatings } from './ratings.js';
import { type Twice } from './twice.js';

/** Every mutation on procedures, counters and what is said there, each sent twice. */
export async function playServices(
  contest: RunningContest,
  twice: Twice,
  { personId, unitId }: { personId: string; unitId: string },
): Promise<void> {
  const send = (name: string, input: Record<string, unknown>): Promise<any> => twice.send(personId, name, input, 10);
  await send('checkProcedure', await aProcedure(contest));
  const { id: counterId, version } = await send('openCounter', { unitId, name: 'Quầy số 1', openFrom: '2024-01-02' });
  const renamed = await send('editCounter', { counterId, version, name: 'Quầy Hộ tịch', fieldName: 'Hộ tịch' });
  await send('issueSlips', { counterId, slips: 2 });
  await send('recordTransactions', { unitId, month: '2026-02-01', transactions: 90, source: 'Phần mềm một cửa' });
  const holdId = await heldRatings(contest, counterId as string, '2026-02-27');
  await send('decideRatings', { holdId, version: 1, verdict: 'EXCLUDE', reason: 'Một người gửi.' });
  await send('closeCounter', { counterId, version: renamed.version, openTo: '2026-12-31', reason: 'Ghép quầy.' });
}
