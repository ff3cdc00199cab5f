import { SYSTEM, randomId } from '#lib/kernel';
import { CalendarService } from '#lib/units';
import { A_NOTICE } from './calendars.js';
import { type District, aPerson } from './factories.js';
import { type RunningContest } from './harness.js';
import { anEligible } from './judging.js';
import { aPastContest } from './rollouts.js';
import { mutation } from './sign-in.js';
import { type Twice } from './twice.js';

export const SHOWN = `id version state receiptNumber acceptedOn decideBy late councilNumber votesOf votesNeeded satOn yes no decidedOn reason influence
  recognitionNumber recognisedOn revocationNumber seats { person { id } role present } initiative { id title } authorNames unit { id }
  whyNotAccept { code } whyNotSeat { code } whyNotOpenSitting { code } whyNotCloseSitting { code } whyNotRecordDecision { code } whyNotRevoke { code }`;
export const act = (name: string): string =>
  mutation(name, `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`, `... on Recognition { ${SHOWN} }`);
export const RECOGNITION = `query ($id: ID!) { recognition(id: $id) { ${SHOWN} } }`;
export const RECOGNITIONS = `query ($states: [RecognitionState!]) { recognitions(first: 50, states: $states) { totalCount edges { node { ${SHOWN} } } } }`;
export const OF_INITIATIVE =
  'query ($initiativeId: ID!) { initiativeRecognition(initiativeId: $initiativeId) { id whyNotApply { code } latest { id state } } }';

/** An initiative of a past contest, by the submitter and the head of the finance department. */
export async function aFreeInitiative(contest: RunningContest, district: District): Promise<string> {
  const past = await aPastContest(contest, district);
  const { submitter, head } = district.people;
  const at = { contestId: past.id, areaId: past.areaId };
  return anEligible(contest, at, { ownerId: district.units.finance, authorIds: [submitter, head] });
}

/** Members of a council, the first its chair and the second its secretary. */
export async function aCouncil(contest: RunningContest, { units }: District, size: number): Promise<{ personId: string; role: string }[]> {
  const members: { personId: string; role: string }[] = [];
  for (let at = 0; at < size; at++)
    members.push({ personId: await aPerson(contest, { unitId: units.culture }), role: ['CHAIR', 'SECRETARY'][at] ?? 'MEMBER' });
  return members;
}

export const aDecision = { decisionNumber: '77/QĐ-UBND', decidedOn: '2026-01-05', votesOf: 'SEATED' };

/** The years whose days off are known. */
export async function twoYears(contest: RunningContest): Promise<void> {
  for (const year of [2025, 2026])
    await contest
      .get(CalendarService)
      .enterWorkingCalendar(SYSTEM, { ...A_NOTICE, year, decidedOn: '2024-12-10', daysOff: [`${String(year)}-01-01`] });
}

/** One with a council that has not sat, and one that is recognised; ids by the names of the API. */
export async function theirRecognitions(
  contest: RunningContest,
  district: District,
): Promise<Readonly<Record<'recognitionId' | 'recognisedId' | 'freeInitiativeId', string>>> {
  const { submitter, communeOfficer } = district.people;
  const [recognitionId, recognisedId] = [randomId(), randomId()];
  const whole = `initiative_id, unit_id, applied_by_id, applied_on, first_applied_on, benefit, accepted_on, decide_by, receipt_year, receipt_number,
    council_number, council_decided_on, votes_of`;
  const rows = (statement: string, values: unknown[]) => contest.em().getConnection().execute(statement, values);
  const of = async (id: string, number: number) => [
    ...[id, await aFreeInitiative(contest, district), district.units.district, submitter, '2020-01-02', '2019-05-01', 'Nhanh hơn.'],
    ...['2020-01-03', '2020-04-03', 2020, number, '77/QĐ-UBND', '2020-01-05', 'SEATED'],
  ];
  await rows(`insert into recognition (id, ${whole}, state) values (${'?, '.repeat(14)}'ACCEPTED')`, await of(recognitionId, 1));
  await rows(
    `insert into recognition (id, ${whole}, state, sat_on, seated, present, yes, no, decided_on, influence)
     values (${'?, '.repeat(14)}'RECOGNISED', '2020-02-01', 3, 3, 3, 0, '2020-02-01', 'ESTABLISHMENT')`,
    await of(recognisedId, 2),
  );
  for (const id of [recognitionId, recognisedId])
    await rows(`insert into recognition_seat (id, recognition_id, person_id, role, place) values (gen_random_uuid(), ?, ?, 'CHAIR', 1)`, [
      id,
      communeOfficer,
    ]);
  return { recognitionId, recognisedId, freeInitiativeId: await aFreeInitiative(contest, district) };
}

/** Every mutation on recognitions, each sent twice. */
export async function playRecognitions(contest: RunningContest, twice: Twice, district: District): Promise<void> {
  const { submitter, organiser } = district.people;
  const send = (name: string, input: Record<string, unknown>, by = organiser): Promise<any> => twice.send(by, name, input, 10);
  const members = await aCouncil(contest, district, 3);
  const initiativeId = await aFreeInitiative(contest, district);
  const applied = await send('applyForRecognition', { initiativeId, firstAppliedOn: '2023-05-01', benefit: 'Nhanh hơn.' }, submitter);
  const of = (one: any) => ({ recognitionId: applied.id as string, version: one.version as number });
  const held = await send('acceptRecognition', of({ version: 1 }));
  const seated = await send('seatRecognitionCouncil', { ...aDecision, ...of(held), members });
  const sat = await send('openRecognitionSitting', { ...of(seated), presentIds: members.map(({ personId }) => personId) });
  const decided = await send('closeRecognitionSitting', { ...of(sat), yes: 3, no: 0 });
  const recorded = await send('recordRecognitionDecision', { ...of(decided), decisionNumber: '8/QĐ-UBND', decidedOn: decided.decidedOn });
  await send('revokeRecognition', { ...of(recorded), decisionNumber: '9/QĐ-UBND', decidedOn: '2026-02-01', reason: 'Sao chép.' });
}
