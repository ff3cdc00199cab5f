import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { receiptDocx, receiptPdf } from '#lib/documents';
import { type Actor, localDate, localMoment } from '#lib/kernel';
import { Database, type FileLink, FileLinks, type PaperFormat, UnitOfWork, asPaper } from '#lib/platform';
import { placeOf } from '../domain/receipt.js';
import { subject } from './draft.service.js';
import { readScope } from './scope.js';

interface Receipt {
  readonly host: string;
  readonly code: string;
  readonly contest: string;
  readonly title: string;
  readonly area: string;
  readonly unit: string;
  readonly authors: readonly string[];
  readonly receivedAt: string;
  readonly onPaper: boolean;
  readonly completedAt: string | null;
  readonly files: number;
  readonly hash: string;
  readonly illustrative: boolean;
}

/** The receipt of an initiative as its unit and the office hold it in hand. */
@Injectable()
export class ReceiptPaperQueries {
  constructor(
    private readonly database: Database,
    private readonly links: FileLinks,
    private readonly work: UnitOfWork,
  ) {}

  /** An address to save it from; null where the initiative was not received, or is not there for the actor. That it was asked for is logged. */
  async initiativeReceipt(actor: Actor, id: string, format: PaperFormat): Promise<FileLink | null> {
    const found = await this.database.first(receiptOf(actor, id));
    if (!found) return null;
    const receivedAt = new Date(found.receivedAt);
    const view = {
      ...found,
      place: placeOf(found.host),
      day: localDate(receivedAt),
      receivedAt: localMoment(receivedAt),
      completedAt: found.completedAt && localMoment(new Date(found.completedAt)),
    };
    const content = await (format === 'DOCX' ? receiptDocx : receiptPdf)(view, receivedAt);
    const link = await this.links.ofPassing(content, asPaper(`Giấy tiếp nhận ${found.code}`, format));
    return this.work.act(actor, 'initiativeReceipt', ({ record }) => {
      record({ subject: subject({ id }), after: { receipt: found.code } });
      return Promise.resolve(link);
    });
  }
}

/** What was received first and, of what came back after a return, what was sent in last; names as they are now. */
const receiptOf = (actor: Actor, id: string) => sql<Receipt>`
  select h.name_vi as host, i.code, c.title as contest, last.content->>'title' as title, i.illustrative, last.hash,
         (select r.name_vi from reform_area r where r.id = (last.content->>'areaId')::uuid) as area, u.name_vi as unit,
         array(select p.full_name from jsonb_array_elements(last.content->'authors') with ordinality as a (author, n)
               join person p on p.id = (a.author->>'personId')::uuid order by (a.author->>'lead')::boolean desc, n) as authors,
         to_json(coalesce(i.paper_received_at, first.submitted_at))#>>'{}' as "receivedAt", i.paper_received_at is not null as "onPaper",
         case when last.number > 1 then to_json(last.submitted_at)#>>'{}' end as "completedAt", coalesce(jsonb_array_length(last.content->'files'), 0) as files
  from initiative i join contest c on c.id = i.contest_id join unit h on h.id = c.host_id join unit u on u.id = i.owner_id
  cross join lateral (select v.submitted_at from initiative_version v where v.initiative_id = i.id order by v.number limit 1) first
  cross join lateral (select v.* from initiative_version v where v.initiative_id = i.id order by v.number desc limit 1) last
  where i.id = ${id} and i.submitted_at is not null and ${readScope(actor)}`;
