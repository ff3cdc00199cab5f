import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IsolationLevel } from '@mikro-orm/core';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type TableSheet, csvPieces, xlsxPieces } from '#lib/documents';
import { Refused, SYSTEM, refuseIf } from '#lib/kernel';
import { patiently } from '../database/waits.js';
import { waitLonger } from '../database/unit-of-work.js';
import { FilesService } from '../files/files.service.js';
import { type JobEffect, type JobRun, RunsJob } from '../jobs/runs-job.js';
import { Export, type ExportFormat, scopeOf } from './export.entity.js';
import { EXPORT_OWNER } from './export-files.js';
import { ExportOrders, type OpenOrder } from './export-orders.js';

export const MAKE_EXPORT = 'platform.export';

/** A workbook has not many more; no list here comes near. */
export const EXPORT_ROWS = 1_000_000;

const TYPES: Readonly<Record<ExportFormat, string>> = {
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  CSV: 'text/csv; charset=utf-8',
  JSON: 'application/json',
  PDF: 'application/pdf',
  ZIP: 'application/zip',
};

interface Written {
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
  readonly rowCount: number;
}

/** Makes the files of exports: with the rights that who asked has by then, from one moment of the database, through a file on disk. */
@Injectable()
export class ExportMaker {
  constructor(
    private readonly em: EntityManager,
    private readonly orders: ExportOrders,
    private readonly files: FilesService,
  ) {}

  /** Refuses what the list refuses to who asked, `FORBIDDEN` where they have no account by now, and `EXPORT_TOO_LONG`. */
  @RunsJob(MAKE_EXPORT)
  async make(run: JobRun): Promise<JobEffect> {
    const open = await this.orders.open(run.id);
    const { order, what, actor } = open;
    const folder = await mkdtemp(join(tmpdir(), 'export-'));
    try {
      const written = await this.write(open, join(folder, 'file'), run);
      const content = { contentType: TYPES[order.format], sha256: written.sha256, size: written.size };
      const put = await this.files.putMade(SYSTEM, content, createReadStream(written.path));
      return async (act) => {
        const row = await act.em.findOneOrFail(Export, { id: order.id });
        row.made({ at: act.at, scope: scopeOf(actor, what.scope ?? [what.permission]), rowCount: written.rowCount });
        await this.files.attachMade(act, put, { ownerType: EXPORT_OWNER, ownerId: order.id, fileName: order.fileName });
        act.record({
          subject: { type: 'Export', id: order.id },
          after: { what: order.what, rows: written.rowCount, sha256: written.sha256 },
        });
      };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async write(open: OpenOrder, path: string, { signal, progress }: JobRun): Promise<Written> {
    const { order, what, actor, args } = open;
    return patiently(() =>
      this.em.fork().transactional(
        async (em) => {
          await waitLonger(em);
          refuseIf(await this.orders.whyNot(open));
          let rowCount = 0;
          const tell = (more: number) => {
            signal.throwIfAborted();
            rowCount += more;
            if (rowCount > EXPORT_ROWS) throw new Refused('EXPORT_TOO_LONG', { max: EXPORT_ROWS });
            progress('ROWS', rowCount);
          };
          const sheets = (await what.sheetsOf(actor, args, order)).map((sheet) => ({ ...sheet, rows: eachTold(sheet.rows, tell) }));
          const inSheets = async () => (order.format === 'XLSX' ? xlsxPieces(sheets) : csvPieces(sheets[0] ?? NO_SHEET));
          const pieces = what.piecesOf?.({ actor, args, format: order.format, tell }) ?? (await inSheets());
          return { path, ...(await saved(pieces, path)), rowCount };
        },
        { isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true },
      ),
    );
  }
}

const NO_SHEET: Pick<TableSheet, 'columns' | 'rows'> = {
  columns: [],
  rows: (async function* () {
    // Has no rows.
  })(),
};

async function* eachTold(
  rows: TableSheet['rows'],
  tell: (more: number) => void,
): AsyncGenerator<Awaited<ReturnType<RowsIterator['next']>>['value']> {
  for await (const some of rows) {
    tell(some.length);
    yield some;
  }
}

type RowsIterator = ReturnType<TableSheet['rows'][typeof Symbol.asyncIterator]>;

async function saved(pieces: AsyncIterable<Uint8Array>, path: string): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const piece of pieces) {
      hash.update(piece);
      size += piece.length;
      await file.writeFile(piece);
    }
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), size };
}
