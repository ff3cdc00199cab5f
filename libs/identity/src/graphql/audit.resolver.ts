import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, type JobRow, Refusable } from '#lib/platform';
import { type AuditHead, AuditQueries, type AuditRead } from '../application/audit.queries.js';
import { AuditService } from '../application/audit.service.js';
import {
  AuditArguments,
  AuditEntryConnection,
  AuditEntryObject,
  AuditHeadObject,
  VerifyAuditInput,
  VerifyAuditResult,
} from './audit.types.js';

/** The log of acts. */
@Resolver(() => AuditEntryObject)
export class AuditResolver {
  constructor(
    private readonly queries: AuditQueries,
    private readonly service: AuditService,
  ) {}

  @Query(() => AuditEntryConnection, {
    description: 'Acts of the people of your units; that you read them is written down. What is under a seal is not found.',
  })
  @Allow('audit:read')
  auditEntries(@CurrentActor() actor: Actor, @Args() filter: AuditArguments): Promise<Page<AuditRead>> {
    return this.service.readAudit(actor, filter);
  }

  @Query(() => AuditHeadObject, { nullable: true, description: 'The last entry of the log; null where there is none.' })
  @Allow('audit:read')
  auditHead(): Promise<AuditHead | null> {
    return this.queries.auditHead();
  }

  @Mutation(() => VerifyAuditResult, { description: 'Has the whole chain walked by a job, which fails with what is wrong and where.' })
  @Allow('audit:read')
  @Refusable()
  verifyAudit(@CurrentActor() actor: Actor, @Args('input') input: VerifyAuditInput): Promise<JobRow> {
    return this.service.verifyAudit(actor, input);
  }
}
