import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsDate, IsInt, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { PresentationRuleObject } from '#lib/contest';
import { PersonNameObject } from '#lib/identity';
import { InitiativeNameObject } from '#lib/initiative';
import { Lines, MutationInput, type Reason, WhyNotField, orRefusal } from '#lib/platform';
import {
  type DrawRow,
  type OrderPlace,
  type PanelJudge,
  type PanelSlot,
  type PresentationOrderRow,
  type PresentationPanelRow,
  type SlotState,
} from '../application/presentation/presentation.queries.js';

const SlotStateEnum = { WAITING: 'WAITING', PRESENTING: 'PRESENTING', PRESENTED: 'PRESENTED' };
registerEnumType(SlotStateEnum, { name: 'PresentationState', description: 'How far a presentation is.' });

@ObjectType('PresentationDraw', {
  description: 'A drawing of the order: sort the codes by their characters, shuffle them by the seed, and the same comes out.',
})
export class DrawObject implements DrawRow {
  @Field(() => Int, { description: 'From 1; the last is in force.' }) number!: number;
  @Field(() => Int, { description: 'The number that the order was drawn by.' }) seed!: number;
  @Field(() => [String], { description: 'In the order drawn.' }) receiptNumbers!: string[];
  @Field(() => String, { nullable: true, description: 'Why it was drawn again; null for the first.' }) reason!: string | null;
  @Field(() => Date, { description: 'When it was drawn.' }) drawnAt!: string;
}

@ObjectType({ isAbstract: true })
abstract class PlaceObject {
  @Field(() => ID) id!: string;
  @Field(() => InitiativeNameObject) initiative!: InitiativeNameObject;
  @Field(() => Int, { nullable: true, description: 'As it was drawn; none for who came in by a correction since, and is placed last.' })
  drawnPlace!: number | null;
  @Field(() => SlotStateEnum) state!: SlotState;
  @Field(() => Date, {
    nullable: true,
    description: 'When it is to begin; null where the organisers have not said when the first does, and for one that is passed over.',
  })
  plannedAt!: Date | null;
}

@ObjectType('PresentationPlace', { description: 'A place in the order of presentations, as everybody may see it.' })
export class OrderPlaceObject extends PlaceObject implements OrderPlace {
  @Field(() => Int, { description: 'From 1, among those who take part.' }) place!: number;
}

@ObjectType('PresentationOrder', { description: "Who presents when; the id is the round's." })
export class PresentationOrderObject implements PresentationOrderRow {
  @Field(() => ID) id!: string;
  @Field(() => Int) presentMinutes!: number;
  @Field(() => Int) questionMinutes!: number;
  @Field(() => [DrawObject], { description: 'The last is in force.' }) draws!: DrawObject[];
  @Field(() => [OrderPlaceObject], { description: 'Who presents when, in order.' }) places!: OrderPlaceObject[];
  @Field(() => Date, { nullable: true, description: 'Until when the one who presents now may speak; null where nobody does.' })
  presentingUntil!: Date | null;
  @Field(() => Date, { nullable: true, description: 'Until when questions may be asked; null where nobody presents.' })
  questionsUntil!: Date | null;
}

@ObjectType('PanelJudge', { description: 'Whether a judge has signed, and nothing of what is on the card.' })
export class PanelJudgeObject implements PanelJudge {
  @Field(() => PersonNameObject) judge!: PersonNameObject;
  @Field({ description: 'Whether the judge has signed the card of who presents.' }) signed!: boolean;
}

@ObjectType('PresentationSlot', { description: 'A place in the order of presentations, for who runs it.' })
export class PanelSlotObject extends PlaceObject implements PanelSlot {
  @Field(() => Int) version!: number;
  @Field(() => Int, { description: 'The order of the list; beyond the last place drawn for who was skipped.' }) place!: number;
  @Field({ description: 'False for one that the round no longer judges: it is passed over.' }) eligible!: boolean;
  @Field(() => String, { nullable: true, description: 'Why it was put at the end; null where it was not.' }) skipReason!: string | null;
  @Field(() => Date, { nullable: true }) startedAt!: Date | null;
  @Field(() => Date, { nullable: true }) endedAt!: Date | null;
  @Field(() => [PanelJudgeObject], { description: 'The judges who mark it, and who has signed.' }) judges!: PanelJudgeObject[];
  @Field({ description: 'Whether you may let it begin now.' }) canStart!: boolean;
  @Field({ description: 'Whether you may end it now.' }) canEnd!: boolean;
  @Field({ description: 'Whether you may put it to the end of the order now.' }) canSkip!: boolean;
}

@ObjectType('PresentationPanel', { description: "A round while it is presented, to who runs it; the id is the round's." })
export class PresentationPanelObject implements PresentationPanelRow {
  @Field(() => ID) id!: string;
  @Field({ description: "The server's time." }) now!: Date;
  @Field(() => PresentationRuleObject, { nullable: true, description: 'None where the round has no presentations.' })
  presentation!: PresentationRuleObject | null;
  @Field(() => [DrawObject], { description: 'The last is in force.' }) draws!: DrawObject[];
  @Field(() => [PanelSlotObject], { description: 'Who presents when, in order.' }) slots!: PanelSlotObject[];
  @Field(() => ID, { nullable: true, description: 'Who presents now; null where nobody does.' }) currentSlotId!: string | null;
  @Field(() => Date, { nullable: true, description: 'Until when the one who presents now may speak; null where nobody does.' })
  presentingUntil!: Date | null;
  @Field(() => Date, { nullable: true, description: 'Until when questions may be asked; null where nobody presents.' })
  questionsUntil!: Date | null;
  @Field({ description: 'Again it takes a reason.' }) canDraw!: boolean;
  @WhyNotField('What stands in the way of drawing the order.') whyNotDraw!: Reason;
}

@ArgsType()
export class PresentationArguments {
  @Field(() => ID) @IsUUID() roundId!: string;
}

@InputType()
export class DrawPresentationOrderInput extends MutationInput {
  @Field(() => ID) @IsUUID() roundId!: string;
  @Lines()
  @Field(() => String, { nullable: true, description: 'Needed to draw again.' })
  @IsOptional()
  @IsString()
  @Length(3, 2000)
  reason?: string | null;
  @Field(() => Date, { nullable: true, description: 'When the first presentation is to begin.' })
  @IsOptional()
  @IsDate()
  startsAt?: Date | null;
}

@InputType()
export class StartPresentationInput extends MutationInput {
  @Field(() => ID) @IsUUID() slotId!: string;
  @Field(() => Int) @IsInt() version!: number;
}

@InputType()
export class EndPresentationInput extends StartPresentationInput {}

@InputType()
export class SkipPresentationInput extends StartPresentationInput {
  @Lines() @Field() @IsString() @Length(3, 2000) reason!: string;
}

export const DrawPresentationOrderResult = orRefusal('DrawPresentationOrderResult', PresentationPanelObject);
export const StartPresentationResult = orRefusal('StartPresentationResult', PresentationPanelObject);
export const EndPresentationResult = orRefusal('EndPresentationResult', PresentationPanelObject);
export const SkipPresentationResult = orRefusal('SkipPresentationResult', PresentationPanelObject);
