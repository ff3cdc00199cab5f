import { type RunningContest } from './harness.js';
import { aProcedure } from './procedures.js';
import { type Twice } from './twice.js';

/** Every mutation on procedures and counters, each sent twice. */
export async function playServices(
  contest: RunningContest,
  twice: Twice,
  { personId, unitId }: { personId: string; unitId: string },
): Promise<void> {
  const send = (name: string, input: Record<string, unknown>): Promise<any> => twice.send(personId, name, input, 10);
  await send('checkProcedure', await aProcedure(contest));
  const { id: counterId, version } = await send('openCounter', { unitId, name: 'Quầy số 1', openFrom: '2024-01-02' });
  const renamed = await send('editCounter', { counterId, version, name: 'Quầy Hộ tịch', fieldName: 'Hộ tịch' });
  await send('closeCounter', { counterId, version: renamed.version, openTo: '2026-12-31', reason: 'Ghép quầy.' });
}
