import { DraftService, ScreeningService, SubmissionService } from '#lib/initiative';
import { type AuthorShare, type InitiativeSeed, communeOfficers, eligibleReasons, heads } from '../content/index.js';
import { type Season } from './season.js';

const DECLARED = { ownWork: true, notPrizedElsewhere: true, nobodyOnJury: true } as const;

/** An initiative as its last act left it. */
export interface Held {
  readonly initiativeId: string;
  readonly version: number;
}

/** The authors of a seed, the first in the lead. */
export function authorsOf(
  season: Season,
  { authors }: { readonly authors: readonly AuthorShare[] },
): { personId: string; share: string; lead: boolean }[] {
  return authors.map(({ person, share }, at) => ({ personId: season.person(person).id, share: String(share), lead: at === 0 }));
}

/** Begins an initiative of a contest, by the first of its authors who has an account, else by the head of its unit. */
export async function draft(season: Season, contestId: string, seed: InitiativeSeed): Promise<Held> {
  const { title, problem, solution, novelty, effect, scope, influence, firstAppliedOn, illustrative } = seed;
  const { id, version } = await season.get(DraftService).draftInitiative(writerOf(season, seed), {
    contestId,
    areaId: season.area(seed.areaCode),
    ownerUnitId: season.unit(seed.ownerCode),
    title,
    problem,
    solution,
    novelty,
    effect: `${effect}\n\nPhạm vi áp dụng: ${scope}`,
    influence,
    firstAppliedOn,
    authors: authorsOf(season, seed),
    illustrative,
  });
  season.keepInitiative(seed.key, id);
  return { initiativeId: id, version };
}

/** The authors declare, and the head of the unit stands for it. */
export async function declareAndConfirm(season: Season, seed: InitiativeSeed, held: Held): Promise<Held> {
  const drafts = season.get(DraftService);
  const { version } = await drafts.declareInitiative(writerOf(season, seed), { ...held, ...DECLARED });
  const confirmed = await drafts.confirmInitiative(headOf(season, seed), { initiativeId: held.initiativeId, version });
  return { ...held, version: confirmed.version };
}

export async function submit(season: Season, seed: InitiativeSeed, held: Held): Promise<Held> {
  const { version } = await season.get(SubmissionService).submitInitiative(writerOf(season, seed), held);
  return { ...held, version };
}

/** The secretariat gives it back for more. */
export async function giveBack(season: Season, held: Held, { reason, dueAt }: { reason: string; dueAt: Date }): Promise<Held> {
  const { version } = await season.get(ScreeningService).returnInitiative(season.person('organiser-2'), { ...held, dueAt, reason });
  return { ...held, version };
}

/** Something is added, the head confirms anew, and it is sent in again. */
export async function resubmit(season: Season, seed: InitiativeSeed, { held, addition }: { held: Held; addition: string }): Promise<Held> {
  const { version } = await season
    .get(DraftService)
    .saveDraft(writerOf(season, seed), { ...held, effect: `${seed.effect}\n\n${addition}` });
  return submit(season, seed, await declareAndConfirm(season, seed, { ...held, version }));
}

/** The secretariat finds it eligible. */
export async function accept(season: Season, held: Held, at: number): Promise<void> {
  const reason = eligibleReasons[at % 2] ?? '';
  await season.get(ScreeningService).screenInitiative(season.person('organiser-2'), { ...held, verdict: 'ELIGIBLE', reason });
}

export function writerOf(season: Season, seed: InitiativeSeed) {
  const account = seed.authors.find(({ person }) => !person.startsWith('author-'));
  return account ? season.person(account.person) : headOf(season, seed);
}

function headOf(season: Season, { ownerCode }: InitiativeSeed) {
  const head = [...heads, ...communeOfficers].find(({ unitCode, confirms }) => confirms === true && unitCode === ownerCode);
  if (!head) throw new Error(`Nobody confirms for the unit ${ownerCode}`);
  return season.person(head.key);
}
