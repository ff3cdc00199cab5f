import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, Public, Refusable } from '#lib/platform';
import { type FieldRead, ProcedureQueries, type ProcedureRead } from '../application/procedure.queries.js';
import { ProcedureService } from '../application/procedure.service.js';
import {
  CheckProcedureInput,
  CheckProcedureResult,
  ProcedureConnection,
  ProcedureFieldObject,
  ProcedureObject,
  ProceduresArguments,
} from './procedure.types.js';

@Resolver(() => ProcedureObject)
export class ProcedureResolver {
  constructor(
    private readonly service: ProcedureService,
    private readonly queries: ProcedureQueries,
  ) {}

  @Query(() => ProcedureConnection, { description: 'The catalogue of procedures, sorted by name. Needs no account.' })
  @Public()
  procedures(@Args() filter: ProceduresArguments): Promise<Page<ProcedureRead>> {
    return this.queries.procedures(filter);
  }

  @Query(() => ProcedureObject, { nullable: true, description: 'A procedure; null where there is none. Needs no account.' })
  @Public()
  procedure(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<ProcedureRead | null> {
    return this.queries.procedure(actor, id);
  }

  @Query(() => [ProcedureFieldObject], { description: 'The fields that have procedures, sorted by name. Needs no account.' })
  @Public()
  procedureFields(): Promise<FieldRead[]> {
    return this.queries.procedureFields();
  }

  @Mutation(() => CheckProcedureResult, { description: 'Notes that a procedure was held against the national portal today.' })
  @Allow('procedure:edit')
  @Refusable()
  async checkProcedure(@CurrentActor() actor: Actor, @Args('input') input: CheckProcedureInput): Promise<ProcedureRead | null> {
    return this.queries.procedure(actor, (await this.service.checkProcedure(actor, input)).id);
  }
}
