import { AwardDecisionService, AwardService } from '#lib/award';
import { type DocumentKind, type DocumentSeed, contest2023, initiatives2023, returnReasons } from '../content/index.js';
import { advance, announceContest, paper, publishPaper, seatJury, seatOffice } from './contests.js';
import { attachEvidence } from './evidence.js';
import { type Held, accept, declareAndConfirm, draft, giveBack, resubmit, submit } from './initiatives.js';
import { assignAndOpen, attestAndRead, cardsOf, closeRound, planRounds, sign } from './judging.js';
import { type Season, daysOn, moment } from './season.js';

const PLAN = { year: 2023, rosterAsOf: '2023-04-05', papersOn: '2023-04-03' };

/** Every fourth initiative comes with a file, and one is given back for more. */
const WITH_FILE = 4;
const RETURNED = 'i23-24';
const DUE_BACK = moment('2023-07-26', '17:00');

/** The contest of 2023, played from its announcement to the published result. */
export async function playContest2023(season: Season): Promise<void> {
  season.at(moment('2023-04-05'));
  const contestId = await announceContest(season, contest2023, {
    ...PLAN,
    phases: [
      { kind: 'ANNOUNCED', startsAt: moment('2023-04-05', '08:00') },
      { kind: 'OPEN', startsAt: moment('2023-04-17', '08:00'), endsAt: moment('2023-07-31', '17:00') },
      { kind: 'SCREENING', startsAt: moment('2023-08-01', '08:00') },
      { kind: 'JUDGING', startsAt: moment('2023-08-21', '08:00') },
      { kind: 'DELIBERATION', startsAt: moment('2023-10-30', '08:00') },
      { kind: 'PUBLISHED', startsAt: moment('2023-11-27', '08:00') },
    ],
  });
  season.at(moment('2023-04-12'));
  await publishPaper(season, contestId, paper(documentOf('JURY_DECISION'), PLAN));
  await seatOffice(season, contestId);
  await seatJury(season, contestId);

  await takeInitiatives(season, contestId);
  await judge(season, contestId);
  await giveAwards(season, contestId);
}

async function takeInitiatives(season: Season, contestId: string): Promise<void> {
  season.at(moment('2023-04-17', '08:00'));
  await advance(season, contestId);
  const received: Held[] = [];
  for (const [at, seed] of initiatives2023.entries()) {
    season.at(daysOn(moment('2023-05-08', '08:30'), at * 2));
    const drafted = await draft(season, contestId, seed);
    const begun = at % WITH_FILE === 0 ? await attachEvidence(season, seed) : drafted;
    season.at(daysOn(moment('2023-05-09', '15:10'), at * 2));
    const sent = await submit(season, seed, await declareAndConfirm(season, seed, begun));
    received.push(seed.key === RETURNED ? await giveBack(season, sent, { reason: returnReasons[0] ?? '', dueAt: DUE_BACK }) : sent);
  }
  season.at(daysOn(DUE_BACK, -2));
  await sendBack(season, received);
  season.at(moment('2023-08-01', '08:00'));
  await advance(season, contestId);
  for (const [at, held] of received.entries()) {
    season.at(daysOn(moment('2023-08-02', '10:00'), Math.floor(at / 3)));
    await accept(season, held, at);
  }
}

/** The one that was given back comes again, with what was asked for. */
async function sendBack(season: Season, received: Held[]): Promise<void> {
  const at = initiatives2023.findIndex(({ key }) => key === RETURNED);
  const [seed, held] = [initiatives2023[at], received[at]];
  if (!seed || !held) throw new Error(`There is no initiative ${RETURNED}`);
  const addition = 'Số liệu so sánh trước và sau khi áp dụng đã được bổ sung theo yêu cầu của Tổ thư ký.';
  received[at] = await resubmit(season, seed, { held, addition });
}

async function judge(season: Season, contestId: string): Promise<void> {
  season.at(moment('2023-08-21', '08:00'));
  await advance(season, contestId);
  await planRounds(season, contestId);
  await playRound(season, { contestId, key: 'dossier' }, { opens: '2023-08-22', signs: '2023-09-06', closes: '2023-09-18' });
  await playRound(season, { contestId, key: 'presentation' }, { opens: '2023-09-25', signs: '2023-10-06', closes: '2023-10-09' });
}

async function playRound(
  season: Season,
  round: { contestId: string; key: string },
  days: { opens: string; signs: string; closes: string },
): Promise<void> {
  season.at(moment(days.opens));
  await assignAndOpen(season, round.contestId, round.key);
  const cards = await cardsOf(season, round, initiatives2023);
  season.at(moment(days.opens, '14:00'));
  for (const card of cards) await attestAndRead(season, card);
  season.at(moment(days.signs, '16:30'));
  for (const card of cards) await sign(season, card);
  season.at(moment(days.closes, '10:00'));
  await closeRound(season, round.contestId, round.key);
}

/** The list by the standings, the decision that signs it, the publication; at the year's end the contest goes into the archive. */
async function giveAwards(season: Season, contestId: string): Promise<void> {
  const organiser = season.person('organiser-2');
  const decisions = season.get(AwardDecisionService);
  const result = documentOf('RESULT_DECISION');
  season.at(moment('2023-10-30', '08:00'));
  await advance(season, contestId);
  season.at(moment('2023-10-31'));
  const proposed = await season.get(AwardService).proposeAwards(organiser, contestId);
  season.at(moment('2023-11-02'));
  const submitted = await decisions.submitAwards(organiser, { decisionId: proposed.id, version: proposed.version });
  season.at(moment(result.date ?? '', '10:00'));
  const approval = { decisionId: proposed.id, version: submitted.version, decisionNumber: result.number, decidedOn: result.date ?? '' };
  const approved = await decisions.approveAwards(season.person('leader-1'), approval);
  season.at(moment('2023-11-27'));
  await decisions.publishAwards(organiser, { decisionId: proposed.id, version: approved.version });
  await publishPaper(season, contestId, paper(result, PLAN));
  season.at(moment('2024-01-15'));
  await advance(season, contestId);
}

function documentOf(kind: DocumentKind): DocumentSeed {
  const found = contest2023.documents.find((document) => document.kind === kind);
  if (!found) throw new Error(`The contest of 2023 has no paper ${kind}`);
  return found;
}
