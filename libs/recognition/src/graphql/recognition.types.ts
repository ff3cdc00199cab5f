import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { type Influence } from '#domain/initiative';
import { ContestNameObject } from '#lib/contest';
import { PersonNameObject } from '#lib/identity';
import { InfluenceEnum, InitiativeNameObject } from '#lib/initiative';
import { LocalDateScalar, type Reason, WhyNotField, connectionOf, orRefusal } from '#lib/platform';
import { UnitNameObject } from '#lib/units';
import {
  type InitiativeRecognitionRead,
  type PublicRecognitionRead,
  type RecognitionRead,
  type SeatRead,
} from '../application/recognition.queries.js';
import { COUNCIL_ROLES, type CouncilRole } from '../domain/council.js';
import { VOTE_BASES, type VoteBase } from '../domain/majority.js';
import { RECOGNITION_STATES, type RecognitionState } from '../domain/recognition-states.js';

const enumOf = (values: readonly string[]): Record<string, string> => Object.fromEntries(values.map((value) => [value, value]));
export const RecognitionStateEnum = enumOf(RECOGNITION_STATES);
export const CouncilRoleEnum = enumOf(COUNCIL_ROLES);
export const VoteBaseEnum = enumOf(VOTE_BASES);
registerEnumType(RecognitionStateEnum, { name: 'RecognitionState', description: 'How far an application for recognition is.' });
registerEnumType(CouncilRoleEnum, { name: 'CouncilRole', description: 'What a member of a council on an initiative is in it.' });
registerEnumType(VoteBaseEnum, { name: 'VoteBase', description: 'Of whom two thirds have to agree.' });

@ObjectType('RecognitionSeat', { description: 'A member of the council on an initiative.' })
export class RecognitionSeatObject implements SeatRead {
  @Field(() => PersonNameObject, { description: 'Who it is.' }) person!: PersonNameObject;
  @Field(() => CouncilRoleEnum, { description: 'What they are in the council.' }) role!: CouncilRole;
  @Field(() => Boolean, { nullable: true, description: 'Whether they were at the sitting; null before it.' }) present!: boolean | null;
}

@ObjectType('Recognition', {
  description: 'That an initiative is to be recognised by Decree 13/2012, which a prize is not: the application, and what a council said.',
})
export class RecognitionObject implements Omit<RecognitionRead, keyof Whys> {
  @Field(() => ID) id!: string;
  @Field(() => Int, { description: 'Grows with every change; zero to whom it is not told that the council sits.' }) version!: number;
  @Field(() => InitiativeNameObject, { description: 'Which initiative.' }) initiative!: InitiativeNameObject;
  @Field(() => ContestNameObject, { description: 'The contest that it was entered in.' }) contest!: ContestNameObject;
  @Field(() => [String], { description: 'Its authors, in their order.' }) authorNames!: readonly string[];
  @Field(() => UnitNameObject, { description: 'The establishment that decides.' }) unit!: UnitNameObject;
  @Field(() => LocalDateScalar, { description: 'When it was applied for.' }) appliedOn!: string;
  @Field({ description: 'Who applied.' }) appliedByName!: string;
  @Field(() => LocalDateScalar, { description: 'When the initiative was applied or tried first.' }) firstAppliedOn!: string;
  @Field({ description: 'What it is good for, in the words of who applied.' }) benefit!: string;
  @Field(() => RecognitionStateEnum, { description: 'How far it is; to its authors a sitting shows only when it is over.' })
  state!: RecognitionState;
  @Field(() => String, { nullable: true, description: 'Its place in the register of the year, as `01/2026`; null before it is received.' })
  receiptNumber!: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'When it was received; null: it was not yet.' }) acceptedOn!: string | null;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'By when it is decided: three months by the working calendar; null before it is received.',
  })
  decideBy!: string | null;
  @Field({ description: 'Whether that day is over and nothing is decided.' }) late!: boolean;
  @Field(() => String, { nullable: true, description: 'The decision that seats the council; null: there is none, or it is not told yet.' })
  councilNumber!: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'The day of that decision; null: there is none, or it is not told yet.' })
  councilDecidedOn!: string | null;
  @Field(() => VoteBaseEnum, { nullable: true, description: 'Of whom two thirds have to agree; null without a council.' })
  votesOf!: VoteBase | null;
  @Field(() => Int, { nullable: true, description: 'How many have to agree; null while that is not known.' }) votesNeeded!: number | null;
  @Field(() => [RecognitionSeatObject], { description: 'The members of the council; none: it is not seated, or not told yet.' })
  seats!: readonly RecognitionSeatObject[];
  @Field(() => LocalDateScalar, { nullable: true, description: 'When the council sat; null: it did not.' }) satOn!: string | null;
  @Field(() => Int, { nullable: true, description: 'How many ballots agreed; null until they are counted.' }) yes!: number | null;
  @Field(() => Int, { nullable: true, description: 'How many did not agree; null until they are counted.' }) no!: number | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'When it was decided; null: it is not.' }) decidedOn!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was refused, or what the council added; null: nothing.' }) reason!:
    string | null;
  @Field(() => InfluenceEnum, { nullable: true, description: 'How far it reaches; null where it is not recognised.' })
  influence!: Influence | null;
  @Field(() => String, { nullable: true, description: 'The decision by which it is recognised; null: none is recorded.' })
  recognitionNumber!: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'The day of that decision; null: none is recorded.' }) recognisedOn!:
    string | null;
  @Field(() => String, { nullable: true, description: 'The decision that revokes it; null: it stands.' }) revocationNumber!: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'The day of that decision; null: it stands.' }) revokedOn!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was revoked; null: it stands.' }) revocationReason!: string | null;
  @Field() illustrative!: boolean;
  @WhyNotField('What keeps you from receiving it.') whyNotAccept!: Reason;
  @WhyNotField('What keeps you from seating its council.') whyNotSeat!: Reason;
  @WhyNotField('What keeps you from opening the sitting.') whyNotOpenSitting!: Reason;
  @WhyNotField('What keeps you from counting the ballots.') whyNotCloseSitting!: Reason;
  @WhyNotField('What keeps you from recording the decision by which it is recognised.') whyNotRecordDecision!: Reason;
  @WhyNotField('What keeps you from revoking it.') whyNotRevoke!: Reason;
}
type Whys = Pick<
  RecognitionRead,
  'whyNotAccept' | 'whyNotSeat' | 'whyNotOpenSitting' | 'whyNotCloseSitting' | 'whyNotRecordDecision' | 'whyNotRevoke'
>;

@ObjectType('InitiativeRecognition', { description: 'The recognition of one initiative, to those who may apply for it.' })
export class InitiativeRecognitionObject implements Omit<InitiativeRecognitionRead, 'whyNotApply' | 'latest'> {
  @Field(() => ID, { description: 'The initiative.' }) id!: string;
  @WhyNotField('What keeps you from applying for its recognition.') whyNotApply!: Reason;
  @Field(() => RecognitionObject, { nullable: true, description: 'What was applied for last; null: nothing was.' })
  latest!: RecognitionObject | null;
}

@ObjectType('PublicRecognition', { description: 'That an initiative is recognised by a decision that stands, as it is public.' })
export class PublicRecognitionObject implements PublicRecognitionRead {
  @Field(() => ID, { description: 'The initiative.' }) id!: string;
  @Field(() => UnitNameObject, { description: 'The establishment that recognised it.' }) unit!: UnitNameObject;
  @Field({ description: 'The number of the decision.' }) decisionNumber!: string;
  @Field(() => LocalDateScalar, { description: 'The day of the decision.' }) decidedOn!: string;
  @Field(() => InfluenceEnum, { description: 'How far it reaches.' }) influence!: Influence;
}

export const RecognitionConnection = connectionOf('Recognition', RecognitionObject);
export const ApplyForRecognitionResult = orRefusal('ApplyForRecognitionResult', RecognitionObject);
export const AcceptRecognitionResult = orRefusal('AcceptRecognitionResult', RecognitionObject);
export const SeatRecognitionCouncilResult = orRefusal('SeatRecognitionCouncilResult', RecognitionObject);
export const OpenRecognitionSittingResult = orRefusal('OpenRecognitionSittingResult', RecognitionObject);
export const CloseRecognitionSittingResult = orRefusal('CloseRecognitionSittingResult', RecognitionObject);
export const RecordRecognitionDecisionResult = orRefusal('RecordRecognitionDecisionResult', RecognitionObject);
export const RevokeRecognitionResult = orRefusal('RevokeRecognitionResult', RecognitionObject);
