import { Injectable } from '@nestjs/common';
import { type Actor, Refused, localDate, newId, refuseIf } from '#lib/kernel';
import { type Act, UnitOfWork } from '../database/unit-of-work.js';
import { type JobRow } from '../jobs/job.queries.js';
import { JobsService } from '../jobs/jobs.service.js';
import { EXPORT_KEPT_MS, Export, type ExportFormat, type ListFormat } from './export.entity.js';
import { MAKE_EXPORT } from './export-maker.js';
import { ExportOrders } from './export-orders.js';
import { Exports, type Registered } from './exports.js';
import { ListArguments } from './list-arguments.js';

/** A list as a file: which, with what filters and order, and what of it. */
export interface ListOrder {
  readonly list: string;
  /** The arguments of its query, as JSON. */
  readonly filter?: string | null;
  readonly columns?: readonly string[] | null;
  readonly format: ListFormat;
}

/** What is to be made of what was registered. */
export interface ExportOrder {
  readonly args: Readonly<Record<string, unknown>>;
  readonly columns?: readonly string[] | null;
  readonly format: ExportFormat;
}

/** Lists as files: asked for here, made by a job, and read by who asked for them alone, for a day. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly exports: Exports,
    private readonly args: ListArguments,
    private readonly orders: ExportOrders,
    private readonly jobs: JobsService,
  ) {}

  /** Refuses `NOT_FOUND` for a list that is none, or is outside what the actor may see, and what its query refuses. */
  async exportList(actor: Actor, { list, filter = null, columns = null, format }: ListOrder): Promise<JobRow> {
    const what = this.exports.of(list, actor);
    if (!what.isList) throw new Refused('NOT_FOUND', { what: 'List' }, 'list');
    const kept = await this.args.take(what, filter);
    const args = this.args.read(what, kept);
    refuseIf(await this.orders.whyNot({ what, actor, args }));
    if (columns) await what.checkColumns(actor, args, columns);
    return this.work.act(actor, 'exportList', (act) => this.ask(act, what, { args: kept, columns, format }));
  }

  /** A workbook, or records, as the act of that name. Refuses what its library refuses of it. */
  async exportWorkbook(
    actor: Actor,
    operation: string,
    { name, args = {} }: { name: string; args?: ExportOrder['args'] },
  ): Promise<JobRow> {
    const what = this.exports.of(name, actor);
    refuseIf(await this.orders.whyNot({ what, actor, args }));
    return this.work.act(actor, operation, (act) => this.ask(act, what, { args, format: what.formats[0] ?? 'XLSX' }));
  }

  /** Documents, as part of an act that says more of them. */
  async begin(act: Act, name: string, order: Pick<ExportOrder, 'args' | 'format'>): Promise<JobRow> {
    const what = this.exports.of(name, act.actor);
    refuseIf(await this.orders.whyNot({ what, actor: act.actor, args: order.args }));
    return this.ask(act, what, order);
  }

  private ask(act: Act, what: Registered, { args, columns = null, format }: ExportOrder): Promise<JobRow> {
    const { em, actor, at } = act;
    if (!what.formats.includes(format)) throw new Error(`${what.name} is not made as ${format}`);
    const id = newId();
    const fileName = `${what.fileName}-${localDate(at)}.${format.toLowerCase()}`;
    const order = { id, personId: actor.id, what: what.name, title: what.title[actor.locale], fileName, locale: actor.locale, format };
    const open = {
      columns,
      args,
      scope: null,
      rowCount: null,
      createdAt: at,
      madeAt: null,
      endsAt: new Date(at.getTime() + EXPORT_KEPT_MS),
    };
    em.persist(em.create(Export, { ...order, ...open }));
    act.record({ subject: { type: 'Export', id }, after: { what: what.name, format } });
    return this.jobs.ask(act, { id, kind: MAKE_EXPORT, subject: { type: 'Export', id }, input: {} });
  }
}
