import { FilesService } from '#lib/platform';
import { AdoptionQueries, AdoptionService, FigureService, RolloutQueries, RolloutService } from '#lib/rollout';
import {
  type AdoptionSeed,
  type AdoptionStep,
  type FigureSeed,
  type FigureValue,
  type IndicatorSeed,
  type RolloutSeed,
  rollouts,
} from '../content/index.js';
import { minutesOf } from './evidence.js';
import { type Season, daysOn, moment } from './season.js';
import { type Timeline } from './timeline.js';

const YEAR = 365;
/** Minutes with a file are kept where a commune goes over to sustained use; every third one follows them up after a year. */
const FOLLOWED_UP = 3;

/** Ids of the indicators of all rollouts, by the keys of the content. */
export type Indicators = ReadonlyMap<string, string>;

/** One commune in one rollout, as its last act left it. */
interface Course {
  readonly seed: RolloutSeed;
  readonly adoption: AdoptionSeed;
  readonly held: { id?: string; version?: number };
}

/** The three rollouts: their decisions, each commune's course, and what press and inspections say. Indicators are known once the decisions have been played. */
export function planRollouts(season: Season, timeline: Timeline): Indicators {
  const indicators = new Map<string, string>();
  for (const seed of rollouts) {
    const courses = seed.adoptions.map((adoption): Course => ({ seed, adoption, held: {} }));
    timeline.add(moment(seed.decision.date ?? seed.startedOn), async () => {
      for (const [key, id] of await adopt(season, seed, courses)) indicators.set(key, id);
    });
    for (const course of courses) planCourse(season, timeline, course);
    for (const figure of seed.figures) {
      const known = figure.to > seed.startedOn ? figure.to : seed.startedOn;
      timeline.add(daysOn(moment(known, '11:00'), 3), () => recordFigure(season, indicators, figure));
    }
  }
  return indicators;
}

/** A figure as the platform takes it: one number, or the two parts of a ratio. */
export function valuesOf(value: FigureValue): { value: string | null; numerator: string | null; denominator: string | null } {
  if (typeof value === 'number') return { value: String(value), numerator: null, denominator: null };
  return { value: null, numerator: String(value[0]), denominator: String(value[1]) };
}

async function adopt(season: Season, seed: RolloutSeed, courses: readonly Course[]): Promise<readonly [string, string][]> {
  const organiser = season.person('organiser-1');
  const { id } = await season.get(RolloutService).adoptInitiative(organiser, {
    initiativeId: season.initiative(seed.initiativeKey),
    titleVi: seed.title.vi,
    titleEn: seed.title.en,
    reason: seed.reason,
    legalBasis: seed.legalBasis,
    plan: null,
    resources: null,
    cost: null,
    leadUnitId: season.unit(seed.leadUnitCode),
    startedOn: seed.startedOn,
    dueOn: seed.dueOn,
    service: seed.service ?? null,
    decision: { number: seed.decision.number, decidedOn: seed.decision.date ?? seed.startedOn, title: seed.decision.title },
    indicators: seed.indicators.map(indicatorOf),
    communes: seed.adoptions.map(({ communeCode, basis, exemptReason }) => ({
      unitId: season.unit(communeCode),
      basis,
      reason: exemptReason ?? null,
    })),
    illustrative: seed.decision.illustrative,
  });
  const { edges } = await season
    .get(AdoptionQueries)
    .adoptions(organiser, { rolloutId: id, asOf: seed.startedOn, first: 100, after: null });
  for (const { adoption, held } of courses) {
    const found = edges.find(({ node }) => node.unit.id === season.unit(adoption.communeCode));
    Object.assign(held, { id: found?.node.id, version: found?.node.version });
  }
  const rollout = await season.get(RolloutQueries).rollout(organiser, id);
  return rollout?.indicators.map((indicator) => [indicator.key, indicator.id] as const) ?? [];
}

function indicatorOf({ key, name, unit, direction, aggregation, kind, baseline, target }: IndicatorSeed) {
  const decimal = (value: number | null): string | null => (value === null ? null : String(value));
  return {
    key,
    nameVi: name.vi,
    nameEn: name.en,
    unitVi: unit.vi,
    unitEn: unit.en,
    direction,
    aggregation,
    kind,
    baseline: decimal(baseline),
    target: decimal(target),
  };
}

function planCourse(season: Season, timeline: Timeline, course: Course): void {
  const { adoption, held } = course;
  for (const step of adoption.steps) timeline.add(moment(step.on, '15:00'), () => move(season, course, step));
  const last = adoption.steps.at(-1);
  if (last?.state !== 'SUSTAINED' || Number(adoption.communeCode) % FOLLOWED_UP !== 0) return;
  timeline.add(daysOn(moment(last.on, '15:00'), YEAR), async () => {
    const note = 'Bộ phận một cửa vẫn sử dụng thường xuyên, có sổ theo dõi kèm theo.';
    const givenOn = localDay(daysOn(moment(last.on), YEAR));
    await season
      .get(AdoptionService)
      .giveEvidence(season.person(`officer-${adoption.communeCode}`), { adoptionId: held.id ?? '', givenOn, note });
  });
}

async function move(season: Season, { seed, adoption, held }: Course, step: AdoptionStep): Promise<void> {
  const officer = season.person(`officer-${adoption.communeCode}`);
  const { id: adoptionId = '', version: known = 0 } = held;
  const sustained = step.state === 'SUSTAINED';
  const shown = step.state === 'IN_USE' ? 'Biên bản kiểm tra thực tế tại bộ phận một cửa.' : null;
  const file = sustained ? await attachMinutes(season, adoption.communeCode, { adoptionId, title: seed.title.vi, on: step.on }) : null;
  const { version } = await season.get(AdoptionService).changeAdoption(officer, {
    adoptionId,
    version: known,
    to: step.state,
    effectiveOn: step.on,
    reason: step.reason ?? null,
    evidence: sustained ? 'Biên bản kiểm tra việc áp dụng sau sáu tháng.' : shown,
    fileId: file?.id ?? null,
  });
  held.version = version;
}

async function attachMinutes(
  season: Season,
  communeCode: string,
  { adoptionId, title, on }: { adoptionId: string; title: string; on: string },
) {
  const { content, ...named } = minutesOf(communeCode, { title, on });
  return season
    .get(FilesService)
    .attach(season.person(`officer-${communeCode}`), { ownerType: 'adoption', ownerId: adoptionId, ...named }, content);
}

async function recordFigure(season: Season, indicators: Indicators, figure: FigureSeed): Promise<void> {
  await season.get(FigureService).recordFigure(season.person('organiser-1'), {
    indicatorId: indicators.get(figure.indicatorKey) ?? '',
    unitId: season.unit(figure.unitCode),
    startsOn: figure.from,
    endsOn: figure.to,
    ...valuesOf(figure.value),
    source: figure.source,
    sourceKind: figure.sourceKind,
    verified: figure.verified,
    illustrative: figure.illustrative,
    note: figure.note,
  });
}

const localDay = (at: Date): string => at.toLocaleDateString('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });
