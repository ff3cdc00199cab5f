import { type Client, type RunningContest } from './harness.js';
import { CalendarService } from '#lib/units';
import { SYSTEM } from '#lib/kernel';

/** Alcohol retail: five years, filed thirty days before the end. */
export const A_KIND = {
  ...{
    name: 'Giấy phép bán lẻ rượu',
    term: { amount: 5, countedIn: 'YEAR' },
    fileBefore: { amount: 30, countedIn: 'DAY' },
    steps: [60, 30, 7],
  },
  ...{ legalBasis: 'Nghị định số 105/2017/NĐ-CP', startsOn: '2018-01-01' },
};

const days = (year: number, ...of: string[]) => of.map((day) => `${String(year)}-${day}`);

/** Calendar G of the worked examples. */
export const CALENDAR_G = [
  {
    year: 2025,
    daysOff: days(2025, '01-27', '01-28', '01-29', '01-30', '01-31', '04-07', '04-30', '05-01', '05-02', '09-01', '09-02'),
    daysWorked: ['2025-04-26'],
  },
  { year: 2026, daysOff: days(2026, '01-01', '02-16', '02-17', '02-18', '02-19', '02-20', '04-27', '04-30', '05-01'), daysWorked: [] },
];

export async function withCalendarG(contest: RunningContest): Promise<void> {
  const notice = { decisionNumber: 'TB 1/2024', issuer: 'Bộ Nội vụ', decidedOn: '2024-12-01' };
  for (const year of CALENDAR_G) await contest.get(CalendarService).enterWorkingCalendar(SYSTEM, { ...year, ...notice });
}

export const TYPES_OF_LICENCES = { enterLicenceKind: 'LicenceKind', enterLicence: 'Licence' };

type Done = (client: Client, name: string, input: Record<string, unknown>) => Promise<any>;

/** A kind with a licence of a commune, for whoever looks on. */
export async function theirLicences(
  contest: RunningContest,
  done: Done,
  [organiser, officer]: [Client, Client],
  unitId: string,
): Promise<Record<string, string>> {
  const { id: kindId } = await done(organiser, 'enterLicenceKind', { ...A_KIND, kindCode: 'RUOU_BAN_LE' });
  const said = { licenceNumber: '12/GP', holder: 'Cửa hàng Hòa Bình', issuedOn: '2021-11-30', phone: '0912345678' };
  const licence = await done(officer, 'enterLicence', { unitId, kindId, ...said });
  const renewable = await done(officer, 'enterLicence', { unitId, kindId, ...said, licenceNumber: '11/GP' });
  const correctable = await done(officer, 'enterLicence', { unitId, kindId, ...said, licenceNumber: '10/GP' });
  const [reminder]: any[] = await contest
    .em()
    .getConnection()
    .execute(
      `insert into reminder (id, licence_id, expires_on, step, wording, nominal_on, due_on, channel, state, at)
     values (gen_random_uuid(), ?, '2026-11-30', 7, 'BEFORE', '2026-10-24', '2026-10-23', 'CALL', 'DUE', now()) returning id`,
      [licence.id],
    );
  const licences = { licenceId: licence.id, renewableId: renewable.id, correctableId: correctable.id };
  return { licenceKindId: kindId, ...licences, reminderId: reminder?.id as string };
}
