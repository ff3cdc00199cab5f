import { Inject, Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { certificatesPdf, paperPdf } from '#lib/documents';
import { type Actor, Clock, localDate } from '#lib/kernel';
import { CONFIG, type Config, Database, type FileLink, FileLinks, Rereads } from '#lib/platform';
import { type UnitName, unitName } from '#lib/units';
import { type StandingBasis, basesAsOf } from '../domain/bases.js';
import { compose } from '../domain/compose.js';
import { KIND_FACTS, type TemplateKind } from '../domain/paper-kinds.js';
import { type TemplateSaid } from '../domain/paper-template.entity.js';
import { trialCertificate } from './certificate-view.js';
import { trialSource } from './sources/trial.js';

export interface PaperTemplateRead extends TemplateSaid {
  /** As they stand today. */
  readonly bases: readonly StandingBasis[];
  readonly id: string;
  readonly kind: TemplateKind;
  readonly number: number;
  readonly unit: UnitName;
  readonly madeAt: string;
  readonly madeByName: string | null;
  readonly canManage: boolean;
}

type TemplateRow = Omit<PaperTemplateRead, 'bases'> & Pick<TemplateSaid, 'bases'>;

const COLUMNS = (actor: Actor): RawBuilder<unknown> => sql`t.id, t.kind, t.number, ${unitName(sql`u`)} as unit,
  t.superior, t.issuer, t.symbol, t.place, t.addressees, t.authority, t.bases, t.closing, t.signers, t.recipients,
  t.made_at as "madeAt", p.full_name as "madeByName", t.unit_id = any(${actor.unitsFor('paper:manage')}::uuid[]) as "canManage"`;
const TEMPLATES = sql`paper_template t join unit u on u.id = t.unit_id left join person p on p.id = t.made_by_id`;
const TRIAL_CERTIFICATE = { fileName: 'In thử Giấy chứng nhận.pdf', contentType: 'application/pdf' };
const scope = (actor: Actor): RawBuilder<boolean> => sql<boolean>`t.unit_id = any(${actor.unitsFor('paper:read')}::uuid[])`;

/** How the papers of the actor's units look. */
@Injectable()
export class PaperTemplateQueries {
  constructor(
    private readonly database: Database,
    private readonly links: FileLinks,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Of a unit, the version in force of each kind: there are few kinds, so that all come at once. */
  async paperTemplates(actor: Actor, unitId: string): Promise<PaperTemplateRead[]> {
    const found = await this.database.rows(sql<TemplateRow>`select ${COLUMNS(actor)} from ${TEMPLATES}
      where t.unit_id = ${unitId} and ${scope(actor)}
        and t.number = (select max(o.number) from paper_template o where o.unit_id = t.unit_id and o.kind = t.kind) order by t.kind`);
    return found.map((template) => this.standing(template));
  }

  @Rereads('PaperTemplate')
  async paperTemplate(actor: Actor, id: string): Promise<PaperTemplateRead | null> {
    const found = await this.database.first(
      sql<TemplateRow>`select ${COLUMNS(actor)} from ${TEMPLATES} where t.id = ${id} and ${scope(actor)}`,
    );
    return found && this.standing(found);
  }

  private standing(template: TemplateRow): PaperTemplateRead {
    return { ...template, bases: basesAsOf(template.bases, localDate(this.clock.now())) };
  }

  /** A paper by this template, filled with an example that says so; null where there is no such template for the actor. */
  async paperTrial(actor: Actor, id: string): Promise<FileLink | null> {
    const template = await this.paperTemplate(actor, id);
    if (!template) return null;
    const now = this.clock.now();
    const { kind } = template;
    if (kind === 'CERTIFICATE' || kind === 'RECOGNITION_CERTIFICATE') {
      const view = trialCertificate({ ...template, kind }, now, this.config.publicUrl);
      return this.links.ofPassing(await certificatesPdf([view], now), TRIAL_CERTIFICATE);
    }
    const paper = compose(kind, trialSource(kind), template, localDate(now));
    const content = await paperPdf({ ...paper, draft: 'BẢN IN THỬ' }, now);
    return this.links.ofPassing(content, { fileName: `In thử ${KIND_FACTS[kind].words.vi}.pdf`, contentType: 'application/pdf' });
  }
}
