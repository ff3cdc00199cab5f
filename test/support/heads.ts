import { SYSTEM } from '#lib/kernel';
import { PersonService } from '#lib/identity';
import { aPerson } from './factories.js';
import { type Client, type RunningContest } from './harness.js';

/** Somebody who heads a unit: a position, and no role. */
export async function aHead(
  contest: RunningContest,
  unitId: string,
  fullName = 'Đỗ Thị Đứng Đầu',
): Promise<{ id: string; client: Client }> {
  const id = await aPerson(contest, { unitId, fullName });
  const position = { personId: id, unitId, titleVi: 'Chủ tịch UBND xã', titleEn: 'Chair of the commune', heads: true, from: '2020-01-01' };
  await contest.get(PersonService).addPosition(SYSTEM, position);
  return { id, client: await contest.as(id) };
}
