import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, Clock, type Locale, Refused, localDate } from '#lib/kernel';
import { Database, FileLinks, PREPARED, Refusals, Rereads, RefusalObject } from '#lib/platform';
import { type InitiativeState } from '../domain/states.js';
import {
  WITH_SUMMARY,
  answerColumns,
  contentColumns,
  contestFacts,
  improvesColumn,
  isHead,
  linkColumns,
  sentBackColumn,
  lineColumns,
} from './columns.js';
import { type FoundFile, fileColumns, withThumbnails, withoutNames } from './file-columns.js';
import { mayDo } from './initiative.facts.js';
import { type InitiativeContent, type InitiativeFacts, type InitiativeRow } from './initiative.rows.js';
import { comparableScope, confidentialScope, inHandScope, ownScope, readScope, receivedScope, writeScope } from './scope.js';

export { type InitiativeRow } from './initiative.rows.js';

/** What a judge is shown once scoring has found that they may: no confidential part. */
export type Dossier = Omit<
  InitiativeContent,
  'confidential' | 'screenings' | 'versions' | 'links' | 'authorAnswers' | 'improves' | 'asks' | 'draftedByName' | 'sentBack'
>;

/** An initiative as it comes from the database. */
type Found = Omit<InitiativeContent, 'files'> & InitiativeFacts & { readonly files: readonly FoundFile[] };

/** Reads of one initiative. */
@Injectable()
export class InitiativeQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly refusals: Refusals,
    private readonly links: FileLinks,
  ) {}

  /** The initiative as this person may see it, and what they may do with it; null where it is none of theirs. */
  @Rereads('Initiative')
  async initiative(actor: Actor, id: string): Promise<InitiativeRow | null> {
    const at = this.clock.now();
    const day = localDate(at);
    const screens = receivedScope(actor, 'initiative:screen');
    const found = await this.database.first(sql<{ row: Found }>`
      select to_json(shown) as row from (
        select ${lineColumns}, ${contentColumns}, ${contestFacts},
               case when ${confidentialScope(actor)} then i.confidential end as confidential, ${improvesColumn(actor)} as improves, ${fileColumns} as files,
               (select by.full_name from person by where by.id = i.drafted_by_id) as "draftedByName", ${inHandScope(actor)} as "inHand",
               ${writeScope(actor)} as own, ${screens} as screens,
               case when ${screens} then ${linkColumns} else '[]' end as links,
               case when ${ownScope(actor)} then ${sentBackColumn} end as "sentBack",
               case when ${ownScope(actor)} or ${screens} then ${answerColumns} else '[]' end as "authorAnswers",
               ${isHead(actor, day)} as head
        from initiative i join contest c on c.id = i.contest_id ${WITH_SUMMARY}
        where i.id = ${id} and ${readScope(actor)}) shown ${PREPARED}`);
    return found && this.withFacts(actor, found.row, at);
  }

  /** The same, for what must be there: refuses `NOT_FOUND`. */
  async shown(actor: Actor, id: string): Promise<InitiativeRow> {
    const row = await this.initiative(actor, id);
    if (!row) throw new Refused('NOT_FOUND', { what: 'Initiative' });
    return row;
  }

  /** Refuses `NOT_FOUND` for an initiative `i` out of the scope. */
  async refuseUnseen(id: string, scope: RawBuilder<boolean>, path: string | null = null): Promise<void> {
    const found = await this.database.first(
      sql`select 1 from initiative i join contest c on c.id = i.contest_id where i.id = ${id} and ${scope}`,
    );
    if (!found) throw new Refused('NOT_FOUND', { what: 'Initiative' }, path);
  }

  /** What another may be compared with, as far as the actor may know of it; null where it is not there for them. */
  async comparable(actor: Actor, id: string): Promise<{ state: InitiativeState; year: number } | null> {
    return this.database.first(sql<{ state: InitiativeState; year: number }>`
      select i.state, c.year from initiative i join contest c on c.id = i.contest_id where i.id = ${id} and ${comparableScope(actor)}`);
  }

  /** The dossier without asking who reads it. For `scoring`, which asks first and logs the reading; nothing else may show it. */
  async dossier(id: string, { nameless, locale }: { nameless: boolean; locale: Locale }): Promise<Dossier | null> {
    const found = await this.database.first(sql<{ row: Omit<Dossier, 'files'> & { files: (FoundFile & { position: number })[] } }>`
      select to_json(shown) as row from (
        select ${lineColumns}, i.problem, i.solution, i.novelty, i.effect, i.first_applied_on as "firstAppliedOn",
               i.own_work_at as "ownWorkAt", i.not_prized_elsewhere_at as "notPrizedElsewhereAt", i.nobody_on_jury_at as "nobodyOnJuryAt",
               i.confirmed_at as "confirmedAt", i.paper_received_at as "paperReceivedAt", i.end_reason as "endReason", ${fileColumns} as files,
               json_build_object('id', c.id, 'year', c.year, 'titleVi', c.title, 'titleEn', c.title_en, 'phase', c.phase, 'headConfirms', c.head_confirms, 'authorsConfirm', c.authors_confirm, 'asksTrack', false) as contest
        from initiative i join contest c on c.id = i.contest_id ${WITH_SUMMARY}
        where i.id = ${id} and i.submitted_at is not null) shown ${PREPARED}`);
    if (!found) return null;
    const files = withThumbnails(found.row.files, this.links);
    return { ...found.row, files: nameless ? withoutNames(files, locale) : files };
  }

  private withFacts(actor: Actor, read: Found, at: Date): InitiativeRow {
    const { own, inHand, screens, head, heldAt, graceMinutes, phases, seated, files, ...said } = read;
    const row = { ...said, files: withThumbnails(files, this.links) };
    const { whyNot, notBack, missing, ...may } = mayDo(row, { own, inHand, screens, head, heldAt, graceMinutes, phases, seated }, at);
    const told = (refused: Refused) => new RefusalObject(refused, ({ code, detail }) => this.refusals.message(code, detail, actor.locale));
    return {
      ...row,
      ...may,
      whyNotSubmit: whyNot && told(whyNot),
      whyNotSendBack: notBack && told(notBack),
      problems: missing.map(told),
      readForOffice: !own,
    };
  }
}
