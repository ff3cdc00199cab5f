import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsIn, IsInt, IsOptional, IsUUID, Length } from 'class-validator';
import {
  type AgeOrder,
  AgeOrderField,
  Lines,
  MutationInput,
  PageArguments,
  type Reason,
  WhyNotField,
  connectionOf,
  orRefusal,
} from '#lib/platform';
import { UnitNameObject } from '#lib/units';
import { TOUCHED_KINDS, type TouchedKind } from '../application/merge.queries.js';
import { MERGE_STATES, type MergeState } from '../domain/person-merge.entity.js';
import { PersonNameObject, PersonRecordObject } from './person-name.types.js';
import { PersonObject } from './person.types.js';

const MergeStateEnum = Object.fromEntries(MERGE_STATES.map((state) => [state, state]));
registerEnumType(MergeStateEnum, {
  name: 'MergeState',
  description: 'Where the merging of two records of a person stands.',
  valuesMap: {
    PROPOSED: { description: 'Waits for a second person.' },
    IN_FORCE: { description: 'One record points to the other.' },
    UNDO_PROPOSED: { description: 'Holds, and is to be undone: that waits for a second person.' },
    REFUSED: { description: 'The second person did not confirm it.' },
    WITHDRAWN: { description: 'Who proposed it took it back.' },
    UNDONE: { description: 'Both stand for themselves again.' },
  },
});

const TouchedKindEnum = Object.fromEntries(TOUCHED_KINDS.map((kind) => [kind, kind]));
registerEnumType(TouchedKindEnum, {
  name: 'MergeTouchedKind',
  description: 'What hangs on a record of a person.',
  valuesMap: {
    ROLES: { description: 'Roles in force, to come or waiting. Those of the merged record rest.' },
    POSITIONS: { description: 'Positions that have not ended.' },
    SESSIONS: { description: 'Open sessions. Those of the merged record end.' },
    SEATS: { description: 'Seats in contests, also past ones.' },
    AUTHORSHIPS: { description: 'Initiatives that were sent in. The person of the kept record answers for all of them.' },
    CARDS: { description: 'Cards of contests whose result is published.' },
  },
});

@ObjectType('PersonDouble', { description: 'Two records that may be of one person.' })
export class PersonDoubleObject {
  @Field(() => ID) id!: string;
  @Field(() => PersonRecordObject, { description: 'One record.' }) first!: PersonRecordObject;
  @Field(() => PersonRecordObject, { description: 'The other record.' }) second!: PersonRecordObject;
  @Field(() => UnitNameObject, { nullable: true, description: 'Where both work; null where they work in none, or not in the same one.' })
  unit!: UnitNameObject | null;
  @Field({ description: 'Both have the same name, tone marks and case aside, in the same unit.' }) sameName!: boolean;
  @Field({ description: 'Mails to both addresses come into one mailbox.' }) sameMailbox!: boolean;
  @Field(() => Date, { description: 'When they were found to be alike.' }) foundAt!: Date;
  @Field(() => Date, { nullable: true, description: 'When somebody said that they are two people; null as long as nobody has.' })
  dismissedAt!: Date | null;
  @Field({ description: 'Whether you may say that they are two people.' }) canKeepApart!: boolean;
  @Field(() => Int) version!: number;
}

@ObjectType('MergeTouched', { description: 'How much of a kind hangs on each of two records.' })
export class MergeTouchedObject {
  @Field(() => TouchedKindEnum) kind!: TouchedKind;
  @Field(() => Int, { description: 'On the record that is to point to the other.' }) merged!: number;
  @Field(() => Int, { description: 'On the record that goes on.' }) kept!: number;
}

@ObjectType('MergeOutlook', { description: 'What merging two records would do, before it is done.' })
export class MergeOutlookObject {
  @Field(() => ID, { description: 'Of the record that is to point to the other.' }) id!: string;
  @Field(() => PersonObject, { description: 'The record that is to point to the other.' }) merged!: PersonObject;
  @Field(() => PersonObject, { description: 'The record that goes on.' }) kept!: PersonObject;
  @Field(() => [MergeTouchedObject], { description: 'What hangs on the two.' }) touched!: MergeTouchedObject[];
  @Field({ description: 'Whether a contest is being judged, so that a second person has to confirm it.' }) needsSecond!: boolean;
  @WhyNotField('Every rule that the merge would break.') whyNotMerge!: Reason;
}

@ObjectType('PersonMerge', { description: 'That two records are of one person: one points to the other, and nothing is deleted.' })
export class PersonMergeObject {
  @Field(() => ID) id!: string;
  @Field(() => PersonNameObject, { description: 'The record that points to the other.' }) merged!: PersonNameObject;
  @Field(() => PersonNameObject, { description: 'The record that goes on.' }) kept!: PersonNameObject;
  @Field(() => MergeStateEnum) state!: MergeState;
  @Field() reason!: string;
  @Field() proposedByName!: string;
  @Field(() => Date) proposedAt!: Date;
  @Field(() => Date, { nullable: true }) decidedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Why it is to be undone, or was; null where nobody asked for it.' })
  undoReason!: string | null;
  @Field(() => Date, { nullable: true, description: 'When it was undone; null as long as it holds.' }) undoneAt!: Date | null;
  @Field(() => Int) version!: number;
  @Field({ description: 'Whether it waits and you may confirm it as the second person.' }) canConfirm!: boolean;
  @WhyNotField('Why you are not the second person for one that waits.') whyNotConfirm!: Reason;
  @Field({ description: 'Whether it waits and you may say no, or take back what you proposed.' }) canRefuse!: boolean;
  @Field({ description: 'Whether you may undo it, or propose to.' }) canUndo!: boolean;
}

export const PersonDoubleConnection = connectionOf('PersonDouble', PersonDoubleObject);
export const PersonMergeConnection = connectionOf('PersonMerge', PersonMergeObject);

@ArgsType()
export class PersonMergesArguments extends PageArguments {
  @Field(() => MergeStateEnum, { nullable: true, description: 'Only those that stand so.' })
  @IsOptional()
  @IsIn(MERGE_STATES)
  state?: MergeState | null;
  @AgeOrderField() order?: AgeOrder | null;
}

@ArgsType()
export class PersonDoublesArguments extends PageArguments {
  @AgeOrderField() order?: AgeOrder | null;
}

@ArgsType()
export class MergeOutlookArguments {
  @Field(() => ID, { description: 'The record that is to point to the other.' }) @IsUUID() mergedId!: string;
  @Field(() => ID, { description: 'The record that goes on.' }) @IsUUID() keptId!: string;
}

@InputType()
export class MergePersonsInput extends MutationInput {
  @Field(() => ID, { description: 'The record that is to point to the other.' }) @IsUUID() mergedId!: string;
  @Field(() => ID, { description: 'The record that goes on.' }) @IsUUID() keptId!: string;
  @Lines() @Field() @Length(3, 1000) reason!: string;
}

@InputType()
export class ConfirmPersonMergeInput extends MutationInput {
  @Field(() => ID) @IsUUID() mergeId!: string;
  @Field(() => Int, { description: 'The version that was on the screen.' }) @IsInt() version!: number;
}

@InputType()
export class RefusePersonMergeInput extends ConfirmPersonMergeInput {
  @Lines() @Field() @Length(3, 1000) reason!: string;
}

@InputType()
export class UndoPersonMergeInput extends ConfirmPersonMergeInput {
  @Lines() @Field() @Length(3, 1000) reason!: string;
}

@InputType()
export class KeepPersonsApartInput extends MutationInput {
  @Field(() => ID) @IsUUID() doubleId!: string;
  @Field(() => Int, { description: 'The version that was on the screen.' }) @IsInt() version!: number;
  @Lines() @Field() @Length(3, 1000) reason!: string;
}

export const MergePersonsResult = orRefusal('MergePersonsResult', PersonMergeObject);
export const ConfirmPersonMergeResult = orRefusal('ConfirmPersonMergeResult', PersonMergeObject);
export const RefusePersonMergeResult = orRefusal('RefusePersonMergeResult', PersonMergeObject);
export const UndoPersonMergeResult = orRefusal('UndoPersonMergeResult', PersonMergeObject);
export const KeepPersonsApartResult = orRefusal('KeepPersonsApartResult', PersonDoubleObject);
