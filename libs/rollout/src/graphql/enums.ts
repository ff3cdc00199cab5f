import { registerEnumType } from '@nestjs/graphql';
import { ADOPTIONS_COUNTED } from '../application/adoptions-as-of.js';
import { ADOPTION_BASES, ADOPTION_STATES } from '../domain/adoption-states.js';
import { FIGURE_KINDS } from '../domain/figure-kinds.js';
import { AGGREGATIONS, DIRECTIONS } from '../domain/figures.js';
import { READINGS } from '../domain/reading.js';
import { REPORT_STATES } from '../domain/report-policy.js';
import { PLATFORM_SERVICES } from '../domain/platform-services.js';
import { ROLLOUT_KINDS } from '../domain/rollout.entity.js';
import { SOURCE_KINDS, TYPED_SOURCES } from '../domain/sources.js';

const enumOf = (values: readonly string[], name: string, description?: string): Record<string, string> => {
  const members = Object.fromEntries(values.map((value) => [value, value]));
  registerEnumType(members, { name, description });
  return members;
};

export const AdoptionStateEnum = enumOf(ADOPTION_STATES, 'AdoptionState', 'How far a commune is with an adopted initiative.');
export const AdoptionBasisEnum = enumOf(ADOPTION_BASES, 'AdoptionBasis', 'Whether a commune must take part, chose to, or is exempt.');
export const AggregationEnum = enumOf(
  AGGREGATIONS,
  'IndicatorAggregation',
  'How figures become one: their sum, the last, or the ratio of two sums.',
);
export const FigureKindEnum = enumOf(
  FIGURE_KINDS,
  'FigureKind',
  'What figures of an indicator are: counted, đồng, a part of a whole, time, points, measured (km, ha, tấn).',
);
export const DirectionEnum = enumOf(DIRECTIONS, 'IndicatorDirection', 'Whether more is better, or less.');
export const ReadingEnum = enumOf(READINGS, 'UnitReading', 'On the units of the time, or on those they have become.');
export const ReportStateEnum = enumOf(REPORT_STATES, 'ReportState');
export const RolloutKindEnum = enumOf(ROLLOUT_KINDS, 'RolloutKind', "By the district's decision, or by the communes' own choice.");
export const PlatformServiceEnum = enumOf(
  PLATFORM_SERVICES,
  'PlatformService',
  'What of this platform a roll-out runs on, and is counted by.',
);
export const OverdueKindEnum = enumOf(['REPORT', 'ADOPTION'], 'OverdueKind');
export const SourceKindEnum = enumOf(
  SOURCE_KINDS,
  'FigureSourceKind',
  'Who says a figure: the system that counted it, the commune in its report, the press, an inspection, somebody else.',
);
export const TypedSourceEnum = enumOf(TYPED_SOURCES, 'TypedSource', 'Whose figures the office records.');
export const AdoptionCountedEnum = enumOf(ADOPTIONS_COUNTED, 'AdoptionCounted', 'What adoptions are counted as.');
