import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { RolloutNameObject } from '#lib/award';
import { LocalDateScalar, type Reason, WhyNotField, connectionOf, orRefusal } from '#lib/platform';
import { UnitNameObject } from '#lib/units';
import {
  type DifferenceRead,
  type PilotListed,
  type PilotRead,
  type PilotUnitRead,
  type PublicPilotRead,
  type ResultRead,
} from '../application/pilot.queries.js';
import { PILOT_MEASURES, PILOT_OUTCOMES, PILOT_STATES, type PilotMeasure, type PilotState } from '../domain/pilot-policy.js';
import { PILOT_ARMS, type PilotArm } from '../domain/pilot-result.js';

const enumOf = (values: readonly string[]): Record<string, string> => Object.fromEntries(values.map((value) => [value, value]));
export const PilotStateEnum = enumOf(PILOT_STATES);
export const PilotOutcomeEnum = enumOf(PILOT_OUTCOMES);
export const PilotMeasureEnum = enumOf(PILOT_MEASURES);
export const PilotArmEnum = enumOf(PILOT_ARMS);
registerEnumType(PilotStateEnum, { name: 'PilotState', description: 'How far a pilot is.' });
registerEnumType(PilotOutcomeEnum, { name: 'PilotOutcome', description: 'What becomes of a pilot that has ended.' });
registerEnumType(PilotMeasureEnum, {
  name: 'PilotMeasure',
  description: 'What is measured of each file; units are compared by their means.',
});
registerEnumType(PilotArmEnum, { name: 'PilotArm', description: 'What a commune is in a pilot.' });

@ObjectType('PilotDifference', {
  description: 'By how many days a file the mean change of the pilot units is above that of the others; below nothing: faster.',
})
export class PilotDifferenceObject implements DifferenceRead {
  @Field(() => Float, { description: 'In days a file.' }) difference!: number;
  @Field(() => Int, { nullable: true, description: 'In how many ways as many units are chosen; null: too few units for a test.' })
  arrangements!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'In how many of these the difference is as low or lower; null: too few units for a test.',
  })
  asLow!: number | null;
  @Field(() => Int, { nullable: true, description: 'In how many it is as far from nothing, either way; null: too few units for a test.' })
  asFar!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'The exact one-sided chance that a lot gives as much, from 0 to 1; null: too few units for a test.',
  })
  chance!: number | null;
  @Field(() => Float, { nullable: true, description: 'The lowest that it is with one unit left out; null: too few units.' })
  leaveOneOutLow!: number | null;
  @Field(() => Float, { nullable: true, description: 'The highest that it is with one unit left out; null: too few units.' })
  leaveOneOutHigh!: number | null;
}

@ObjectType('PilotResult', { description: 'What came of a pilot, told when it has ended, whatever it is.' })
export class PilotResultObject implements ResultRead {
  @Field(() => PilotDifferenceObject, { nullable: true, description: 'Before it against since; null where a side has no files.' })
  main!: PilotDifferenceObject | null;
  @Field(() => PilotDifferenceObject, {
    nullable: true,
    description: 'The same of two periods before it began, when nothing can have worked; null where files of them are not known.',
  })
  placebo!: PilotDifferenceObject | null;
  @Field(() => PilotDifferenceObject, {
    nullable: true,
    description: 'The same on the other days of the week: what was moved there was not saved; null where it is about all days.',
  })
  otherDays!: PilotDifferenceObject | null;
  @Field(() => Int, { description: 'How many files of the pilot units the days saved are of.' }) savedFiles!: number;
  @Field(() => Float, { description: 'Days saved against what such files took before in the same unit.' }) savedAgainstBefore!: number;
  @Field(() => Float, { nullable: true, description: 'Days saved against the limit, which is another figure; null: no limit is set.' })
  savedAgainstLimit!: number | null;
  @Field({ description: 'Whether it is shown to be faster: a lot gives as much at most once in twenty.' }) shown!: boolean;
}

@ObjectType({ isAbstract: true })
abstract class PlaceInPilot implements Omit<PilotUnitRead, 'whyNotEnter' | 'version'> {
  @Field(() => ID) id!: string;
  @Field(() => UnitNameObject, { description: 'Which commune.' }) unit!: UnitNameObject;
  @Field(() => PilotArmEnum, { description: 'Whether it tries, or is held against those that do.' }) arm!: PilotArm;
  @Field(() => Int, { description: 'How many files of the baseline are entered.' }) filesBefore!: number;
  @Field(() => Int, { description: 'How many files since it began are entered.' }) filesSince!: number;
  @Field(() => Float, { nullable: true, description: 'Days a file in the baseline, on the days that it is about; null: no file.' })
  meanBefore!: number | null;
  @Field(() => Float, { nullable: true, description: 'Days a file since it began; null before it has ended, and where there is no file.' })
  meanSince!: number | null;
  @Field(() => Float, { nullable: true, description: 'The second less the first; null where one of them is not known or not told yet.' })
  change!: number | null;
}

@ObjectType('PublicPilotUnit', { description: 'A commune in a pilot, as everybody reads it.' })
export class PublicPilotUnitObject extends PlaceInPilot {}

@ObjectType('PilotUnit', { description: 'A commune in a pilot.' })
export class PilotUnitObject extends PlaceInPilot {
  @Field(() => Int) version!: number;
  @WhyNotField('What keeps you from entering its files.') whyNotEnter!: Reason;
}

@ObjectType({ isAbstract: true })
abstract class ListedPilot implements PilotListed {
  @Field(() => ID) id!: string;
  @Field({ description: 'What is tried, in a few words.' }) title!: string;
  @Field(() => RolloutNameObject, { description: 'The roll-out that it is of.' }) rollout!: RolloutNameObject;
  @Field(() => PilotStateEnum, { description: 'How far it is.' }) state!: PilotState;
  @Field(() => LocalDateScalar, { description: 'Its first day.' }) startsOn!: string;
  @Field(() => LocalDateScalar, { description: 'Its last day.' }) endsOn!: string;
  @Field(() => Int, { description: 'How many communes try.' }) pilotUnits!: number;
  @Field(() => Int, { description: 'How many they are held against.' }) comparisonUnits!: number;
  @Field() illustrative!: boolean;
}

@ObjectType('PilotSummary', { description: 'A pilot in a list.' })
export class PilotSummaryObject extends ListedPilot {}

@ObjectType({ isAbstract: true })
abstract class WholePilot extends ListedPilot implements Omit<PublicPilotRead, 'units' | 'version'> {
  @Field(() => UnitNameObject, { description: 'The unit whose office registers it.' }) host!: UnitNameObject;
  @Field(() => [String], { description: 'The fields of procedures that it is about; none: all.' }) procedureFields!: readonly string[];
  @Field(() => Int, { nullable: true, description: 'The day of the week that it is about, from 1, Monday, to 7; null: all days.' })
  weekday!: number | null;
  @Field(() => [String], { description: 'The documents that it rests on.' }) legalBases!: readonly string[];
  @Field(() => PilotMeasureEnum, { description: 'What is measured of each file.' }) measure!: PilotMeasure;
  @Field(() => Int, { nullable: true, description: 'The limit of the procedure, in the same days; null: none.' }) limitDays!: number | null;
  @Field(() => LocalDateScalar, { description: 'The first day of what it is held against.' }) baselineFrom!: string;
  @Field(() => LocalDateScalar, { description: 'The last day of what it is held against.' }) baselineTo!: string;
  @Field(() => LocalDateScalar, { description: 'The first day of the period before, as long, for the test on nothing.' })
  earlierFrom!: string;
  @Field(() => Date, { nullable: true, description: 'When it was registered, from when on nothing of it changes; null: a draft.' })
  registeredAt!: Date | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'When it was ended; null: it is not.' }) endedOn!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it ended; null where nothing was said.' }) endReason!: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'When it was concluded; null: it is not.' }) concludedOn!: string | null;
  @Field(() => String, { nullable: true, description: 'What was concluded, and why; null: nothing yet.' }) conclusion!: string | null;
  @Field(() => Float, {
    nullable: true,
    description: 'The smallest chance that a test of so many units can give, from 0 to 1; null: too few units for a test.',
  })
  leastChance!: number | null;
  @Field(() => PilotResultObject, { nullable: true, description: 'What came of it; null before it has ended, to everybody.' })
  result!: PilotResultObject | null;
}

@ObjectType('PublicPilot', { description: 'A pilot that is registered, as everybody reads it, also where nothing was shown.' })
export class PublicPilotObject extends WholePilot {
  @Field(() => [PublicPilotUnitObject], { description: 'Its communes: those that try first.' }) units!: readonly PublicPilotUnitObject[];
}

@ObjectType('Pilot', {
  description: 'That something is tried in some communes and held against others; what is measured is registered before any result.',
})
export class PilotObject extends WholePilot implements Omit<PilotRead, 'units' | Whys> {
  @Field(() => Int) version!: number;
  @Field(() => [PilotUnitObject], { description: 'Its communes: those that try first.' }) units!: readonly PilotUnitObject[];
  @WhyNotField('What keeps you from changing it.') whyNotEdit!: Reason;
  @WhyNotField('What keeps you from registering it.') whyNotRegister!: Reason;
  @WhyNotField('What keeps you from beginning it.') whyNotStart!: Reason;
  @WhyNotField('What keeps you from ending it.') whyNotEnd!: Reason;
  @WhyNotField('What keeps you from concluding it.') whyNotConclude!: Reason;
}
type Whys = 'whyNotEdit' | 'whyNotRegister' | 'whyNotStart' | 'whyNotEnd' | 'whyNotConclude';

export const PilotSummaryConnection = connectionOf('PilotSummary', PilotSummaryObject);
export const DraftPilotResult = orRefusal('DraftPilotResult', PilotObject);
export const EditPilotResult = orRefusal('EditPilotResult', PilotObject);
export const RegisterPilotResult = orRefusal('RegisterPilotResult', PilotObject);
export const StartPilotResult = orRefusal('StartPilotResult', PilotObject);
export const EndPilotResult = orRefusal('EndPilotResult', PilotObject);
export const ConcludePilotResult = orRefusal('ConcludePilotResult', PilotObject);
export const EnterPilotFilesResult = orRefusal('EnterPilotFilesResult', PilotObject);
