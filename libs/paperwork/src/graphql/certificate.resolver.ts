import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, type FileLink, FileLinkObject, JobResult, type JobRow, Public, Refusable } from '#lib/platform';
import { CertificatePrintingService } from '../application/certificate-printing.service.js';
import { CertificateQueries, type ContestCertificates } from '../application/certificate.queries.js';
import { type CertificateRead, type PublicCertificateRead } from '../application/certificate.rows.js';
import { CertificateService } from '../application/certificate.service.js';
import {
  CertificateConnection,
  CertificateObject,
  CertificatesArguments,
  ContestCertificatesObject,
  IssueCertificatesInput,
  IssueCertificatesResult,
  PrintCertificatesInput,
  PublicCertificateObject,
  ReplaceCertificateInput,
  ReplaceCertificateResult,
  RevokeCertificateInput,
  RevokeCertificateResult,
  WithholdCertificateNameInput,
  WithholdCertificateNameResult,
} from './certificate.types.js';

const OF_CODE = { description: 'As it is printed; case and hyphens aside.' };

@Resolver(() => CertificateObject)
export class CertificateResolver {
  constructor(
    private readonly service: CertificateService,
    private readonly printing: CertificatePrintingService,
    private readonly queries: CertificateQueries,
  ) {}

  @Query(() => CertificateConnection, {
    description: 'The certificates of a contest, of its prizes and of what was recognised of it, in the order of their issue.',
  })
  @Allow('paper:read')
  certificates(@CurrentActor() actor: Actor, @Args() args: CertificatesArguments): Promise<Page<CertificateRead>> {
    return this.queries.certificates(actor, args);
  }

  @Query(() => CertificateObject, { nullable: true, description: 'A certificate; null where there is none for you.' })
  @Allow('paper:read')
  certificate(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<CertificateRead | null> {
    return this.queries.certificate(actor, id);
  }

  @Query(() => ContestCertificatesObject, {
    nullable: true,
    description: 'How far the certificates of a contest are; null where it is none of yours.',
  })
  @Allow('paper:read')
  contestCertificates(
    @CurrentActor() actor: Actor,
    @Args('contestId', { type: () => ID }) contestId: string,
  ): Promise<ContestCertificates | null> {
    return this.queries.contestCertificates(actor, contestId);
  }

  @Query(() => [PublicCertificateObject], { description: 'Your own certificates of an initiative, the latest first.' })
  @Allow('self', 'paperwork')
  myCertificates(
    @CurrentActor() actor: Actor,
    @Args('initiativeId', { type: () => ID }) initiativeId: string,
  ): Promise<PublicCertificateRead[]> {
    return this.queries.myCertificates(actor, initiativeId);
  }

  @Query(() => FileLinkObject, {
    nullable: true,
    description:
      'A signed address to save your own certificate from, good for five minutes; null where it is none of yours, or does not hold.',
  })
  @Allow('self', 'paperwork')
  myCertificateFile(@CurrentActor() actor: Actor, @Args('certificateCode', OF_CODE) certificateCode: string): Promise<FileLink | null> {
    return this.queries.myCertificateFile(actor, certificateCode);
  }

  @Query(() => PublicCertificateObject, {
    nullable: true,
    description: 'The certificate of a code, with all that is printed on it; null where none has it. Needs no account.',
  })
  @Public()
  publicCertificate(@Args('certificateCode', OF_CODE) certificateCode: string): Promise<PublicCertificateRead | null> {
    return this.queries.publicCertificate(certificateCode);
  }

  @Mutation(() => IssueCertificatesResult, {
    description:
      'Issues a certificate to each author of a published prize or, by a template of those, of a recorded recognition, who has none; asked again, only what is missing.',
  })
  @Allow('paper:manage')
  @Refusable()
  async issueCertificates(@CurrentActor() actor: Actor, @Args('input') input: IssueCertificatesInput): Promise<ContestCertificates | null> {
    await this.service.issueCertificates(actor, input);
    return this.queries.contestCertificates(actor, input.contestId);
  }

  @Mutation(() => RevokeCertificateResult, { description: 'Revokes a certificate, by a decision; there is no way back.' })
  @Allow('paper:manage')
  @Refusable()
  async revokeCertificate(@CurrentActor() actor: Actor, @Args('input') input: RevokeCertificateInput): Promise<CertificateRead | null> {
    return this.queries.certificate(actor, (await this.service.revokeCertificate(actor, input)).id);
  }

  @Mutation(() => ReplaceCertificateResult, {
    description:
      'Gives another certificate in place of one on which the name or the unit was wrong, by a decision; answers with the new one.',
  })
  @Allow('paper:manage')
  @Refusable()
  async replaceCertificate(@CurrentActor() actor: Actor, @Args('input') input: ReplaceCertificateInput): Promise<CertificateRead | null> {
    return this.queries.certificate(actor, (await this.service.replaceCertificate(actor, input)).id);
  }

  @Mutation(() => WithholdCertificateNameResult, {
    description: 'Takes the name of its holder off what is kept of a certificate and shown; there is no way back.',
  })
  @Allow('paper:manage')
  @Refusable()
  async withholdCertificateName(
    @CurrentActor() actor: Actor,
    @Args('input') input: WithholdCertificateNameInput,
  ): Promise<CertificateRead | null> {
    return this.queries.certificate(actor, (await this.service.withholdCertificateName(actor, input)).id);
  }

  @Mutation(() => JobResult, {
    description: 'Has certificates made into a file, one PDF for the printer or one each; who had which printed stands in the log.',
  })
  @Allow('paper:manage')
  @Refusable()
  printCertificates(@CurrentActor() actor: Actor, @Args('input') input: PrintCertificatesInput): Promise<JobRow> {
    return this.printing.printCertificates(actor, input);
  }
}
