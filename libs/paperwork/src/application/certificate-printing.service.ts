import { LockMode } from '@mikro-orm/core';
import { type EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { Contest } from '#domain/contest';
import { type ZippedFile, certificatesPdf, oneFileOf, storedZip } from '#lib/documents';
import { type Actor, Clock, Refused, refuseIf } from '#lib/kernel';
import { CONFIG, type Config, Database, type DocumentsOrder, Exports, ExportsService, type JobRow, UnitOfWork } from '#lib/platform';
import { type CertificateFields } from '../domain/certificate-fields.js';
import { Certificate, whyNotStands } from '../domain/certificate.entity.js';
import { certificateView } from './certificate-view.js';
import { CERTIFICATE_STATE, GROUND, OF_CERTIFICATE, seesCertificate } from './certificate.rows.js';

export const PRINT_FORMS = ['ONE_FILE', 'EACH'] as const;
export type PrintForm = (typeof PRINT_FORMS)[number];

/** Of one file: what a printer takes, and what is put together in memory. */
export const MOST_IN_ONE_FILE = 500;
/** Set at once: some 200 ms in which nothing else runs. */
const AT_ONCE = 5;
const CERTIFICATE_FILES = 'certificateFiles';

export interface PrintCertificatesOrder {
  readonly contestId: string;
  /** Null: all valid ones that nobody had printed yet. */
  readonly certificateIds: readonly string[] | null;
  readonly printForm: PrintForm;
  readonly reason: string | null;
}

interface ForPrint {
  readonly id: string;
  readonly code: string;
  readonly fields: CertificateFields;
}

class PrintArgs {
  readonly certificateIds!: readonly string[];
}

/** Certificates on paper: who had which printed, and why once more, is in the log; the file is made by a job. */
@Injectable()
export class CertificatePrintingService implements OnModuleInit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly database: Database,
    private readonly exports: Exports,
    private readonly files: ExportsService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.exports.documents<PrintArgs>({
      name: CERTIFICATE_FILES,
      title: { vi: 'Giấy chứng nhận', en: 'Certificates' },
      ...{ fileName: 'giay-chung-nhan', context: 'paperwork', permission: 'paper:read', args: PrintArgs },
      pieces: (order) => this.pieces(order),
    });
  }

  /** Refuses one that is not valid, and a second print without a reason. */
  printCertificates(actor: Actor, order: PrintCertificatesOrder): Promise<JobRow> {
    return this.work.act(actor, 'printCertificates', async (act) => {
      const { em, at, record } = act;
      const { contestId, printForm, reason } = order;
      await em.findOneOrFail(Contest, { id: contestId, host: { $in: actor.unitsFor('paper:manage') } });
      const wanted = order.certificateIds ?? (await unprinted(em, contestId));
      if (wanted.length === 0) throw new Refused('CERTIFICATES_NONE', {}, 'certificateIds');
      if (printForm === 'ONE_FILE' && wanted.length > MOST_IN_ONE_FILE)
        throw new Refused('CERTIFICATES_TOO_MANY', { most: MOST_IN_ONE_FILE }, 'printForm');
      const found = await em.find(
        Certificate,
        { id: { $in: [...wanted] }, contest: contestId },
        { populate: ['award', 'recognition'], strategy: 'select-in', lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
      );
      if (found.length < new Set(wanted).size) throw new Refused('NOT_FOUND', { what: 'Certificate' }, 'certificateIds');
      for (const certificate of found) {
        refuseIf(whyNotStands(certificate));
        certificate.print(reason, at);
      }
      const certificateIds = found.map(({ id }) => id);
      const again = found.filter(({ prints }) => prints > 1).map(({ id }) => id);
      record({ subject: { type: 'Contest', id: contestId }, after: { printForm, certificateIds, again }, ...(reason && { reason }) });
      await em.flush();
      return this.files.begin(act, CERTIFICATE_FILES, { args: { certificateIds }, format: printForm === 'EACH' ? 'ZIP' : 'PDF' });
    });
  }

  private async *pieces({ actor, args, format, tell }: DocumentsOrder<PrintArgs>): AsyncGenerator<Uint8Array> {
    if (format === 'ZIP') yield* storedZip(this.each(actor, args, tell));
    else yield await oneFileOf(this.together(actor, args, tell));
  }

  private async *each(actor: Actor, args: PrintArgs, tell: (more: number) => void): AsyncGenerator<ZippedFile> {
    let number = 0;
    for await (const some of this.some(actor, args, 1))
      for (const one of some) {
        number += 1;
        const name = `${String(number).padStart(4, '0')} ${one.fields.name ?? ''}`.replace(/[\\/:*?"<>|]/g, ' ').trim();
        yield { name: `${name}.pdf`, content: await this.set([one]) };
        tell(1);
      }
  }

  private async *together(actor: Actor, args: PrintArgs, tell: (more: number) => void): AsyncGenerator<Buffer> {
    for await (const some of this.some(actor, args, AT_ONCE)) {
      yield await this.set(some);
      tell(some.length);
    }
  }

  private async *some(actor: Actor, { certificateIds }: PrintArgs, most: number): AsyncGenerator<readonly ForPrint[]> {
    for (let from = 0; from < certificateIds.length; from += most) {
      const ids = certificateIds.slice(from, from + most);
      yield await this.database.rows(sql<ForPrint>`select x.id, x.code, x.fields from certificate x ${OF_CERTIFICATE}
        where x.id = any(${ids}::uuid[]) and ${seesCertificate(actor)} and ${CERTIFICATE_STATE} = 'VALID' and x.withheld_at is null order by x.id`);
      await setImmediate();
    }
  }

  private set(some: readonly ForPrint[]): Promise<Buffer> {
    const views = some.map(({ fields, code }) => certificateView(fields, code, this.config.publicUrl));
    return certificatesPdf(views, this.clock.now());
  }
}

async function unprinted(em: EntityManager, contestId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select x.id from certificate x ${GROUND}
    where x.contest_id = ${contestId} and ${CERTIFICATE_STATE} = 'VALID' and x.prints = 0 and x.withheld_at is null`.execute(
    em.getKysely(),
  );
  return rows.map(({ id }) => id);
}
