import { SYSTEM } from '#lib/kernel';
import { RecognitionService } from '#lib/recognition';
import { CalendarService } from '#lib/units';
import { A_NOTICE } from './calendars.js';
import { type District, aPerson } from './factories.js';
import { type Client, type RunningContest } from './harness.js';
import { anEligible } from './judging.js';
import { aPastContest } from './rollouts.js';
import { mutation } from './sign-in.js';
import { type Twice } from './twice.js';

export const SHOWN = `id version state receiptNumber acceptedOn decideBy late councilNumber votesOf votesNeeded satOn yes no decidedOn reasons influence
  revokeNumber seats { personId role present } initiative { id title } authorNames unit { id }
  whyNotAccept { code } whyNotSeat { code } whyNotOpenSitting { code } whyNotCloseSitting { code } whyNotRevoke { code }`;
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

export const aDecision = { number: '77/QĐ-UBND', decidedOn: '2026-01-05', votesOf: 'SEATED' };

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
  organiser: Client,
): Promise<Readonly<Record<'recognitionId' | 'recognisedId' | 'freeInitiativeId', string>>> {
  const submitter = await contest.as(district.people.submitter);
  const members = await aCouncil(contest, district, 3);
  const seated = async (): Promise<any> => {
    const initiativeId = await aFreeInitiative(contest, district);
    const applied = await submitter.ask(act('applyForRecognition'), {
      input: { initiativeId, firstAppliedOn: '2023-05-01', benefit: 'Rút ngắn thời gian.' },
    });
    const accepted = await organiser.ask(act('acceptRecognition'), { input: { recognitionId: applied.id, version: applied.version } });
    const order = { ...aDecision, recognitionId: applied.id, version: accepted.version, members };
    return organiser.ask(act('seatRecognitionCouncil'), { input: { ...order, decidedOn: '2020-01-05' } });
  };
  const [waiting, voted] = [await seated(), await seated()];
  const of = (one: any) => ({ recognitionId: one.id as string, version: one.version as number });
  const service = contest.get(RecognitionService);
  const sat = await service.openRecognitionSitting(SYSTEM, { ...of(voted), presentIds: members.map(({ personId }) => personId) });
  await service.closeRecognitionSitting(SYSTEM, { ...of(sat), yes: 3, no: 0 });
  return { recognitionId: waiting.id, recognisedId: voted.id, freeInitiativeId: await aFreeInitiative(contest, district) };
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
  await send('revokeRecognition', { ...of(decided), number: '9/QĐ-UBND', decidedOn: '2026-02-01', reason: 'Sao chép.' });
}
