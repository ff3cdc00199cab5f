import { Scorecard } from '#domain/scoring';
import { aRound } from './contests.js';
import { type District } from './factories.js';
import { type RunningContest } from './harness.js';
import { aJudging, marksOf, openRound, signAll } from './judging.js';
import { playPapers } from './papers.js';
import { aResult } from './results.js';
import { playOwnAccount } from './factors.js';
import { playConflicts, playGrants, playMerges } from './second-people.js';
import { type Twice } from './twice.js';

interface Edited {
  readonly id: string;
  readonly version: number;
}

/** What takes two people or is done again, each act sent more than once; and the pack of what comes out. */
export async function playRevisions(contest: RunningContest, district: District, twice: Twice): Promise<void> {
  await playOwnAccount(contest, district, twice);
  await playGrants(contest, district, twice);
  await playReopening(contest, district, twice);
  await playCorrection(contest, district, twice);
  await playChairVote(contest, district, twice);
}

async function playReopening(contest: RunningContest, district: District, twice: Twice): Promise<void> {
  const { organiser } = district.people;
  const rounds = [aRound('dossier', { judgesPerInitiative: 1, minimumCards: 1, visibility: 'ANONYMOUS' })];
  const judging = await aJudging(contest, district, { initiatives: 1, judges: 1, ruleBook: { rounds, tieBreak: [] } });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const hiding = { decision: 'HIDE', words: ['tự động'], fileIds: [], reason: 'Lộ tên phần mềm của đơn vị.' };
  await twice.send(organiser, 'decideNames', { initiativeId: judging.initiatives[0], version: 1, ...hiding }, 3);
  await playConflicts(contest, district, twice, judging.initiatives[0]!);
  await playMerges(contest, district, twice);
  await signAll(contest, judging, roundId, () => marksOf('20', '20', '20'));
  const card = await contest.em().findOneOrFail(Scorecard, { round: roundId });
  const ask = async (): Promise<Edited> =>
    (await twice.send(card.judge.id, 'requestReopening', { scorecardId: card.id, reason: 'Nhập nhầm điểm.' }, 3)) as Edited;
  const withdrawn = await ask();
  await twice.send(card.judge.id, 'withdrawReopening', { reopeningId: withdrawn.id, version: withdrawn.version }, 3);
  const refused = await ask();
  await twice.send(organiser, 'refuseReopening', { reopeningId: refused.id, version: refused.version, reason: 'Chưa rõ lý do.' }, 3);
  const approved = await ask();
  await twice.send(organiser, 'approveReopening', { reopeningId: approved.id, version: approved.version }, 3);
}

async function playCorrection(contest: RunningContest, district: District, twice: Twice): Promise<void> {
  const { organiser, leader } = district.people;
  const { judges, rounds } = await aResult(contest, district, { marks: ['20', '25'] });
  await playPapers(contest, twice, { personId: organiser, unitId: district.units.district, roundId: rounds[0]! });
  const [judge = ''] = judges;
  const card = await contest.em().findOneOrFail(Scorecard, { round: rounds[0]!, judge }, { orderBy: { id: 'asc' } });
  const propose = async () => {
    const input = { scorecardId: card.id, kind: 'CARD_RESIGNED', reason: 'Cộng nhầm điểm.' };
    return on((await twice.send(organiser, 'proposeCorrection', input, 3)) as Edited);
  };
  const on = ({ id, version }: Edited) => ({ correctionId: id, version });
  await twice.send(organiser, 'withdrawCorrection', await propose(), 3);
  await twice.send(leader, 'rejectCorrection', { ...(await propose()), reason: 'Không có căn cứ.' }, 3);
  const signed = (await twice.send(judge, 'signCorrection', { ...(await propose()), marks: marksOf('22', '20', '30') }, 3)) as Edited;
  await twice.send(leader, 'applyCorrection', on(signed), 3);
}

async function playChairVote(contest: RunningContest, district: District, twice: Twice): Promise<void> {
  const { contestId, initiatives, judges } = await aResult(contest, district, { marks: ['20', '20'] });
  await twice.send(judges[0]!, 'castChairVote', { contestId, initiativeIds: initiatives, reason: 'Dễ nhân rộng hơn.' }, 3);
  await twice.send(district.people.organiser, 'makeResultPack', { contestId }, 3);
}
