import { type ProcedureSaid, type VersionSaid } from '#domain/procedure';
import { SYSTEM } from '#lib/kernel';
import { ProcedureService } from '#lib/procedure';
import { type RunningContest } from './harness.js';

export const A_PROCEDURE: ProcedureSaid & VersionSaid = {
  ...{ code: '1.012379.H13', name: 'Cấp giấy phép bán lẻ rượu', field: 'Lưu thông hàng hóa', level: 'COMMUNE' },
  ...{ sourceUrl: 'https://dichvucong.gov.vn/p/1.012379', checkedOn: '2026-01-05', decision: 'Quyết định số 12/QĐ-UBND' },
  ...{ startsOn: '2025-07-01', endsOn: null, steps: ['Nộp hồ sơ'], basis: ['Nghị định số 105/2017/NĐ-CP'] },
  ways: [{ way: 'Trực tiếp', amount: 15, countedIn: 'WORKING_DAY', fee: '1.100.000 đồng' }],
  items: [{ name: 'Đơn đề nghị', originals: 1, copies: 0, form: 'Mẫu số 01' }],
};

/** A procedure of the catalogue, by its id and version. */
export async function aProcedure(
  contest: RunningContest,
  said: Partial<ProcedureSaid & VersionSaid> = {},
): Promise<{ procedureId: string; version: number }> {
  const { procedure } = await contest.get(ProcedureService).writeProcedure(SYSTEM, { ...A_PROCEDURE, ...said });
  return { procedureId: procedure.id, version: procedure.version };
}
