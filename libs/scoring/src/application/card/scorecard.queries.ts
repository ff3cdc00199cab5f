import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type CriterionRule, type RoundRule, leaves } from '#domain/contest';
import { contestOver } from '#lib/contest';
import { type InitiativeName, type OwnerName, initiativeName, ownerName } from '#lib/initiative';
import { type Actor, Clock, type Page, type PageArgs, pageAs } from '#lib/kernel';
import { Database, PREPARED, type Reason, RefusalObject, Refusals, Rereads, isThere } from '#lib/platform';
import { type GivenMark, type MissingMark, draftTotalOf, missingMarks, problemsOfCard } from '../../domain/card/marks.js';
import { type CardState, personalPlace } from '../../domain/card/scorecard.entity.js';
import {
  type CardFacts,
  obstacleToAttestation,
  obstacleToDossier,
  obstacleToMarking,
  obstacleToRecusal,
  obstacleToReopening,
  obstacleToSigning,
} from '../../domain/card/policies.js';
import { whyNotNote } from '../../domain/card/scorecard-note.entity.js';
import { type CardNoteRow, NOTE } from './note.queries.js';
import { HIDDEN_TITLE } from '../common/hidden-title.js';
import { type RoundName, roundName } from '../common/round-name.js';
import { isOneOf } from '#lib/jury';

/** What a judge may do with a card now, and the code of what stands in the way of marking it. */
export interface CardRights {
  readonly canAttest: boolean;
  readonly canOpenDossier: boolean;
  readonly canMark: boolean;
  readonly whyNotMark: Reason;
  /** What is missing of its marks apart. */
  readonly canSign: boolean;
  readonly whyNotSign: Reason;
  readonly canDeclareConflict: boolean;
}

interface CardHead extends CardFacts {
  readonly extra: boolean;
  readonly id: string;
  readonly version: number;
  readonly total: string | null;
  readonly assignedAt: Date;
  readonly signedAt: Date | null;
  readonly excuseReason: string | null;
  /** The round's deadline where it holds for the card: not for one given out, or reopened, since. */
  readonly dueAt: Date | null;
  readonly roundId: string;
  readonly round: RoundName;
  readonly contestId: string;
  /** The round's judges are not told whose the initiative is. */
  readonly anonymous: boolean;
  readonly initiative: InitiativeName;
}

/** A judge's own card without its marks. */
export type CardRow = CardHead & CardRights;

/**
 * A line of a judge's own list: whose the initiative is, so that they can tell whether anything ties them to it. In an anonymous
 * round they are not told, and attest by what the title and the dossier say; there, detection is what finds conflicts.
 */
export interface AssignmentRow extends CardRow {
  readonly owner: OwnerName | null;
  readonly authors: readonly string[];
  readonly marks: readonly GivenMark[];
}

/** A marked criterion as it stands on a card, with the names of what it is part of. */
export interface CardCriterion extends CriterionRule {
  readonly partOfVi: string | null;
  readonly partOfEn: string | null;
}

/** A request to reopen a signed card that waits for a second person. */
export interface WaitingReopening {
  readonly id: string;
  readonly version: number;
  readonly reason: string;
  readonly requestedAt: Date;
  readonly requestedByName: string;
  readonly canWithdraw: boolean;
}

/** What a judge gave on a card and what is missing of it, with what is theirs beside it. */
export type MarkedCardRow = CardRow & {
  readonly marks: readonly GivenMark[];
  /** Of a signed card, as it stands in the log. */
  readonly hash: string | null;
  /** The sum of the points so far, exact; null where there are none. */
  readonly draftTotal: string | null;
  /** Of a draft. */
  readonly missing: readonly MissingMark[];
  readonly note: CardNoteRow | null;
  readonly canNote: boolean;
  readonly reopening: WaitingReopening | null;
  readonly canRequestReopening: boolean;
  readonly whyNotRequestReopening: Reason;
};

/** A judge's own card: what is asked, and what they gave. */
export type ScorecardRow = MarkedCardRow & {
  readonly criteria: readonly CardCriterion[];
  readonly problems: readonly RefusalObject[];
};

/** Which of their cards a judge looks at. */
export interface OwnCardsFilter extends PageArgs {
  readonly roundId?: string | null;
  readonly states?: readonly CardState[] | null;
}

/** As it comes from the database. */
export type MarkedRecord = CardHead & {
  readonly marks: readonly GivenMark[];
  readonly hash: string | null;
  readonly note: CardNoteRow | null;
  readonly reopening: WaitingReopening | null;
  readonly seated: boolean;
  readonly contestOver: boolean;
};
export type CardRecord = MarkedRecord & { readonly rule: RoundRule };

/** A card that may be signed, with the pseudonym that its judge's other cards of the contest bear already. */
export type CardToSign = CardRecord & { readonly knownAs: string | null };

/** The judges of round `r` are not told whose an initiative is. */
export const ANONYMOUS = sql<boolean>`coalesce(r.rule->>'visibility' = 'ANONYMOUS', false)`;

/** A round `r` asks for a calibration that the judge of card `c` has not been through. */
export const CALIBRATION_DUE = sql<boolean>`(coalesce((r.rule->>'calibration')::boolean, false)
  and not ${isThere(sql`select 1 from calibration done where done.round_id = r.id and done.judge_id = c.judge_id`)})`;

/** A round `r` has its marks typed in the room, and the presentation of what card `c` is for has not begun. */
const PRESENTATION_DUE = sql<boolean>`(coalesce((r.rule->'presentation'->>'marksInRoom')::boolean, false) and not ${isThere(sql`
    select 1 from presentation_slot slot join presentation_draw drawn on drawn.id = slot.draw_id
    where drawn.round_id = r.id and drawn.superseded_at is null and slot.initiative_id = c.initiative_id and slot.started_at is not null`)})`;

/** The judge of card `c` has attested that nothing ties them to its initiative. */
export const ATTESTED = isThere(sql`select 1 from attestation a where a.initiative_id = c.initiative_id and a.judge_id = c.judge_id`);

/** There is a conflict between the judge of card `c` and its initiative. */
export const CONFLICTED = isThere(
  sql`select 1 from conflict k where k.initiative_id = c.initiative_id and k.person_id = c.judge_id and k.active`,
);

/** The judge of card `c` is on the jury still. */
export const SEATED = isThere(
  sql`select 1 from seat s where s.contest_id = r.contest_id and s.person_id = c.judge_id and s.kind = 'JUDGE' and s.ended_at is null`,
);

/** The deadline of round `r` where it holds for card `c`: not for one that was given out, or reopened, when it had passed. */
export const CARD_DUE = sql<Date | null>`(case when c.assigned_at < r.due_at and not exists (
  select 1 from reopening again where again.scorecard_id = c.id and again.state = 'APPROVED' and again.decided_at >= r.due_at) then r.due_at end)`;

/** Of initiative `i`, as the judges of round `r` read it. */
const TITLE_TOLD = sql<string>`coalesce(case when ${ANONYMOUS} then ${HIDDEN_TITLE} end, i.title)`;

/** What is read of a card `c` of round `r` for initiative `i`. */
export const CARD_HEAD = sql`c.id, c.version, c.state, c.extra, c.late, c.total::text as total, c.assigned_at as "assignedAt", c.signed_at as "signedAt",
  c.excuse_reason as "excuseReason", ${CARD_DUE} as "dueAt", ${CARD_DUE} + (select make_interval(mins => ct.grace_minutes) from contest ct where ct.id = r.contest_id) as "signableUntil", c.round_id as "roundId", r.state as "roundState", r.contest_id as "contestId",
  ${ANONYMOUS} as anonymous, ${roundName(sql`r`)} as round, ${initiativeName(sql`i`, TITLE_TOLD)} as initiative, i.state = 'ELIGIBLE' as eligible,
  (select ct.phase = 'JUDGING' from contest ct where ct.id = r.contest_id) as judging,
  ${CALIBRATION_DUE} as "calibrationDue", ${PRESENTATION_DUE} as "presentationDue",
  ${ATTESTED} as attested, ${CONFLICTED} as conflicted`;
/** What is read beside it for its judge: marks, own notes, and a request to reopen it that waits. */
export const MARKED_CARD = sql`${CARD_HEAD}, c.marks, c.hash, ${NOTE} as note, (select ${contestOver(sql`ct`)} from contest ct where ct.id = r.contest_id) as "contestOver", ${SEATED} as seated, (
  select json_build_object('id', o.id, 'version', o.version, 'reason', o.reason, 'requestedAt', o.requested_at, 'requestedByName', q.full_name,
    'canWithdraw', o.requested_by_id = c.judge_id)
  from reopening o join person q on q.id = o.requested_by_id where o.scorecard_id = c.id and o.state = 'REQUESTED') as reopening`;
export const HEAD_OF_CARD = sql`join round r on r.id = c.round_id join initiative i on i.id = c.initiative_id`;
export const CARD_FROM = sql`scorecard c ${HEAD_OF_CARD}`;

/** Where card `c` stands in its judge's own order of the round. */
export const PERSONAL_PLACE = sql<string>`${sql.raw(personalPlace('c.'))}`;

/** The pseudonym of the judge of card `c` in the contest of round `r`, once a card was signed there. */
export const KNOWN_AS = sql<string | null>`(
  select known.pseudonym from scorecard one join round its on its.id = one.round_id
  cross join lateral (select one.pseudonym union all select old.pseudonym from scorecard_version old where old.scorecard_id = one.id) known
  where one.judge_id = c.judge_id and its.contest_id = r.contest_id and known.pseudonym is not null
  order by one.assigned_at, one.id limit 1)`;

/** The one scope of cards: their judge's. Another's is not found rather than forbidden: that it exists is not theirs to know. */
export const ownCards = (judge: Actor): RawBuilder<boolean> => sql<boolean>`c.judge_id = ${judge.id}`;

/** What a judge sees of their own work. */
@Injectable()
export class ScorecardQueries {
  constructor(
    private readonly database: Database,
    private readonly refusals: Refusals,
    private readonly clock: Clock,
  ) {}

  @Rereads('Scorecard')
  async scorecard(judge: Actor, id: string): Promise<ScorecardRow | null> {
    const card = await this.database.first(
      sql<CardRecord>`select ${MARKED_CARD}, r.rule from ${CARD_FROM} where c.id = ${id} and ${ownCards(judge)} ${PREPARED}`,
    );
    return card && this.asScorecard(judge, card);
  }

  /** The same, the card locked and its round held open, until the act ends. */
  lockedCard(judge: Actor, id: string): Promise<CardToSign | null> {
    return this.database.first(sql<CardToSign>`
      select ${MARKED_CARD}, r.rule, ${KNOWN_AS} as "knownAs" from ${CARD_FROM} where c.id = ${id} and ${ownCards(judge)} for share of r for update of c ${PREPARED}`);
  }

  /** A card as its judge sees it, who is told what keeps it from being signed. */
  asScorecard({ locale }: Actor, { rule, ...card }: CardRecord): ScorecardRow {
    const problems = card.state === 'DRAFT' ? problemsOfCard(rule.rubric, card.marks) : [];
    const told = problems.map((problem) => new RefusalObject(problem, ({ code, detail }) => this.refusals.message(code, detail, locale)));
    return { ...markedCard(rule.rubric, card, this.clock.now()), criteria: markedCriteria(rule.rubric), problems: told };
  }

  /** Round by round, in the judge's personal order of each; one round's, where asked. */
  async myAssignments(judge: Actor, { roundId, states, ...args }: OwnCardsFilter): Promise<Page<AssignmentRow>> {
    const page = await this.database.page<Omit<AssignmentRow, keyof CardRights> & { readonly place: string }>(
      {
        columns: sql`${CARD_HEAD}, c.marks, case when u.id is not null then ${ownerName(sql`u`)} end as owner, ${PERSONAL_PLACE} as place,
          (select coalesce(json_agg(p.full_name order by a."order"), '[]') from initiative_author a join person p on p.id = a.person_id
             where a.initiative_id = i.id and not ${ANONYMOUS}) as authors`,
        from: sql`scorecard c`,
        where: sql`${ownCards(judge)} and ${roundId ? sql`c.round_id = ${roundId}` : sql`true`} and ${isOneOf(sql`c.state`, states)}`,
        order: [
          { column: sql`c.round_id`, key: 'roundId', type: 'uuid' },
          { column: PERSONAL_PLACE, key: 'place', type: 'text' },
        ],
        dress: {
          key: sql`c.id`,
          from: sql`scorecard c on c.id = page.key ${HEAD_OF_CARD} left join unit u on u.id = i.owner_id and not ${ANONYMOUS}`,
        },
      },
      args,
    );
    return pageAs(page, (node) => ({ ...node, ...rightsOf(node, this.clock.now()) }));
  }
}

/** The criteria that marks are given on, each with the name of what it is part of. */
export function markedCriteria(rubric: readonly CriterionRule[]): CardCriterion[] {
  return rubric.flatMap((criterion) => criteriaOf(criterion));
}

/** A card with what it comes to so far, what is missing of it, and what its judge may do with it. */
export function markedCard<T extends MarkedRecord>(rubric: readonly CriterionRule[], card: T, at: Date): T & MarkedCardRow {
  const { marks, state, total, reopening, seated } = card;
  const obstacle = obstacleToReopening(card) ?? (seated ? null : 'NOT_ON_JURY') ?? (reopening ? 'REOPENING_WAITS' : null);
  return {
    ...card,
    ...rightsOf(card, at),
    draftTotal: total ?? draftTotalOf(marks),
    missing: state === 'DRAFT' ? missingMarks(rubric, marks) : [],
    canNote: whyNotNote(card) === null,
    canRequestReopening: obstacle === null,
    whyNotRequestReopening: obstacle,
  };
}

function rightsOf(card: CardFacts, at: Date): CardRights {
  const obstacle = obstacleToMarking(card);
  const toSigning = obstacleToSigning(card, at);
  return {
    canAttest: !card.attested && !obstacleToAttestation(card),
    canOpenDossier: !obstacleToDossier(card),
    canMark: !obstacle,
    whyNotMark: obstacle,
    canSign: !toSigning,
    whyNotSign: toSigning,
    canDeclareConflict: !obstacleToRecusal(card.roundState),
  };
}

/** The leaves below a criterion; a leaf at the top is part of nothing. */
function criteriaOf(top: CriterionRule): CardCriterion[] {
  const isPart = top.children.length > 0;
  return leaves([top]).map((leaf) => ({ ...leaf, partOfVi: isPart ? top.nameVi : null, partOfEn: isPart ? top.nameEn : null }));
}
