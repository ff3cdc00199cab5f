import { Contest, ReformArea } from '#domain/contest';
import { Initiative } from '#domain/initiative';
import { Unit } from '#domain/units';
import { ContestService } from '#lib/contest';
import { SYSTEM } from '#lib/kernel';
import { anArea } from './contests.js';
import { type District } from './factories.js';
import { type Client, type RunningContest } from './harness.js';

let receipts = 0;

/** A past contest of the district, its result public. */
export async function aPastContest(contest: RunningContest, { units }: District): Promise<{ id: string; areaId: string }> {
  const areaId = await anArea(contest);
  const titleVi = `Cuộc thi đã qua ${areaId}`;
  const order = {
    hostUnitId: units.district,
    year: 2023,
    titleVi,
    titleEn: 'A past contest',
    objectives: 'Mục tiêu',
    rosterAsOf: '2023-06-30',
    areaIds: [areaId],
  };
  return { id: (await contest.get(ContestService).recordPastContest(SYSTEM, order)).id, areaId };
}

/** An eligible initiative, as it stands in the database: how it got there is not what these tests are about. */
export async function anEligibleInitiative(
  contest: RunningContest,
  district: District,
  where: { id: string; areaId: string },
  state = 'ELIGIBLE',
): Promise<string> {
  receipts += 1;
  const em = contest.em();
  const initiative = Initiative.draft(
    {
      contest: em.getReference(Contest, where.id),
      area: em.getReference(ReformArea, where.areaId),
      owner: em.getReference(Unit, district.units.finance),
      createdBy: null,
      illustrative: true,
    },
    { title: `Mã QR tra cứu thủ tục ${String(receipts)}` },
    contest.clock.now(),
  );
  Object.assign(initiative, {
    state,
    code: `2023-${String(receipts).padStart(3, '0')}`,
    receiptNumber: receipts,
    submittedAt: contest.clock.now(),
  });
  await em.persist(initiative).flush();
  return initiative.id;
}

export const ADOPT = `mutation ($input: AdoptInitiativeInput!) { adoptInitiative(input: $input) {
  __typename ... on Rollout { id version expected exempt inUse coverage counts { state count } indicators { id key } canManage kind decisionNumber rosterAsOf }
  ... on Refusal { code path } } }`;
export const ADOPTIONS = `query ($rolloutId: ID, $asOf: LocalDate) { adoptions(rolloutId: $rolloutId, asOf: $asOf, first: 100) { totalCount edges { node {
  id version state basis since confirmed overdue nextStates canReport unit { id nameVi } history { fromState toState basis effectiveOn reason byName } evidence { givenOn note fileId } } } } }`;
export const CHANGE = `mutation ($input: ChangeAdoptionInput!) { changeAdoption(input: $input) {
  __typename ... on Adoption { id version state since history { fromState toState effectiveOn reason byName } evidence { givenOn note } } ... on Refusal { code path } } }`;

export const sum = {
  key: 'qr.ratings',
  nameVi: 'Số lượt đánh giá',
  nameEn: 'Ratings',
  unitVi: 'lượt',
  unitEn: 'ratings',
  direction: 'UP',
  aggregation: 'SUM',
  baseline: '0',
  target: null,
};
export const ratio = {
  ...sum,
  key: 'qr.satisfied',
  nameVi: 'Tỷ lệ hài lòng',
  nameEn: 'Satisfied',
  unitVi: '%',
  unitEn: '%',
  aggregation: 'RATIO',
  baseline: '90',
  target: '95',
};
export const last = {
  ...sum,
  key: 'qr.counters',
  nameVi: 'Số quầy',
  nameEn: 'Counters',
  unitVi: 'quầy',
  unitEn: 'counters',
  aggregation: 'LAST',
  target: '5',
};

/** The input that rolls an initiative out to the district's communes from 2 January 2024. */
export const adoptInput = ({ units }: District, initiativeId: string, changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  initiativeId,
  leadUnitId: units.interior,
  titleVi: 'Nhân rộng mã QR',
  titleEn: 'Rollout of QR codes',
  reason: 'Đạt giải Nhất cuộc thi năm 2023.',
  legalBasis: 'Quyết định số 18/2020/QĐ-UBND',
  startedOn: '2024-01-02',
  dueOn: '2024-06-30',
  decision: { number: '8451/QĐ-UBND', decidedOn: '2023-12-28', title: 'Quyết định nhân rộng' },
  indicators: [sum, ratio, last],
  ...changes,
});

/** A rollout to all communes, with the ids of its indicators by key. */
export async function aRollout(
  contest: RunningContest,
  district: District,
  organiser: Client,
  changes: Record<string, unknown> = {},
): Promise<{ id: string; indicators: Record<string, string> }> {
  const initiativeId = await anEligibleInitiative(contest, district, await aPastContest(contest, district));
  const reply = await organiser.ask(ADOPT, { input: adoptInput(district, initiativeId, changes) });
  if (reply.__typename !== 'Rollout') throw new Error(JSON.stringify(reply));
  const indicators = (reply.indicators as { id: string; key: string }[]).map(({ id, key }) => [key, id]);
  return { id: reply.id as string, indicators: Object.fromEntries(indicators) as Record<string, string> };
}

/** The adoption of a unit in a rollout, as someone sees it. */
export async function adoptionOf(client: Client, rolloutId: string, unitId: string): Promise<any> {
  const { edges } = await client.ask(ADOPTIONS, { rolloutId });
  return (edges as { node: { unit: { id: string } } }[]).map(({ node }) => node).find(({ unit }) => unit.id === unitId);
}

/** Takes an adoption through states as of days, as its officer. */
export async function takeThrough(
  officer: Client,
  order: { rolloutId: string; unitId: string },
  steps: readonly (readonly [state: string, on: string, reason?: string])[],
): Promise<void> {
  for (const [to, effectiveOn, reason] of steps) {
    const { id, version } = await adoptionOf(officer, order.rolloutId, order.unitId);
    const reply = await officer.ask(CHANGE, {
      input: { adoptionId: id, version, to, effectiveOn, reason, evidence: 'Biên bản kiểm tra.' },
    });
    if (reply.__typename !== 'Adoption') throw new Error(JSON.stringify(reply));
  }
}
