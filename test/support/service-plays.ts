import { type RunningContest } from './harness.js';
import { aPerson } from './factories.js';
import { A_KIND } from './licences.js';
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
  await playLicences(contest, twice, { personId, unitId });
}

async function playLicences(
  contest: RunningContest,
  twice: Twice,
  { personId, unitId }: { personId: string; unitId: string },
): Promise<void> {
  const officer = await aPerson(contest, { unitId, role: 'COMMUNE_OFFICER' });
  const send = (name: string, input: Record<string, unknown>, by = officer): Promise<any> => twice.send(by, name, input, 10);
  const { id: kindId, version: kindVersion } = await send('enterLicenceKind', { ...A_KIND, kindCode: 'RUOU_BAN_LE' }, personId);
  await send('editLicenceKind', { kindId, version: kindVersion, ...A_KIND, steps: [45, 10] }, personId);
  const whole = { unitId, kindId, holder: 'Cửa hàng Hòa Bình', issuedOn: '2021-03-26' };
  const licence = await send('enterLicence', { ...whole, licenceNumber: '12/GP' });
  const edited = await send('editLicenceContact', { licenceId: licence.id, version: licence.version, phone: '0912345678' });
  const renewal = { licenceNumber: '13/GP', issuedOn: '2026-02-20', filedOn: '2026-02-02' };
  const successor = await send('recordRenewal', { licenceId: licence.id, version: edited.version, ...renewal });
  await send('endLicence', { licenceId: successor.id, version: successor.version, end: 'CLOSED', reason: 'Ngừng kinh doanh.' });
}
