import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional, IsUUID } from 'class-validator';
import { PersonNameObject } from '#lib/identity';
import { InitiativeNameObject } from '#lib/initiative';
import { PageArguments, PageInfoObject } from '#lib/platform';
import { UnitNameObject } from '#lib/units';
import {
  type AssignmentCell,
  type AssignmentMatrix,
  type AssignmentMatrixRow,
  type MatrixJudge,
} from '../application/assignment/assignment-matrix.queries.js';
import { type CardState } from '../domain/card/scorecard.entity.js';
import { CardStateEnum } from './scorecard.types.js';

@ObjectType('MatrixJudge', { description: 'A judge of a round and their load: a column of the table.' })
export class MatrixJudgeObject implements MatrixJudge {
  @Field(() => PersonNameObject) judge!: PersonNameObject;
  @Field(() => UnitNameObject, { nullable: true, description: 'Where they work; null: in no unit.' }) unit!: UnitNameObject | null;
  @Field({ description: 'On the jury still; who has left it has cards all the same.' }) seated!: boolean;
  @Field({ description: 'On the jury and not absent today.' }) available!: boolean;
  @Field(() => Int, { description: 'Fewest cards that was agreed.' }) loadMin!: number;
  @Field(() => Int, { nullable: true, description: 'None: no limit.' }) loadMax!: number | null;
  @Field(() => Int, { description: 'Cards in the round that are not excused.' }) load!: number;
  @Field(() => Int, { description: 'Of them signed, as it stood at the last full minute.' }) signed!: number;
}

@ObjectType('AssignmentCell', { description: 'A card, a conflict, or both.' })
export class AssignmentCellObject implements AssignmentCell {
  @Field(() => ID) judgeId!: string;
  @Field(() => ID, { nullable: true, description: 'None: the judge is in conflict with the initiative, and has no card for it.' })
  scorecardId!: string | null;
  @Field(() => CardStateEnum, {
    nullable: true,
    description: 'Of the card, as it stood at the last full minute; null where there is no card.',
  })
  state!: CardState | null;
  @Field({ description: 'Called as a further judge.' }) extra!: boolean;
  @Field() attested!: boolean;
  @Field() conflicted!: boolean;
}

@ObjectType('AssignmentMatrixRow', { description: 'An initiative and those who judge it, or may not.' })
export class AssignmentMatrixRowObject implements AssignmentMatrixRow {
  @Field(() => InitiativeNameObject) initiative!: InitiativeNameObject;
  @Field(() => ID) areaId!: string;
  @Field(() => Int, { description: 'Judges that it wants yet.' }) missing!: number;
  @Field(() => [AssignmentCellObject], { description: 'A judge with neither a card nor a conflict has none.' })
  cells!: AssignmentCellObject[];
}

@ObjectType('AssignmentMatrix', { description: 'Who judges what in a round, as one table.' })
export class AssignmentMatrixObject implements AssignmentMatrix {
  @Field(() => Int, { description: 'Judges for each initiative, by the rule book.' }) needed!: number;
  @Field(() => [MatrixJudgeObject], { description: 'The columns, by name; all of them on every page.' }) judges!: MatrixJudgeObject[];
  @Field(() => [AssignmentMatrixRowObject], { description: 'By code.' }) rows!: AssignmentMatrixRowObject[];
  @Field(() => Int, { description: 'Of rows, in all.' }) totalCount!: number;
  @Field(() => PageInfoObject, { description: 'Whether more rows follow, and after which cursor.' }) pageInfo!: PageInfoObject;
}

@ArgsType()
export class AssignmentMatrixArguments extends PageArguments {
  @Field(() => ID) @IsUUID() roundId!: string;
  @Field(() => Boolean, { nullable: true, description: 'True: only initiatives that want judges yet.' }) @IsOptional() shortOnly?:
    boolean | null;
  @Field(() => Int, { nullable: true, description: 'How many initiatives, 1 to 200; 50 where neither this nor `last` is given.' })
  declare first?: number | null;
}
