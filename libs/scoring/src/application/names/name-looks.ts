import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type InitiativeTexts } from '#domain/initiative';
import { Clock, Refused } from '#lib/kernel';
import { Database, Every } from '#lib/platform';
import { type KnownName, type ReadText, mentionsOf } from '../../domain/names/mentions.js';
import { ANONYMOUS } from '../card/scorecard.queries.js';
import { IN_ROUND } from '../common/scope.js';
import { READ_AS, TO_LOOK_AT, UNREAD } from './name-look.columns.js';

/** An initiative as it is looked through. */
export interface LookedThrough {
  readonly id: string;
  readonly readAs: string;
  readonly texts: Pick<InitiativeTexts, 'title' | 'problem' | 'solution' | 'novelty' | 'effect'>;
  readonly files: readonly { readonly id: string; readonly fileName: string; readonly caption: string; readonly text: string | null }[];
  readonly names: readonly KnownName[];
}

/** So many at once: what their files say may be long. */
const AT_ONCE = 10;

/** Looks through what takes part in a contest with an anonymous round for whose it is, again where something has changed. */
@Injectable()
export class NameLooks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Every('scoring.lookForNames', 60)
  async lookEverywhere(signal?: AbortSignal): Promise<void> {
    const contests = await this.database.rows(sql<{ id: string }>`
      select distinct r.contest_id as id from round r where r.state <> 'CLOSED' and ${ANONYMOUS}`);
    for (const { id } of contests) await this.look(id, signal);
  }

  /** What is about to be opened is looked through first, beside the act, whose refusal would take back what was found. */
  async lookAtRound(roundId: string): Promise<void> {
    const found = await this.database.first(sql<{ id: string }>`
      select r.contest_id as id from round r where r.id = ${roundId} and r.state = 'PLANNED' and ${ANONYMOUS}`);
    if (found) await this.look(found.id);
  }

  /** Refuses to let judges of an anonymous round read names that nobody has decided about, and files in which nobody looked. */
  async refuseUndecided(roundId: string): Promise<void> {
    const found = await this.database.first(sql<{ undecided: number; unread: number }>`
      select (count(*) filter (where n.initiative_id is null or n.mentions <> '[]' and n.decision is null))::int as undecided,
        (count(*) filter (where ${UNREAD}))::int as unread
      from round r join initiative i on ${IN_ROUND} left join name_look n on n.initiative_id = i.id and n.read_as = ${READ_AS} where r.id = ${roundId}`);
    if (found?.unread) throw new Refused('NAMES_FILES_UNREAD', { count: found.unread });
    if (found?.undecided) throw new Refused('NAMES_UNDECIDED', { count: found.undecided });
  }

  private async look(contestId: string, signal?: AbortSignal): Promise<void> {
    while (!signal?.aborted) {
      const due = await this.database.rows(sql<LookedThrough>`
        select ${TO_LOOK_AT} from initiative i where i.contest_id = ${contestId} and i.state = 'ELIGIBLE'
          and not exists (select 1 from name_look n where n.initiative_id = i.id and n.read_as = ${READ_AS}) order by i.id limit ${AT_ONCE}`);
      if (due.length === 0) return;
      await this.keep(due);
    }
  }

  /** What was decided stands while the same names are found. */
  private async keep(looked: readonly LookedThrough[]): Promise<void> {
    const found = looked.map(({ id, readAs, ...initiative }) => ({
      initiative_id: id,
      read_as: readAs,
      mentions: mentionsOf(textsOf(initiative), initiative.names),
      files: initiative.files.map(({ id: fileId, fileName, text }) => ({ id: fileId, fileName, hasText: text !== null })),
    }));
    await this.database.rows(sql`
      insert into name_look as n (initiative_id, read_as, mentions, files, looked_at, words, withheld)
        select found.*, ${this.clock.now()}, '[]'::jsonb, '[]'::jsonb
        from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as found (initiative_id uuid, read_as text, mentions jsonb, files jsonb)
      on conflict (initiative_id) do update set read_as = excluded.read_as, mentions = excluded.mentions, files = excluded.files,
        looked_at = excluded.looked_at, decision = case when n.mentions = excluded.mentions then n.decision end, version = n.version + 1
      where n.read_as <> excluded.read_as`);
  }
}

function textsOf({ texts, files }: Pick<LookedThrough, 'texts' | 'files'>): ReadText[] {
  const { title, problem, solution, novelty, effect } = texts;
  const written = { TITLE: title, PROBLEM: problem, SOLUTION: solution, NOVELTY: novelty, EFFECT: effect } as const;
  return [
    ...Object.entries(written).map(([field, text]) => ({ field: field as keyof typeof written, fileId: null, text })),
    ...files.map(({ id, caption, text }) => ({ field: null, fileId: id, text: `${caption}\n${text ?? ''}` })),
  ];
}
