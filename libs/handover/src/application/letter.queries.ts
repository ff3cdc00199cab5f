import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type OfficialPaper, paperDocx, paperPdf } from '#lib/documents';
import { headedBy, isRead } from '#lib/feedback';
import { type Actor, Clock, type Page, type PageArgs, Refused, type WhyNot, localDate, pageAs } from '#lib/kernel';
import { Database, Rereads, rowById } from '#lib/platform';
import { type UnitName, unitName } from '#lib/units';
import { type LetterKind } from '../domain/handover-policy.js';
import { LETTER_KIND_WORDS, type TemplateState, asksWhoIsNamed, lettered, whyNotApprove } from '../domain/letter.js';
import { holds } from './model.queries.js';

interface TemplateRow {
  readonly id: string;
  readonly version: number;
  readonly unit: UnitName;
  readonly kind: LetterKind;
  readonly number: number;
  readonly text: string;
  readonly signerPosition: string;
  readonly state: TemplateState;
  readonly authorName: string | null;
  readonly approvedByName: string | null;
  readonly approvedOn: string | null;
  readonly illustrative: boolean;
  readonly heads: boolean;
  readonly wrote: boolean;
  readonly writes: boolean;
}

export interface TemplateRead extends Omit<TemplateRow, 'heads' | 'wrote' | 'writes'> {
  readonly asksWhoIsNamed: boolean;
  /** Whether the actor makes letters by it. */
  readonly usable: boolean;
  readonly whyNotApprove: WhyNot;
}

export interface TemplateFilter extends PageArgs {
  readonly unitId?: string | null;
  /** Those alone that are in use or wait to be approved. */
  readonly current?: boolean | null;
}

export const LETTER_FORMATS = ['PDF', 'DOCX'] as const;
export type LetterFormat = (typeof LETTER_FORMATS)[number];

/** What is typed for one letter, and kept nowhere. */
export interface LetterOrder {
  readonly letterTemplateId: string;
  readonly recipient: string;
  readonly named?: string | null;
  readonly day: string;
  readonly format: LetterFormat;
}

export interface LetterRead {
  readonly fileName: string;
  readonly contentType: string;
  readonly content: string;
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Templates of letters, and letters made by them: these pass through and are gone (ADR 56). */
@Injectable()
export class LetterQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Of the units that one reads about or heads; the newest first. */
  async letterTemplates(actor: Actor, { unitId, current, ...args }: TemplateFilter): Promise<Page<TemplateRead>> {
    const where = [this.scope(actor)];
    if (unitId) where.push(sql`t.unit_id = ${unitId}`);
    if (current) where.push(sql`t.state <> 'RETIRED'`);
    const page = await this.database.page<TemplateRow>(
      {
        from: sql`letter_template t`,
        where: sql.join(where, sql` and `),
        order: [{ column: sql`t.id`, key: 'id', type: 'uuid', descending: true }],
        dress: { key: sql`t.id`, from: sql`${rowById('letter_template', sql`page.key`)} t on true ${DRESSED}` },
        columns: this.columns(actor),
        plannedAnew: Boolean(unitId ?? current),
      },
      args,
    );
    return pageAs(page, told);
  }

  @Rereads('LetterTemplate')
  async letterTemplate(actor: Actor, id: string): Promise<TemplateRead | null> {
    const found = await this.database.first(
      sql<TemplateRow>`select ${this.columns(actor)} from letter_template t ${DRESSED} where t.id = ${id} and ${this.scope(actor)}`,
    );
    return found && told(found);
  }

  /**
   * One letter by a template in use, as a file; null where there is none such for the actor. What was typed is merged in memory: no act, no entry in the
   * log, no key, no file in the store. Refuses `LETTER_NAMED_MISSING` where the template is about somebody who is not named.
   */
  async letter(actor: Actor, order: LetterOrder): Promise<LetterRead | null> {
    const template = await this.letterTemplate(actor, order.letterTemplateId);
    if (!template?.usable) return null;
    if (template.asksWhoIsNamed && !order.named?.trim()) throw new Refused('LETTER_NAMED_MISSING', {}, 'named');
    const paper = paperOf(template, order);
    const isPdf = order.format === 'PDF';
    const content = await (isPdf ? paperPdf : paperDocx)(paper, this.clock.now());
    const fileName = `${paper.kind}.${order.format.toLowerCase()}`;
    return { fileName, contentType: isPdf ? 'application/pdf' : DOCX, content: content.toString('base64') };
  }

  private columns(actor: Actor): RawBuilder<unknown> {
    return sql`t.id, t.version, ${unitName(sql`u`)} as unit, t.kind, t.number, t.text, t.signer_position as "signerPosition", t.state,
      a.full_name as "authorName", b.full_name as "approvedByName", t.approved_on::text as "approvedOn", t.illustrative,
      t.unit_id in (${headedBy(actor.id, this.today())}) as heads, coalesce(t.author_id = ${actor.id}, false) as wrote,
      ${holds(actor, 'handover:enter', sql`t.unit_id`)} as writes`;
  }

  private scope(actor: Actor): RawBuilder<boolean> {
    return isRead(actor, { permission: 'handover:read', unit: sql`t.unit_id`, day: this.today() });
  }

  private today(): string {
    return localDate(this.clock.now());
  }
}

const DRESSED = sql`join unit u on u.id = t.unit_id left join person a on a.id = t.author_id left join person b on b.id = t.approved_by_id`;

const told = ({ heads, wrote, writes, ...row }: TemplateRow): TemplateRead => ({
  ...row,
  asksWhoIsNamed: asksWhoIsNamed(row.text),
  usable: writes && row.state === 'APPROVED',
  whyNotApprove: whyNotApprove({ state: row.state, heads, wrote }),
});

/** "Thư công" is a kind of document (NĐ 30/2020, art. 7) that takes no number; it goes to one person and to no file of an office. */
function paperOf({ unit, kind, text, signerPosition, approvedByName, illustrative }: TemplateRead, order: LetterOrder): OfficialPaper {
  const [year = '', month = '', date = ''] = order.day.split('-');
  const words = LETTER_KIND_WORDS[kind].vi;
  const fields = { recipient: order.recipient, named: order.named ?? null, unit: unit.nameVi, day: `${date}/${month}/${year}` };
  const paragraphs = lettered(text, { ...fields, signer: approvedByName ?? '' });
  return {
    ...{ superior: null, issuer: `Ủy ban nhân dân ${lowered(unit.nameVi)}`, symbol: '', number: null },
    ...{ place: unit.nameVi.replace(/^(Xã|Phường|Thị trấn|Huyện) /u, ''), date: order.day },
    ...{ kind: `${words.charAt(0).toLocaleUpperCase('vi')}${words.slice(1)}`, subject: '', addressees: [order.recipient] },
    ...{ authority: null, bases: [], decides: null, body: paragraphs.map((line) => ({ kind: 'paragraph' as const, text: line })) },
    ...{ signers: [{ on: null, position: signerPosition, name: approvedByName }], recipients: [], annexes: [], draft: null, illustrative },
  };
}

const lowered = (name: string): string => name.charAt(0).toLocaleLowerCase('vi') + name.slice(1);
