import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { PersonNameObject } from '#lib/identity';
import {
  DecimalScalar,
  DongScalar,
  LocalDateScalar,
  type Reason,
  RefusalObject,
  WhyNotField,
  connectionOf,
  orRefusal,
} from '#lib/platform';
import { type DecisionKind, type DocumentKind } from '../domain/contest-parts.entity.js';
import { type ContestAct, type ContestPhase, type DatedPhase } from '../domain/phases.js';
import { type PlanState } from '../domain/plan-approval.entity.js';
import { type Track } from '../domain/prizes.js';
import { type SeatKind } from '../domain/seat.entity.js';
import {
  ContestActEnum,
  ContestPhaseEnum,
  DatedPhaseEnum,
  DecisionKindEnum,
  DocumentKindEnum,
  PlanStateEnum,
  SeatKindEnum,
  TrackEnum,
} from './enums.js';
import { UnitNameObject } from '#lib/units';
import { RuleBookContentObject, RuleBookObject, RuleBookVersionObject } from './rule-book.types.js';

@ObjectType('Phase', { description: 'A phase of a contest: its dates, and what it permits.' })
export class PhaseObject {
  @Field(() => DatedPhaseEnum) kind!: DatedPhase;
  @Field(() => Date, { description: 'When it begins.' }) startsAt!: Date;
  @Field(() => Date, { nullable: true, description: 'When it ends; null where it has no end of its own.' }) endsAt!: Date | null;
  @Field(() => [ContestActEnum], { description: 'What may be done while it lasts.' }) permits!: ContestAct[];
  @Field(() => Date, { nullable: true, description: 'When the contest really went into it; null where it has not.' })
  enteredAt!: Date | null;
}

@ObjectType('ReformArea', { description: 'An area of administrative reform.' })
export class ReformAreaObject {
  @Field(() => ID) id!: string;
  @Field() areaCode!: string;
  @Field() nameVi!: string;
  @Field() nameEn!: string;
  @Field(() => String, { nullable: true, description: 'Which programme or contest names it; null where none is given.' }) source!:
    string | null;
  @Field(() => Int, { description: 'Its place in the list; the smallest stands first.' }) ordinal!: number;
  @Field({ description: 'No later contest takes it.' }) retired!: boolean;
  @Field(() => Int) version!: number;
  @Field(() => ID, { nullable: true, description: 'The unit that keeps it and may change it; null where none does.' }) ownerUnitId!:
    string | null;
}

@ObjectType('ReformAreaListed', { description: 'A reform area in the list that contests choose from.' })
export class ReformAreaListedObject extends ReformAreaObject {
  @Field({ description: 'Whether you may rename or retire it.' }) canEdit!: boolean;
}

@ObjectType('ContestDocument', { description: 'A paper of a contest, with number and date.' })
export class ContestDocumentObject {
  @Field(() => ID) id!: string;
  @Field(() => DocumentKindEnum) kind!: DocumentKind;
  @Field() number!: string;
  @Field(() => LocalDateScalar) issuedOn!: string;
  @Field() title!: string;
  @Field(() => ID, { nullable: true }) fileId!: string | null;
  @Field() illustrative!: boolean;
}

@ObjectType('PrizeTier', { description: 'A tier of the prize plan.' })
export class PrizeTierObject {
  @Field(() => ID) id!: string;
  @Field() key!: string;
  @Field() nameVi!: string;
  @Field() nameEn!: string;
  @Field(() => Int) quantity!: number;
  @Field(() => DongScalar, { description: 'Of each prize.' }) amount!: number;
  @Field(() => TrackEnum, { nullable: true, description: 'Null where the plan has no tracks.' }) track!: Track | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'The least final score that gets a prize of this tier; null: none is asked.' })
  minimumScore!: string | null;
}

@ObjectType('ContestDecision', { description: 'What was decided about a running contest.' })
export class ContestDecisionObject {
  @Field(() => ID) id!: string;
  @Field(() => DecisionKindEnum) kind!: DecisionKind;
  @Field(() => String, { nullable: true, description: 'The number of the decision; null where it had none.' }) number!: string | null;
  @Field() reason!: string;
  @Field(() => Date, { description: 'When it was taken.' }) takenAt!: Date;
}

@ObjectType('PlanApproval', { description: 'Where the plan of a contest stands with its leader, by the last time that it was sent.' })
export class PlanApprovalObject {
  @Field(() => PlanStateEnum) state!: PlanState;
  @Field(() => Date, { nullable: true, description: 'When it was sent; null where it was not yet.' }) sentAt?: Date | null;
  @Field(() => String, { nullable: true, description: 'The name of who sent it; null where it was not sent yet.' }) sentByName?:
    string | null;
  @Field(() => Date, { nullable: true, description: 'When it was approved or returned; null where it waits.' }) answeredAt?: Date | null;
  @Field(() => String, { nullable: true, description: 'The name of the leader who answered; null where it waits.' }) answeredByName?:
    string | null;
  @Field(() => String, { nullable: true, description: 'What is to be changed; null where it was not returned.' }) returnReason?:
    string | null;
}

@ObjectType('Seat', { description: "A person's place in a contest. Who has one cannot be an author in it." })
export class SeatObject {
  @Field(() => ID) id!: string;
  @Field(() => ID) contestId!: string;
  @Field(() => PersonNameObject) person!: PersonNameObject;
  @Field(() => SeatKindEnum) kind!: SeatKind;
  @Field({ description: 'Leads the jury.' }) chair!: boolean;
  @Field(() => Date, { description: 'Since when it holds.' }) from!: Date;
  @Field(() => Date, { nullable: true }) endedAt!: Date | null;
  @Field(() => String, { nullable: true }) endReason!: string | null;
}

@ObjectType({ isAbstract: true })
abstract class ContestBase {
  @Field(() => ID) id!: string;
  @Field(() => Int) year!: number;
  @Field() titleVi!: string;
  @Field() titleEn!: string;
  @Field(() => UnitNameObject) host!: UnitNameObject;
  @Field(() => ContestPhaseEnum) phase!: ContestPhase;
  @Field(() => [PhaseObject]) phases!: PhaseObject[];
  @Field({ description: 'Of a past year, entered afterwards for its results.' }) recorded!: boolean;
  @Field({ description: 'Invented, for the demonstration.' }) illustrative!: boolean;
}

@ObjectType('PublicContest', { description: 'What everyone may read of an announced contest.' })
export class PublicContestObject extends ContestBase {
  @Field() objectives!: string;
  @Field(() => String, { nullable: true }) cancelReason!: string | null;
  @Field(() => [ReformAreaObject]) areas!: ReformAreaObject[];
  @Field(() => [ContestDocumentObject]) documents!: ContestDocumentObject[];
  @Field(() => [PrizeTierObject]) prizePlan!: PrizeTierObject[];
}

@ObjectType('PublicContestDetail', { description: 'What everyone may read of one contest: also how it is judged.' })
export class PublicContestDetailObject extends PublicContestObject {
  @Field(() => RuleBookContentObject, {
    nullable: true,
    description: 'Rounds, criteria and rules; null where none were entered, as of a past year.',
  })
  judging!: RuleBookContentObject | null;
}

@ObjectType('ContestSummary', { description: 'A contest in a list, with what you may do in it now.' })
export class ContestSummaryObject extends ContestBase {
  @Field(() => Date, { nullable: true, description: 'Since when it is kept from advancing; null where it is not.' }) heldAt!: Date | null;
  @Field(() => Int, { description: 'How long after the deadline initiatives are still taken.' }) graceMinutes!: number;
  @Field(() => [SeatKindEnum]) mySeats!: SeatKind[];
  @Field(() => ContestPhaseEnum, { nullable: true }) nextPhase!: ContestPhase | null;
  @Field(() => Date, { nullable: true }) nextPhaseAt!: Date | null;
  @Field({ description: 'The date of the next phase has come.' }) due!: boolean;
  @Field(() => Date, {
    nullable: true,
    description: 'The last moment at which an initiative is taken, grace included; null where no dates are set.',
  })
  lastMoment!: Date | null;
  @Field() canEdit!: boolean;
  @Field() canDraft!: boolean;
  @WhyNotField('What stands in the way of drafting an initiative for this contest.') whyNotDraft!: Reason;
  @Field() canSubmit!: boolean;
  @WhyNotField('What stands in the way of sending in.') whyNotSubmit!: Reason;
}

@ObjectType('Contest', { description: 'A contest of one year, with all that you may see and do in it.' })
export class ContestObject extends ContestSummaryObject {
  @Field() objectives!: string;
  @Field(() => ID, { description: 'The list of units that may take part.' }) rosterId!: string;
  @Field(() => LocalDateScalar, { description: 'The day whose units take part.' }) rosterAsOf!: string;
  @Field(() => Int, { description: 'How many units may take part.' }) rosterUnits!: number;
  @Field(() => Date, { nullable: true, description: 'When the contest was announced; null before.' }) announcedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Why the phase is held; null where it is not.' }) heldReason!: string | null;
  @Field(() => String, { nullable: true }) cancelReason!: string | null;
  @Field({ description: 'The head of the unit confirms before an initiative is sent.' }) headConfirms!: boolean;
  @Field({ description: 'An initiative is sent once each author has confirmed that they are one, with their share.' })
  authorsConfirm!: boolean;
  @Field(() => Int) maxFiles!: number;
  @Field(() => Int) maxFileBytes!: number;
  @Field(() => Int) version!: number;
  @Field(() => [ReformAreaObject]) areas!: ReformAreaObject[];
  @Field(() => [ContestDocumentObject]) documents!: ContestDocumentObject[];
  @Field(() => [ContestDecisionObject], { description: 'The decisions taken on it, the newest first.' })
  decisions!: ContestDecisionObject[];
  @Field(() => [PrizeTierObject]) prizePlan!: PrizeTierObject[];
  @Field(() => RuleBookObject, { nullable: true, description: 'The version in force; null where none was entered.' })
  ruleBook!: RuleBookObject | null;
  @Field(() => [RuleBookVersionObject], { description: 'The versions of its rule book, the newest first.' })
  ruleBooks!: RuleBookVersionObject[];
  @Field(() => [SeatObject], { nullable: true, description: "For the host's side only; null for all others." }) seats!: SeatObject[] | null;
  @Field(() => [RefusalObject], { description: 'All that is missing or wrong in a draft before it can be announced.' })
  problems!: RefusalObject[];
  @Field({ description: 'Whether you may take the contest into its next phase now.' }) canAdvance!: boolean;
  @WhyNotField('What stands in the way of the next phase.') whyNotAdvance!: Reason;
  @Field({ description: 'The leader approves the plan before the contest is announced.' }) leaderApproves!: boolean;
  @Field(() => PlanApprovalObject, {
    nullable: true,
    description: "For the host's side only; null for all others, and where the leader is not asked.",
  })
  planApproval!: PlanApprovalObject | null;
  @WhyNotField('What stands in the way of your sending the plan to the leader.') whyNotSubmitPlan!: Reason;
  @WhyNotField('What stands in the way of your approving the plan.') whyNotApprovePlan!: Reason;
  @WhyNotField('What stands in the way of your returning the plan.') whyNotReturnPlan!: Reason;
  @WhyNotField('What stands in the way of your saying whether the leader approves the plan.') whyNotSetPlanApproval!: Reason;
  @WhyNotField('What stands in the way of your entering an initiative that came on paper.') whyNotEnterPaper!: Reason;
  @WhyNotField('What stands in the way of your drafting an initiative on behalf of its submitter.') whyNotDraftOnBehalf!: Reason;
  @Field({ description: 'Whether you may record an initiative that took part: it is a contest of before the platform.' })
  canRecordInitiative!: boolean;
  @Field({ description: 'Whether you may set the dates of phases.' }) canSetDates!: boolean;
  @Field({ description: 'Whether you may set the rule book, which is not frozen yet.' }) canSetRuleBook!: boolean;
  @Field({ description: 'Whether you may amend the frozen rule book by a decision.' }) canAmendRuleBook!: boolean;
  @Field({ description: 'Whether you may attach and detach documents.' }) canAttach!: boolean;
  @Field({ description: 'Whether you may hold the phase that it is in.' }) canHold!: boolean;
  @Field({ description: 'Whether you may resume the phase that is held.' }) canResume!: boolean;
  @Field() canCancel!: boolean;
  @Field({ description: 'Whether you may give seats and end them.' }) canSeat!: boolean;
  @Field({ description: 'Whether you may make a draft of a later year from it.' }) canCopy!: boolean;
}

export const ContestSummaryConnection = connectionOf('ContestSummary', ContestSummaryObject);
export const PublicContestConnection = connectionOf('PublicContest', PublicContestObject);
export const ReformAreaConnection = connectionOf('ReformAreaListed', ReformAreaListedObject);

const contestOr = (verbNoun: string) => orRefusal(`${verbNoun}Result`, ContestObject);

export const CreateContestResult = contestOr('CreateContest');
export const CopyContestResult = contestOr('CopyContest');
export const RecordPastContestResult = contestOr('RecordPastContest');
export const EditContestResult = contestOr('EditContest');
export const SetAreasResult = contestOr('SetAreas');
export const SetPrizePlanResult = contestOr('SetPrizePlan');
export const AttachDocumentResult = contestOr('AttachDocument');
export const DetachDocumentResult = contestOr('DetachDocument');
export const SetRuleBookResult = contestOr('SetRuleBook');
export const AmendRuleBookResult = contestOr('AmendRuleBook');
export const SetPhaseDatesResult = contestOr('SetPhaseDates');
export const AdvancePhaseResult = contestOr('AdvancePhase');
export const HoldPhaseResult = contestOr('HoldPhase');
export const ResumePhaseResult = contestOr('ResumePhase');
export const SubmitPlanResult = contestOr('SubmitPlan');
export const ApprovePlanResult = contestOr('ApprovePlan');
export const ReturnPlanResult = contestOr('ReturnPlan');
export const SetPlanApprovalResult = contestOr('SetPlanApproval');
export const CancelContestResult = contestOr('CancelContest');
export const SeatPersonResult = orRefusal('SeatPersonResult', SeatObject);
export const EndSeatResult = orRefusal('EndSeatResult', SeatObject);
export const CreateAreaResult = orRefusal('CreateAreaResult', ReformAreaObject);
export const EditAreaResult = orRefusal('EditAreaResult', ReformAreaObject);
