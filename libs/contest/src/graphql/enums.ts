import { registerEnumType } from '@nestjs/graphql';
import { DECISION_KINDS, DOCUMENT_KINDS } from '../domain/contest-parts.entity.js';
import { CONTEST_ACTS, CONTEST_PHASES, DATED_PHASES } from '../domain/phases.js';
import {
  AGGREGATIONS,
  COMBINATIONS,
  CUT_OFF_JOINS,
  FURTHER_MARKS,
  RANKED_ON,
  TIE_BREAKS,
  TRIMMINGS,
  VISIBILITIES,
  AUTHOR_READS,
  PUBLIC_TEXTS,
} from '../domain/rule-book.js';
import { PLAN_STATES } from '../domain/plan-approval.entity.js';
import { TRACKS } from '../domain/prizes.js';
import { SEAT_KINDS } from '../domain/seat.entity.js';

function anEnum(name: string, values: readonly string[], description?: string): Record<string, string> {
  const all = Object.fromEntries(values.map((value) => [value, value]));
  registerEnumType(all, { name, ...(description && { description }) });
  return all;
}

export const ContestPhaseEnum = anEnum('ContestPhase', CONTEST_PHASES, 'Where a contest stands in its year.');
export const DatedPhaseEnum = anEnum('DatedPhase', DATED_PHASES, 'The phases that have dates.');
export const ContestActEnum = anEnum('ContestAct', CONTEST_ACTS, 'What a phase may permit.');
export const DocumentKindEnum = anEnum('ContestDocumentKind', DOCUMENT_KINDS);
export const TrackEnum = anEnum('PrizeTrack', TRACKS, 'Whom prizes are for, by what an initiative says of itself: one author, or several.');
export const DecisionKindEnum = anEnum('ContestDecisionKind', DECISION_KINDS);
export const PlanStateEnum = anEnum('PlanState', PLAN_STATES, 'Where the plan of a contest stands with its leader.');
export const SeatKindEnum = anEnum('SeatKind', SEAT_KINDS);
export const AggregationEnum = anEnum('Aggregation', AGGREGATIONS);
export const TrimmingEnum = anEnum('Trimming', TRIMMINGS, 'Whether whole sheets are dropped, or marks criterion by criterion.');
export const CombinationEnum = anEnum('Combination', COMBINATIONS);
export const FurtherMarkEnum = anEnum(
  'FurtherMark',
  FURTHER_MARKS,
  'What the mark of a further judge does: counts beside the first ones, takes the place of the one farthest from it, or counts alone.',
);
export const CutOffJoinEnum = anEnum(
  'CutOffJoin',
  CUT_OFF_JOINS,
  'Whether who passes needs the score and a place among the top, or either.',
);
export const RankedOnEnum = anEnum(
  'RankedOn',
  RANKED_ON,
  'Whether equals and the cut-off are told by exact scores, or by the rounded ones that are shown.',
);
export const PublicTextEnum = anEnum('PublicText', PUBLIC_TEXTS, 'A text of an initiative that may be shown to everybody.');
export const VisibilityEnum = anEnum('Visibility', VISIBILITIES, 'Whether judges see whose an initiative is.');
export const TieBreakEnum = anEnum('TieBreakKind', TIE_BREAKS);
export const AuthorReadEnum = anEnum(
  'AuthorRead',
  AUTHOR_READS,
  'What authors may read of the result of their initiative: which rounds it reached, as they are opened; its rank, its score and what judges remarked, once the result is published.',
);
