import { gql } from 'graphql-request';
import { communeOfficers, communes } from '../../../prisma-free-schema/seeds/content/index.js';
import { localDate } from '#lib/kernel';
import { ROSTER_DAY } from './announce.js';
import { type Player } from './player.js';
import {
  type AdoptionState,
  type Course,
  EXEMPT_REASON,
  PATHS,
  REASONS_VI,
  type RolloutPlan,
  STATES_VI,
  rollouts,
} from './script/adoptions.js';
import { type Connection, type Contest, type Stage, found, nodesOf } from './stage.js';
import { type Received } from './submit.js';
import { paper, upload } from './upload.js';

export interface Adoption {
  readonly id: string;
  readonly version: number;
  readonly state: AdoptionState;
  readonly unit: { readonly id: string; readonly nameVi: string };
}

export interface Rollout {
  readonly id: string;
  readonly indicators: readonly { readonly id: string; readonly key: string }[];
}

const ADOPTION = 'id version state unit { id nameVi }';

/** Winners are rolled out to the twenty communes by decision; their officers say how far they are. Returns the roll-outs, by the keys of the script. */
export async function rollOut(stage: Stage, contest: Contest, initiatives: Received): Promise<Map<string, Rollout>> {
  stage.tell.chapter('Nhân rộng tại 20 xã, thị trấn');
  await stage.cast.all(communeOfficers.map(({ key }) => key));
  const begun = new Map<string, Rollout>();
  for (const plan of rollouts) {
    const rollout = await adopt(stage, contest, { plan, initiativeId: found(initiatives.get(plan.initiative), plan.initiative).id });
    begun.set(plan.initiative, rollout);
    await report(stage, plan, rollout);
  }
  return begun;
}

async function adopt(
  { cast, tell, time }: Stage,
  contest: Contest,
  { plan, initiativeId }: { plan: RolloutPlan; initiativeId: string },
): Promise<Rollout> {
  const [secretary, lead] = [await cast.as('organiser-2'), await cast.as('head-vp')];
  const today = localDate(time.now());
  const { titleVi, titleEn, indicators } = plan;
  const rollout = await secretary.act<Rollout>(
    'adoptInitiative',
    {
      initiativeId,
      leadUnitId: found(lead.unit, 'unit').id,
      titleVi,
      titleEn,
      reason: `Đạt giải cao năm ${String(contest.year)}, chi phí thấp, áp dụng được ngay.`,
      startedOn: today,
      rosterAsOf: ROSTER_DAY,
      dueOn: `${String(Number(today.slice(0, 4)) + 1)}-06-30`,
      decision: { ...plan.decision, decidedOn: today },
      communes: await communeOrders({ cast }, plan),
      indicators,
      illustrative: true,
    },
    'id indicators { id key }',
  );
  tell.did(secretary.called, `bắt đầu «${titleVi}» (Quyết định ${plan.decision.number}, ${String(indicators.length)} chỉ số)`);
  return rollout;
}

/** Every commune is required, those exempt by the decision apart. */
async function communeOrders({ cast }: Pick<Stage, 'cast'>, plan: RolloutPlan): Promise<object[]> {
  return Promise.all(
    communes.map(async ({ gsoCode }, at) => {
      const { unit } = await cast.as(`officer-${gsoCode}`);
      const exempt = courseOf(plan, at) === 'E';
      return { unitId: found(unit, gsoCode).id, basis: exempt ? 'EXEMPT' : 'REQUIRED', reason: exempt ? EXEMPT_REASON : null };
    }),
  );
}

async function report(stage: Stage, plan: RolloutPlan, rollout: Rollout): Promise<void> {
  const told = await Promise.all(
    communes.map(async ({ gsoCode }, at) =>
      reportOne(stage, rollout, { officer: await stage.cast.as(`officer-${gsoCode}`), course: courseOf(plan, at), withFile: at === 0 }),
    ),
  );
  for (const { who, what } of told) if (what) stage.tell.did(who, what);
}

/** An officer takes the commune as far as it gets, with what shows it; the first also with a file. */
async function reportOne(
  stage: Stage,
  { id: rolloutId }: Rollout,
  { officer, course, withFile }: { officer: Player; course: Course; withFile: boolean },
): Promise<{ who: string; what: string }> {
  const path = PATHS[course];
  if (path.length === 0) return { who: officer.called, what: course === 'E' ? `được miễn: ${EXEMPT_REASON}` : '' };
  const adoptions = nodesOf(
    await officer.ask<Connection<Adoption>>(
      gql`query ($rolloutId: ID!) { adoptions(rolloutId: $rolloutId, first: 100) { edges { node { ${ADOPTION} } } } }`,
      { rolloutId },
    ),
  );
  let adoption = found(
    adoptions.find(({ unit }) => unit.id === officer.unit?.id),
    'adoption',
  );
  const fileId = withFile ? await minutes(stage, officer, adoption) : null;
  for (const to of path) {
    const shown = to === 'IN_USE' ? { evidence: 'Biên bản kiểm tra thực tế tại bộ phận một cửa.', fileId } : {};
    const order = {
      adoptionId: adoption.id,
      version: adoption.version,
      to,
      effectiveOn: localDate(stage.time.now()),
      reason: REASONS_VI[to],
    };
    adoption = await officer.act<Adoption>('changeAdoption', { ...order, ...shown }, ADOPTION);
  }
  const reason = REASONS_VI[adoption.state];
  return {
    who: officer.called,
    what: `${path.map((state) => STATES_VI[state]).join(' → ')}${reason ? `: ${reason}` : ''}${fileId ? ', kèm biên bản kiểm tra' : ''}`,
  };
}

async function minutes(stage: Stage, officer: Player, { id, unit }: Adoption): Promise<string> {
  const content = paper('Biên bản kiểm tra việc áp dụng', [
    `Đơn vị: ${unit.nameVi}.`,
    'Bộ phận một cửa đang sử dụng thường xuyên.',
    'Tài liệu minh họa, không có giá trị pháp lý.',
  ]);
  const kept = await upload(stage, officer, { ownerType: 'adoption', ownerId: id, fileName: 'bien-ban-kiem-tra.pdf', content });
  return kept.id;
}

export function courseOf({ courses }: RolloutPlan, at: number): Course {
  return (courses[at] ?? '-') as Course;
}
