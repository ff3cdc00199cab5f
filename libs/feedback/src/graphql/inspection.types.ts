import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PersonNameObject } from '#lib/identity';
import { LocalDateScalar, type Reason, WhyNotField, connectionOf, orRefusal } from '#lib/platform';
import { UnitNameObject } from '#lib/units';
import { type InspectionItemRead, type InspectionMemberRead, type InspectionRead } from '../application/inspection.queries.js';
import {
  INSPECTION_ANSWERS,
  INSPECTION_KINDS,
  INSPECTION_STATES,
  type InspectionAnswer,
  type InspectionKind,
  type InspectionState,
} from '../domain/inspection-rules.js';

const enumOf = (values: readonly string[]): Record<string, string> => Object.fromEntries(values.map((value) => [value, value]));
export const InspectionKindEnum = enumOf(INSPECTION_KINDS);
export const InspectionStateEnum = enumOf(INSPECTION_STATES);
export const InspectionAnswerEnum = enumOf(INSPECTION_ANSWERS);
registerEnumType(InspectionKindEnum, { name: 'InspectionKind', description: 'Whether the unit knows of an inspection beforehand.' });
registerEnumType(InspectionStateEnum, { name: 'InspectionState', description: 'How far an inspection is.' });
registerEnumType(InspectionAnswerEnum, { name: 'InspectionAnswer', description: 'What a team found of an item.' });

@ObjectType('InspectionMember', { description: 'Somebody of the team of an inspection.' })
export class InspectionMemberObject implements InspectionMemberRead {
  @Field(() => PersonNameObject, { description: 'Who it is.' }) person!: PersonNameObject;
  @Field({ description: 'Whether they lead the team.' }) leads!: boolean;
}

@ObjectType('InspectionItem', { description: 'One thing that a team looks at.' })
export class InspectionItemObject implements InspectionItemRead {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field({ description: 'What is asked of the unit.' }) question!: string;
  @Field(() => InspectionAnswerEnum, { nullable: true, description: 'What the team found; null: it has not said yet.' })
  answer!: InspectionAnswer | null;
  @Field(() => String, { nullable: true, description: 'What was found, in words; null: nothing was said.' }) remark!: string | null;
  @Field({ description: 'Whether you may open a corrective action about it: it is not as it should be, and the minutes say so.' })
  canOpenAction!: boolean;
}

@ObjectType('Inspection', {
  description: 'That a team looks, item by item, at how a unit serves people; a surprise is known to few until it begins.',
})
export class InspectionObject implements Omit<InspectionRead, keyof Whys> {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => InspectionKindEnum, { description: 'Planned, or a surprise.' }) kind!: InspectionKind;
  @Field(() => InspectionStateEnum, { description: 'How far it is.' }) state!: InspectionState;
  @Field({ description: 'Whether it is a surprise that has not begun: known to its team, who ordered it and the Chair alone.' })
  hidden!: boolean;
  @Field(() => UnitNameObject, { description: 'The unit that is inspected.' }) unit!: UnitNameObject;
  @Field({ description: 'The number of the decision that orders it.' }) decisionNumber!: string;
  @Field(() => LocalDateScalar, { description: 'The day of that decision.' }) decidedOn!: string;
  @Field({ description: 'Who ordered it.' }) orderedByName!: string;
  @Field(() => [InspectionMemberObject], { description: 'The team, who leads it first.' }) team!: readonly InspectionMemberObject[];
  @Field(() => [InspectionItemObject], { description: 'What is looked at, in its order.' }) items!: readonly InspectionItemObject[];
  @Field(() => Date, { nullable: true, description: 'When the team began; null: it has not.' }) startedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Why it is not held; null: it is.' }) callOffReason!: string | null;
  @Field(() => Int, { description: 'How many items are as they should be.' }) yes!: number;
  @Field(() => Int, { description: 'How many are not: the findings.' }) no!: number;
  @Field(() => Int, { description: 'How many are not to be asked of this unit.' }) notApplicable!: number;
  @Field(() => String, {
    nullable: true,
    description:
      'Of the items that apply how many are as they should be, in per cent to two decimals at most; null: none applies, or some are not answered yet.',
  })
  scorePercent!: string | null;
  @Field(() => String, { nullable: true, description: 'What the minutes conclude; null: they are not drawn up.' }) conclusion!:
    string | null;
  @Field(() => Date, { nullable: true, description: 'When the minutes were drawn up; null: they are not.' }) drawnUpAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Who signed for the team; null: nobody did yet.' }) teamSignerName!: string | null;
  @Field(() => Date, { nullable: true, description: 'When they signed; null: they did not yet.' }) teamSignedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Who signed for the unit; null: nobody did.' }) unitSignerName!: string | null;
  @Field(() => Date, { nullable: true, description: 'When they signed; null: they did not.' }) unitSignedAt!: Date | null;
  @Field(() => String, {
    nullable: true,
    description: 'Why nobody signs for the unit, as the team recorded it; null: that was not recorded.',
  })
  signRefusal!: string | null;
  @Field() illustrative!: boolean;
  @WhyNotField('What keeps you from calling it off.') whyNotCallOff!: Reason;
  @WhyNotField('What keeps you from beginning it.') whyNotStart!: Reason;
  @WhyNotField('What keeps you from answering its items.') whyNotAnswer!: Reason;
  @WhyNotField('What keeps you from drawing up its minutes.') whyNotDrawUp!: Reason;
  @WhyNotField('What keeps you from signing its minutes.') whyNotSign!: Reason;
  @WhyNotField('What keeps you from recording that the unit does not sign.') whyNotRecordRefusal!: Reason;
}
type Whys = Pick<InspectionRead, 'whyNotCallOff' | 'whyNotStart' | 'whyNotAnswer' | 'whyNotDrawUp' | 'whyNotSign' | 'whyNotRecordRefusal'>;

export const InspectionConnection = connectionOf('Inspection', InspectionObject);
export const OrderInspectionResult = orRefusal('OrderInspectionResult', InspectionObject);
export const CallOffInspectionResult = orRefusal('CallOffInspectionResult', InspectionObject);
export const StartInspectionResult = orRefusal('StartInspectionResult', InspectionObject);
export const AnswerInspectionItemResult = orRefusal('AnswerInspectionItemResult', InspectionObject);
export const DrawUpMinutesResult = orRefusal('DrawUpMinutesResult', InspectionObject);
export const SignMinutesResult = orRefusal('SignMinutesResult', InspectionObject);
export const RecordMinutesRefusalResult = orRefusal('RecordMinutesRefusalResult', InspectionObject);
