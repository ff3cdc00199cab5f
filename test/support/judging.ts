import { sql } from 'kysely';
import { Contest, ReformArea, type RuleBookContent } from '#domain/contest';
import { Person } from '#domain/identity';
import { Initiative, InitiativeAuthor } from '#domain/initiative';
import { Round } from '#domain/scoring';
import { Unit } from '#domain/units';
import { SeatService } from '#lib/contest';
import { SYSTEM } from '#lib/kernel';
import { aContest, aRuleBook, toPhase } from './contests.js';
import { type District, aPerson } from './factories.js';
import { type Client, type RunningContest } from './harness.js';

/** A contest in judging: eligible initiatives, a seated jury, and its rounds planned. */
export interface Judging {
  readonly contestId: string;
  readonly initiatives: string[];
  readonly judges: string[];
  readonly rounds: string[];
  readonly organiser: Client;
}

let receipts = 0;

/** An eligible initiative of a unit, of one author or of two with half each. */
export async function anEligible(
  contest: RunningContest,
  to: { contestId: string; areaId: string },
  by: { ownerId: string; authorIds: string[] },
): Promise<string> {
  const em = contest.em();
  receipts += 1;
  const at = contest.clock.now();
  const initiative = Initiative.draft(
    {
      contest: em.getReference(Contest, to.contestId),
      area: em.getReference(ReformArea, to.areaId),
      owner: em.getReference(Unit, by.ownerId),
      createdBy: null,
      illustrative: true,
    },
    {
      title: `Rút ngắn thời gian giải quyết hồ sơ ${String(receipts)}`,
      problem: 'Hồ sơ chậm.',
      solution: 'Nhắc việc tự động.',
      novelty: 'Lần đầu.',
      effect: 'Đúng hạn.',
    },
    at,
  );
  initiative.record({ year: 2026, number: receipts }, at);
  const share = by.authorIds.length === 1 ? '100' : '50';
  const authors = by.authorIds.map((id, at) =>
    InitiativeAuthor.of(initiative, em.getReference(Person, id), { share, lead: at === 0, order: at + 1, askedAt: contest.clock.now() }),
  );
  em.persist([initiative, ...authors]);
  await em.flush();
  return initiative.id;
}

/** Gives an initiative other texts, and has it found by them. */
export async function retold(contest: RunningContest, id: string, texts: { title?: string; solution?: string }): Promise<void> {
  const em = contest.em();
  await em.nativeUpdate(Initiative, { id }, texts);
  await sql`insert into initiative_search (initiative_id, title, title_marks, words)
    select id, fold_text(title), fold_marks(title), setweight(to_tsvector('simple', fold_text(title)), 'A')
      || setweight(to_tsvector('simple', fold_text(concat_ws(' ', problem, solution, novelty, effect))), 'C')
    from initiative where id = ${id}`.execute(em.getKysely());
}

export async function aJudging(
  contest: RunningContest,
  district: District,
  order: { initiatives?: number; judges?: number; ruleBook?: Partial<RuleBookContent> } = {},
): Promise<Judging> {
  const { units, people } = district;
  const year = await aContest(contest, district, { phase: 'OPEN', ruleBook: aRuleBook(order.ruleBook) });
  const initiatives: string[] = [];
  for (let i = 0; i < (order.initiatives ?? 2); i += 1) {
    initiatives.push(
      await anEligible(contest, { contestId: year.id, areaId: year.areaId }, { ownerId: units.finance, authorIds: [people.submitter] }),
    );
  }
  const judges: string[] = [];
  for (let i = 0; i < (order.judges ?? 3); i += 1)
    judges.push(await aPerson(contest, { unitId: null, role: 'JUDGE', roleUnitId: units.district }));
  for (const personId of judges) await contest.get(SeatService).seat(SYSTEM, { contestId: year.id, personId, kind: 'JUDGE' });
  await toPhase(contest, year.id, 'JUDGING');
  await contest.drain();
  const rounds = await contest.em().find(Round, { contest: year.id }, { orderBy: { ordinal: 'asc' } });
  return { contestId: year.id, initiatives, judges, rounds: rounds.map(({ id }) => id), organiser: await contest.as(people.organiser) };
}

const REFUSAL = '... on Refusal { code message path }';
const ROUND = `... on Round { id state version canClose whyNotClose { code } progress { due signed short initiatives } } ${REFUSAL}`;
const CARD = `... on Scorecard { id version state total canMark marks { criterion points comment } } ${REFUSAL}`;

export const ASSIGN_ROUND = `mutation ($input: AssignRoundInput!) { assignRound(input: $input) { __typename ${ROUND} } }`;
export const OPEN_ROUND = `mutation ($input: OpenRoundInput!) { openRound(input: $input) { __typename ${ROUND} } }`;
export const CLOSE_ROUND = `mutation ($input: CloseRoundInput!) { closeRound(input: $input) { __typename ${ROUND} } }`;
export const EXCUSE = `mutation ($input: ExcuseCardInput!) { excuseCard(input: $input) { __typename ... on RoundAssignment { id state } ${REFUSAL} } }`;
export const ATTEST = `mutation ($input: CardInput!) { attest(input: $input) { __typename ${CARD} } }`;
export const SAVE = `mutation ($input: MarksInput!) { saveScorecard(input: $input) { __typename ${CARD} } }`;
export const SIGN = `mutation ($input: MarksInput!) { signScorecard(input: $input) { __typename ${CARD} } }`;
export const DECLARE = `mutation ($input: DeclareConflictInput!) { declareConflict(input: $input) { __typename ${CARD} } }`;
export const OPEN_DOSSIER = `mutation ($input: CardInput!) { openDossier(input: $input) { __typename ... on Dossier { id initiative { title } } ${REFUSAL} } }`;
export const MY_ASSIGNMENTS = `query ($roundId: ID) { myAssignments(roundId: $roundId, first: 100) { totalCount edges { node { id version initiative { id } canMark whyNotMark { code } attested total } } } }`;
export const STANDINGS = `query ($roundId: ID!) { standings(roundId: $roundId, first: 100) { totalCount edges { node { rank score rounded state cards decidedBy initiative { id } } } } }`;
export const FINAL = `query ($contestId: ID!) { finalStandings(contestId: $contestId, first: 100) { totalCount edges { node { rank rounded state reached initiative { id } } } } }`;

/** Assigns a round by the solver and opens it. */
export async function openRound(contest: RunningContest, { organiser }: Judging, roundId: string): Promise<void> {
  const assigned = await organiser.ask(ASSIGN_ROUND, { input: { roundId } });
  if (assigned.__typename !== 'Round') throw new Error(JSON.stringify(assigned));
  const opened = await organiser.ask(OPEN_ROUND, { input: { roundId, version: assigned.version } });
  if (opened.__typename !== 'Round') throw new Error(JSON.stringify(opened));
  await contest.drain();
}

export interface HeldCard {
  readonly id: string;
  readonly version: number;
  readonly initiative: { readonly id: string };
}

/** A judge's cards of a round, attested for. */
export async function attestedCards(judge: Client, roundId: string): Promise<HeldCard[]> {
  const page = (await judge.ask(MY_ASSIGNMENTS, { roundId })) as { edges: { node: HeldCard }[] };
  const cards = page.edges.map(({ node }) => node);
  for (const { id } of cards) await judge.ask(ATTEST, { input: { scorecardId: id } });
  return cards;
}

/** Marks for the rubric of `aRound`: novelty, applicability, effect. */
export function marksOf(novelty: string, applicability: string, effect: string) {
  return [
    { criterion: 'novelty', points: novelty },
    { criterion: 'applicability', points: applicability },
    { criterion: 'effect', points: effect },
  ];
}

/** Every judge signs every card of a round; `points` gives the marks for the judge's and the initiative's place. */
export async function signAll(
  contest: RunningContest,
  judging: Judging,
  roundId: string,
  points: (judge: number, initiative: number) => ReturnType<typeof marksOf>,
): Promise<void> {
  for (const [at, personId] of judging.judges.entries()) {
    const judge = await contest.as(personId);
    for (const { id, version, initiative } of await attestedCards(judge, roundId)) {
      const signed = await judge.ask(SIGN, {
        input: { scorecardId: id, version, marks: points(at, judging.initiatives.indexOf(initiative.id)) },
      });
      if (signed.__typename !== 'Scorecard') throw new Error(JSON.stringify(signed));
    }
  }
}
