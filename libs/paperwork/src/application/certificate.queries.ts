import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type ContestName, contestName } from '#lib/contest';
import { certificatesPdf } from '#lib/documents';
import { recordsOf } from '#lib/identity';
import { takesPart } from '#lib/initiative';
import { type Actor, Clock, type Page, type PageArgs } from '#lib/kernel';
import { CONFIG, type Config, Database, type FileLink, FileLinks, Rereads, holds } from '#lib/platform';
import { isRecorded } from '#lib/recognition';
import { codeTyped } from '../domain/certificate-code.js';
import { type CertificateState } from '../domain/certificate.entity.js';
import { certificateView } from './certificate-view.js';
import {
  CERTIFICATE_STATE,
  type CertificateRead,
  GROUND,
  INITIATIVE_ID,
  OF_CERTIFICATE,
  PUBLIC_COLUMNS,
  type PublicCertificateRead,
  columnsFor,
  seesCertificate,
} from './certificate.rows.js';

/** How far the certificates of a contest are. */
export interface ContestCertificates {
  /** Of the contest: what an act on them is kept by. */
  readonly id: string;
  readonly contest: ContestName;
  readonly hostId: string;
  readonly published: boolean;
  readonly decisionNumber: string | null;
  readonly decidedOn: string | null;
  /** Authors of prizes that stand. */
  readonly due: number;
  readonly missing: number;
  /** Authors of initiatives of the contest that are recognised by a recorded decision. */
  readonly recognised: number;
  readonly recognisedMissing: number;
  /** Valid ones that nobody had printed. */
  readonly unprinted: number;
  readonly canIssue: boolean;
}

export interface CertificateFilter extends PageArgs {
  readonly contestId: string;
  readonly states?: readonly CertificateState[] | null;
  /** Part of the name that is printed. */
  readonly search?: string | null;
}

const isOwn = (actor: Actor) => sql<boolean>`x.person_id = any(array${recordsOf(sql`${actor.id}::uuid`)})`;

/** Certificates: of the contests of one's units, one's own, and the one whose code somebody holds. */
@Injectable()
export class CertificateQueries {
  constructor(
    private readonly database: Database,
    private readonly links: FileLinks,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** In the order in which they were issued: that of the prizes. */
  certificates(actor: Actor, { contestId, states, search, ...args }: CertificateFilter): Promise<Page<CertificateRead>> {
    const where = [sql`x.contest_id = ${contestId} and ${seesCertificate(actor)}`];
    if (states) where.push(sql`${CERTIFICATE_STATE} = any(${[...states]}::text[])`);
    // What is withheld on the paper is found by nobody either.
    if (search) where.push(sql`x.withheld_at is null and ${holds(sql`x.fields ->> 'name'`, search)}`);
    return this.database.page<CertificateRead>(
      {
        from: sql`certificate x ${OF_CERTIFICATE}`,
        where: sql.join(where, sql` and `),
        columns: columnsFor(actor),
        order: [{ column: sql`x.id`, key: 'id', type: 'uuid' }],
      },
      args,
    );
  }

  @Rereads('Certificate')
  certificate(actor: Actor, id: string): Promise<CertificateRead | null> {
    return this.database.first(
      sql<CertificateRead>`select ${columnsFor(actor)} from certificate x ${OF_CERTIFICATE} where x.id = ${id} and ${seesCertificate(actor)}`,
    );
  }

  /** Null where the contest is none of the actor's. */
  @Rereads('ContestCertificates')
  contestCertificates(actor: Actor, contestId: string): Promise<ContestCertificates | null> {
    const authors = sql`from award w join initiative_author ia on ia.initiative_id = w.initiative_id
      where w.decision_id = d.id and w.revoked_at is null and ${takesPart(sql`ia`)}`;
    const recognised = sql`from recognition g join initiative i on i.id = g.initiative_id join initiative_author ia on ia.initiative_id = i.id
      where i.contest_id = c.id and ${isRecorded(sql`g`)} and ${takesPart(sql`ia`)}`;
    return this.database.first(sql<ContestCertificates>`
      select c.id, ${contestName(sql`c`)} as contest, c.host_id as "hostId",
        coalesce(d.state = 'PUBLISHED', false) as published, case when d.state = 'PUBLISHED' then d.number end as "decisionNumber",
        case when d.state = 'PUBLISHED' then d.decided_on::text end as "decidedOn",
        case when d.state = 'PUBLISHED' then (select count(*)::int ${authors}) else 0 end as due,
        case when d.state = 'PUBLISHED' then (select count(*)::int ${authors}
          and not exists (select 1 from certificate x where x.award_id = w.id and x.person_id = ia.person_id)) else 0 end as missing,
        (select count(*)::int ${recognised}) as recognised,
        (select count(*)::int ${recognised}
          and not exists (select 1 from certificate x where x.recognition_id = g.id and x.person_id = ia.person_id)) as "recognisedMissing",
        (select count(*)::int from certificate x ${GROUND}
          where x.contest_id = c.id and ${CERTIFICATE_STATE} = 'VALID' and x.prints = 0 and x.withheld_at is null) as unprinted,
        ((coalesce(d.state = 'PUBLISHED', false) or exists (select 1 ${recognised}))
          and c.host_id = any(${actor.unitsFor('paper:manage')}::uuid[])) as "canIssue"
      from contest c left join award_decision d on d.contest_id = c.id where c.id = ${contestId} and ${seesCertificate(actor)}`);
  }

  /** One's own of an initiative, the latest first: there are as many as were replaced. */
  myCertificates(actor: Actor, initiativeId: string): Promise<PublicCertificateRead[]> {
    return this.database.rows(sql<PublicCertificateRead>`select ${PUBLIC_COLUMNS} from certificate x ${GROUND}
      where ${INITIATIVE_ID} = ${initiativeId} and ${isOwn(actor)} order by x.id desc`);
  }

  /** Null where no certificate has the code: whoever holds such a paper is told that it is none of ours. */
  async publicCertificate(typed: string): Promise<PublicCertificateRead | null> {
    const code = codeTyped(typed);
    if (code === null) return null;
    return this.database.first(sql<PublicCertificateRead>`select ${PUBLIC_COLUMNS} from certificate x ${GROUND} where x.code = ${code}`);
  }

  /** One's own as it was printed; null where there is none of that code for the actor, or it is not valid or its name is withheld. */
  async myCertificateFile(actor: Actor, typed: string): Promise<FileLink | null> {
    const found = await this.database.first(sql<Pick<PublicCertificateRead, 'printed' | 'certificateCode'>>`
      select x.fields as printed, x.code as "certificateCode" from certificate x ${GROUND}
      where x.code = ${codeTyped(typed)} and ${isOwn(actor)} and ${CERTIFICATE_STATE} = 'VALID' and x.withheld_at is null`);
    if (!found) return null;
    const content = await certificatesPdf([certificateView(found.printed, found.certificateCode, this.config.publicUrl)], this.clock.now());
    return this.links.ofPassing(content, { fileName: 'Giấy chứng nhận.pdf', contentType: 'application/pdf' });
  }
}
