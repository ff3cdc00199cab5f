import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, type Page, type PageArgs, type Words, pageAs } from '#lib/kernel';
import { Database, type Reason, Rereads } from '#lib/platform';
import { type Mention } from '../../domain/names/mentions.js';
import { type LookedFile, type NameDecision, whyNotDecideNames } from '../../domain/names/name-look.entity.js';
import { type RoundState } from '../../domain/round/round.entity.js';
import { judgingScope } from '#lib/jury';
import { TO_LOOK_AT, anonymousStateOf } from './name-look.columns.js';
import { type LookedThrough } from './name-looks.js';

export const NAME_LOOK_STATES = ['NOT_LOOKED', 'CLEAR', 'UNDECIDED', 'LEFT', 'HIDDEN'] as const;
export type NameLookState = (typeof NAME_LOOK_STATES)[number];

/** What people call them. */
export const NAME_LOOK_STATE_WORDS: Readonly<Record<NameLookState, Words>> = {
  NOT_LOOKED: { vi: 'chưa rà', en: 'not looked through yet' },
  CLEAR: { vi: 'không nêu tên', en: 'names nobody' },
  UNDECIDED: { vi: 'chờ quyết định', en: 'to be decided' },
  LEFT: { vi: 'để nguyên', en: 'left as it is' },
  HIDDEN: { vi: 'đã che tên', en: 'names hidden' },
};

interface NameLookHead {
  /** The initiative's. */
  readonly id: string;
  readonly version: number;
  readonly receiptNumber: string;
  readonly title: string;
  readonly state: NameLookState;
  readonly mentions: readonly Mention[];
  readonly files: readonly LookedFile[];
  readonly words: readonly string[];
  readonly withheld: readonly string[];
  readonly hiddenTitle: string | null;
  readonly reason: string | null;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
  readonly lookedAt: Date | null;
}

/** What an initiative says of whose it is, to who runs its anonymous rounds. */
export interface NameLookRow extends NameLookHead {
  readonly whyNotHide: Reason;
  readonly whyNotLeave: Reason;
}

type Found = NameLookHead & { readonly anonymousState: RoundState };

const PERMISSION = 'round:manage';
/** Of look `n`, which may be missing. */
export const NAME_LOOK_STATE = sql<NameLookState>`(case when n.initiative_id is null then 'NOT_LOOKED' when n.decision = 'HIDE' then 'HIDDEN' when n.decision = 'LEAVE' then 'LEFT'
  when n.mentions = '[]' and n.hidden is null then 'CLEAR' else 'UNDECIDED' end)`;
const columns = (
  state: RawBuilder<RoundState | null>,
): RawBuilder<unknown> => sql`i.id, coalesce(n.version, 0) as version, i.code as "receiptNumber",
  i.title, ${NAME_LOOK_STATE} as state, coalesce(n.mentions, '[]') as mentions, coalesce(n.files, '[]') as files, coalesce(n.words, '[]') as words,
  coalesce(n.withheld, '[]') as withheld, n.hidden->>'title' as "hiddenTitle", n.reason, n.decided_at as "decidedAt", n.looked_at as "lookedAt",
  (select p.full_name from person p where p.id = n.decided_by) as "decidedByName", ${state} as "anonymousState"`;
const WITH_LOOK = sql`left join name_look n on n.initiative_id = i.id`;
const STATE_OF_OWN = anonymousStateOf(sql`ct.id`);
const FROM = sql`contest ct join initiative i on i.contest_id = ct.id and i.state = 'ELIGIBLE' ${WITH_LOOK}`;

/** Where the initiatives of a contest with anonymous rounds say whose they are. */
@Injectable()
export class NameLookQueries {
  constructor(private readonly database: Database) {}

  @Rereads('NameLook')
  async nameLook(actor: Actor, id: string): Promise<NameLookRow | null> {
    const found = await this.database.first(
      sql<Found>`select ${columns(STATE_OF_OWN)} from ${FROM} where i.id = ${id} and ${STATE_OF_OWN} is not null and ${judgingScope(actor, PERMISSION)}`,
    );
    return found && withRights(found);
  }

  /** By receipt number. */
  async nameLooks(
    actor: Actor,
    args: PageArgs & { readonly contestId: string; readonly states?: readonly NameLookState[] | null },
  ): Promise<Page<NameLookRow>> {
    const states = args.states ? sql<boolean>`${NAME_LOOK_STATE} = any(${[...args.states]}::text[])` : sql<boolean>`true`;
    const anonymousState = anonymousStateOf(sql`${args.contestId}::uuid`);
    const page = await this.database.page<Found>(
      {
        columns: columns(anonymousState),
        from: FROM,
        where: sql`ct.id = ${args.contestId} and ${anonymousState} is not null and ${states} and ${judgingScope(actor, PERMISSION)}`,
        order: [
          { column: sql`i.code`, key: 'receiptNumber', type: 'text' },
          { column: sql`i.id`, key: 'id', type: 'uuid' },
        ],
      },
      args,
    );
    return pageAs(page, (node) => withRights(node));
  }

  /** For the act that decides, before it holds anything. */
  contestOf(actor: Actor, id: string): Promise<{ readonly contestId: string } | null> {
    return this.database.first(sql<{ contestId: string }>`
      select ct.id as "contestId" from ${FROM} where i.id = ${id} and ${STATE_OF_OWN} is not null and ${judgingScope(actor, PERMISSION)}`);
  }

  /** For the act that decides: what is looked through, and how far its anonymous rounds are. */
  toDecide(actor: Actor, id: string): Promise<(LookedThrough & { readonly anonymousState: RoundState }) | null> {
    return this.database.first(sql<LookedThrough & { anonymousState: RoundState }>`
      select ${TO_LOOK_AT}, ${STATE_OF_OWN} as "anonymousState"
      from ${FROM} where i.id = ${id} and ${STATE_OF_OWN} is not null and ${judgingScope(actor, PERMISSION)}`);
  }
}

function withRights({ anonymousState, ...head }: Found): NameLookRow {
  const why = (decision: NameDecision): Reason =>
    head.state === 'NOT_LOOKED' ? 'NAMES_NOT_LOOKED' : (whyNotDecideNames(anonymousState, decision)?.code ?? null);
  return { ...head, whyNotHide: why('HIDE'), whyNotLeave: why('LEAVE') };
}
