import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { type ContestPhase, type Track } from '#domain/contest';
import { ContestNameObject, ContestPhaseEnum, TrackEnum } from '#lib/contest';
import { PersonNameObject } from '#lib/identity';
import { DecimalScalar, LocalDateScalar, type Reason, RefusalObject, WhyNotField, connectionOf } from '#lib/platform';
import { type Ask, type DossierField } from '../domain/asks.js';
import { type Influence } from '../domain/content.js';
import { type Passage } from '../domain/passages.js';
import { type LinkVerdict, type ScreeningVerdict } from '../domain/initiative-parts.entity.js';
import { type InitiativeState } from '../domain/states.js';
import { type PossibleAuthorRow } from '../application/author.queries.js';
import {
  type EarlierRow,
  type ImprovedRow,
  type InitiativeRow,
  type InitiativeRights,
  type InitiativeSummary,
  type ScreenerName,
  type LinkRow,
  type ScreeningRow,
  type SentBackRow,
  type VersionStamp,
} from '../application/initiative.rows.js';
import { type SimilarRow } from '../application/similar.queries.js';
import { DossierFileObject } from './dossier-file.types.js';
import { AuthorAnswerObject } from './authorship.types.js';
import {
  AreaNameObject,
  AuthorObject,
  DossierFieldEnum,
  InfluenceEnum,
  InitiativeNameObject,
  InitiativeStateEnum,
  LinkVerdictEnum,
  OwnerNameObject,
  ScreeningVerdictEnum,
} from './initiative-names.types.js';

export { AuthorObject, InfluenceEnum, InitiativeStateEnum, LinkVerdictEnum };

@ObjectType({ isAbstract: true })
abstract class InitiativeLine implements InitiativeRights, Omit<InitiativeSummary, 'submittedAt' | 'savedAt' | 'returnDueAt' | 'contest'> {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => String, { nullable: true, description: 'The number on the receipt, e.g. 2026-017; none before it is sent in.' })
  receiptNumber!: string | null;
  @Field() title!: string;
  @Field(() => InitiativeStateEnum) state!: InitiativeState;
  @Field(() => InfluenceEnum) influence!: Influence;
  @Field(() => TrackEnum, {
    nullable: true,
    description: 'Of one author or of several, where the prizes of the contest have tracks; null where it is not said.',
  })
  track!: Track | null;
  @Field({ description: 'Invented for demonstration.' }) illustrative!: boolean;
  @Field(() => Date, { nullable: true, description: 'When it was last sent in; null before.' }) submittedAt!: Date | string | null;
  @Field(() => Date) savedAt!: Date | string;
  @Field(() => Date, { nullable: true, description: 'Until when it may come back; null where it is not returned.' }) returnDueAt!:
    Date | string | null;
  @Field(() => AreaNameObject) area!: AreaNameObject;
  @Field(() => OwnerNameObject) owner!: OwnerNameObject;
  @Field(() => [AuthorObject]) authors!: AuthorObject[];
  @Field() canEdit!: boolean;
  @Field({ description: 'You drafted it on behalf of its submitter, and may go on with it.' }) canEditOnBehalf!: boolean;
  @Field({ description: 'Whether you may confirm it as the head of its unit.' }) canConfirm!: boolean;
  @Field({ description: 'Whether you may send it back to its writers as the head of its unit.' }) canSendBack!: boolean;
  @Field() canWithdraw!: boolean;
  @Field({ description: 'Whether you may screen it or return it now.' }) canScreen!: boolean;
  @Field({ description: 'You may move the moment until which it may come back.' }) canMoveReturnDue!: boolean;
  @Field({ description: 'Whether you may disqualify it now.' }) canDisqualify!: boolean;
  @Field({ description: 'Whether you may say of it and an earlier one whether it is new, improves on it or repeats it.' })
  canLink!: boolean;
}

@ObjectType('InitiativeSummary', { description: 'A line of a list of initiatives.' })
export class InitiativeSummaryObject extends InitiativeLine {
  @Field(() => ContestNameObject, { description: 'Receipts were numbered by contest once: with its contest each is told apart.' })
  contest!: ContestNameObject;
  @Field(() => PersonNameObject, {
    nullable: true,
    description: 'Who last said something of it, for those who screen; null where nobody did, and to others.',
  })
  screenedBy!: ScreenerName | null;
}

@ObjectType('InitiativeContest', { description: 'What the contest of an initiative asks of it.' })
export class InitiativeContestObject extends ContestNameObject {
  @Field(() => ContestPhaseEnum, { description: 'Where the contest stands now.' }) phase!: ContestPhase;
  @Field() headConfirms!: boolean;
  @Field({ description: 'It is sent once each author has confirmed that they are one, with their share.' }) authorsConfirm!: boolean;
  @Field({ description: 'An initiative says whether it is of one author or of several.' }) asksTrack!: boolean;
}

@ObjectType('Ask', { description: 'What the secretariat asks at one part of a dossier that it returns.' })
export class AskObject implements Ask {
  @Field(() => DossierFieldEnum, { description: 'At which part.' }) field!: DossierField;
  @Field({ description: 'What is asked there.' }) words!: string;
}

@ObjectType('EarlierInitiative', { description: 'An initiative of an earlier year, as the one that resembles it shows it.' })
export class EarlierObject extends InitiativeNameObject implements EarlierRow {
  @Field(() => ContestNameObject) contest!: ContestNameObject;
}

@ObjectType('ImprovedInitiative', { description: 'One of an earlier year that an initiative says it improves.' })
export class ImprovedObject extends EarlierObject implements ImprovedRow {
  @Field({ description: 'You may open it.' }) mayRead!: boolean;
}

@ObjectType('Screening', { description: 'What the secretariat said of an initiative, and why.' })
export class ScreeningObject implements Omit<ScreeningRow, 'at' | 'dueAt'> {
  @Field(() => ID) id!: string;
  @Field(() => ScreeningVerdictEnum) verdict!: ScreeningVerdict;
  @Field({ description: 'Why, in the words of the secretariat.' }) reason!: string;
  @Field(() => Date, { nullable: true }) dueAt!: Date | string | null;
  @Field(() => [AskObject], { description: 'What was asked at parts of the dossier, where it was returned.' }) asks!: AskObject[];
  @Field(() => Date) at!: Date | string;
}

@ObjectType('InitiativeVersionStamp', { description: 'When a version was sent in, and its hash.' })
export class VersionStampObject implements Omit<VersionStamp, 'submittedAt'> {
  @Field(() => ID) id!: string;
  @Field(() => Int) number!: number;
  @Field({ description: 'SHA-256 of the version as it was sent in.' }) hash!: string;
  @Field(() => Date) submittedAt!: Date | string;
}

@ObjectType('InitiativeLink', { description: 'The screener’s word on an earlier initiative that resembles this one.' })
export class LinkObject implements Omit<LinkRow, 'at'> {
  @Field(() => ID) id!: string;
  @Field(() => LinkVerdictEnum) verdict!: LinkVerdict;
  @Field(() => String, { nullable: true }) reason!: string | null;
  @Field(() => Date) at!: Date | string;
  @Field(() => EarlierObject, { description: 'The earlier one.' }) earlier!: EarlierRow;
}

@ObjectType('SentBack', { description: 'What the head of its unit sent an initiative back for.' })
export class SentBackObject implements Omit<SentBackRow, 'at'> {
  @Field({ description: 'What is to be mended, in the head’s words.' }) words!: string;
  @Field(() => Date, { description: 'When.' }) at!: Date | string;
  @Field({ description: 'The head who sent it back.' }) byName!: string;
}

type Moments =
  'submittedAt' | 'savedAt' | 'returnDueAt' | 'ownWorkAt' | 'notPrizedElsewhereAt' | 'nobodyOnJuryAt' | 'confirmedAt' | 'paperReceivedAt';

@ObjectType('Initiative', { description: 'An initiative as you may see it, and what you may do with it now.' })
export class InitiativeObject
  extends InitiativeLine
  implements
    Omit<
      InitiativeRow,
      Moments | 'sentBack' | 'files' | 'screenings' | 'versions' | 'links' | 'authorAnswers' | 'contest' | 'readForOffice'
    >
{
  @Field() problem!: string;
  @Field() solution!: string;
  @Field() novelty!: string;
  @Field() effect!: string;
  @Field(() => LocalDateScalar, { nullable: true }) firstAppliedOn!: string | null;
  @Field(() => String, { nullable: true, description: 'For its owner and the secretariat alone; null for others.' }) confidential!:
    string | null;
  @Field(() => Date, { nullable: true, description: 'When it was declared to be the authors’ own work; null where that is not declared.' })
  ownWorkAt!: Date | string | null;
  @Field(() => Date, { nullable: true, description: 'When it was declared that it has no prize of another contest; null before.' })
  notPrizedElsewhereAt!: Date | string | null;
  @Field(() => Date, { nullable: true, description: 'When it was declared that no author sits on the jury; null before.' })
  nobodyOnJuryAt!: Date | string | null;
  @Field(() => Date, { nullable: true, description: 'When the head of the unit confirmed it; null before, and once it was changed again.' })
  confirmedAt!: Date | string | null;
  @Field(() => SentBackObject, {
    nullable: true,
    description: 'What the head sent it back for, until they confirm it; for its owner, to others null.',
  })
  sentBack!: SentBackObject | null;
  @Field(() => Date, { nullable: true, description: 'When the secretariat had it on paper; null where it did not come so.' })
  paperReceivedAt!: Date | string | null;
  @Field(() => String, { nullable: true, description: 'Why it was withdrawn or disqualified; null where it was not.' }) endReason!:
    string | null;
  @Field(() => InitiativeContestObject, { description: 'The contest that it is drafted for, and what that asks.' })
  contest!: InitiativeContestObject & Pick<InitiativeRow, 'contest'>['contest'];
  @Field(() => [DossierFileObject], { description: 'What hangs on it now, in the order its authors gave.' }) files!: DossierFileObject[];
  @Field(() => [ScreeningObject], { description: 'What the secretariat said of it, the newest first.' }) screenings!: ScreeningObject[];
  @Field(() => [VersionStampObject], { description: 'The versions that were sent in, the newest first.' }) versions!: VersionStampObject[];
  @Field(() => [LinkObject], { description: 'For the screener alone.' }) links!: LinkObject[];
  @Field(() => String, {
    nullable: true,
    description: 'Who of the secretariat drafted it on behalf of its submitter; null where nobody did.',
  })
  draftedByName!: string | null;
  @Field(() => ImprovedObject, {
    nullable: true,
    description: 'The one of an earlier year that it says it improves; the screener decides. Null where it names none.',
  })
  improves!: ImprovedObject | null;
  @Field(() => [AskObject], { description: 'What it was returned for, part by part; empty once it was sent in again.' })
  asks!: AskObject[];
  @Field(() => [AuthorAnswerObject], {
    description: 'What its authors have said of being that; for its owner and the secretariat, to others empty.',
  })
  authorAnswers!: AuthorAnswerObject[];
  @WhyNotField('What stands in the way of sending it back, for the head of its unit.') whyNotSendBack!: Reason;
  @Field() canSubmit!: boolean;
  @WhyNotField('What stands in the way of sending it, for who may send it.') whyNotSubmit!: Reason;
  @Field(() => [RefusalObject], { description: 'All that is missing or wrong in what would be sent, for who may send it.' })
  problems!: RefusalObject[];
}

@ObjectType('SimilarPassage', { description: 'A sentence of a text, and one of another initiative that says much the same.' })
export class PassageObject implements Passage {
  @Field(() => DossierFieldEnum, { description: 'Where it stands.' }) field!: DossierField;
  @Field({ description: 'The sentence.' }) text!: string;
  @Field(() => DossierFieldEnum, { description: 'Where the other one stands.' }) otherField!: DossierField;
  @Field({ description: 'The sentence of the other.' }) otherText!: string;
}

@ObjectType('SimilarInitiative', { description: 'Another initiative that resembles one.' })
export class SimilarInitiativeObject extends EarlierObject implements SimilarRow {
  @Field(() => DecimalScalar, { description: '0 to 1: for the order alone.' }) likeness!: string;
  @Field(() => AreaNameObject) area!: AreaNameObject;
  @Field(() => OwnerNameObject) owner!: OwnerNameObject;
  @Field({ description: 'Whether you may open it.' }) mayRead!: boolean;
  @Field({ description: 'It has a page that anybody may read.' }) public!: boolean;
  @Field(() => LinkVerdictEnum, {
    nullable: true,
    description: 'The screener’s word on the two, for the screener; null for others, and as long as nothing was said.',
  })
  verdict!: LinkVerdict | null;
  @Field(() => [PassageObject], {
    description: 'Where both say much the same, three at most; of one that you may not open, in what is public of it alone.',
  })
  passages!: PassageObject[];
}

@ObjectType('PossibleAuthor', { description: 'Somebody who may be named an author.' })
export class PossibleAuthorObject implements PossibleAuthorRow {
  @Field(() => ID) id!: string;
  @Field() fullName!: string;
  @Field(() => OwnerNameObject) unit!: OwnerNameObject;
}

export const PossibleAuthorConnection = connectionOf('PossibleAuthor', PossibleAuthorObject);
export const InitiativeConnection = connectionOf('Initiative', InitiativeSummaryObject);
export const SimilarInitiativeConnection = connectionOf('SimilarInitiative', SimilarInitiativeObject);
