import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LRUCache } from 'lru-cache';
import { ContestQueries } from '#lib/contest';
import { type Clock, SYSTEM, shownDay } from '#lib/kernel';
import { ProcedureQueries } from '#lib/procedure';
import { PublicInitiativeQueries } from '#lib/rollout';
import { type PageHead } from './page-heads.js';

/** What one page is about, as anyone may read it. */
export interface ContentHead extends PageHead {
  /** Whether search engines are welcome. */
  readonly indexed: boolean;
}

/** Long enough that a link which is passed around costs one question, short enough that nobody waits for what has changed. */
const FRESH_MS = 30_000;
const MOST = 1000;
/** More than that no search and no shared link shows. */
const LONGEST = 200;

/** The heads of pages that show one thing each: null where anyone without an account sees nothing there. */
export class ContentHeads {
  private readonly kept = new LRUCache<string, { readonly at: number; readonly head: Promise<ContentHead | null> }>({ max: MOST });
  private readonly readers: Readonly<Record<string, (id: string) => Promise<ContentHead | null>>>;

  constructor(
    app: NestFastifyApplication,
    private readonly clock: Clock,
  ) {
    const contests = app.get(ContestQueries, { strict: false });
    const initiatives = app.get(PublicInitiativeQueries, { strict: false });
    const procedures = app.get(ProcedureQueries, { strict: false });
    this.readers = {
      '/contests/$contestId': async (id) => contestHead(await contests.publicContest(id)),
      '/contests/$contestId/result': async (id) => resultHead(await contests.publicContest(id)),
      '/winners/$initiativeId': async (id) => initiativeHead(await initiatives.publicInitiative(id)),
      '/procedures/$procedureId': async (id) => procedureHead(await procedures.procedure(SYSTEM, id)),
    };
  }

  /** Whether pages of this kind, in the router's notation, show one thing each. */
  tell(route: string): boolean {
    return route in this.readers;
  }

  /** Asked at most once in a while for each address; one that could not be read is asked again. */
  headOf(route: string, id: string): Promise<ContentHead | null> {
    const key = `${route} ${id}`;
    const at = this.clock.now().getTime();
    const kept = this.kept.get(key);
    if (kept && at - kept.at < FRESH_MS) return kept.head;
    const head = this.readers[route]?.(id) ?? Promise.resolve(null);
    this.kept.set(key, { at, head });
    head.catch(() => this.kept.delete(key));
    return head;
  }
}

type Contest = Awaited<ReturnType<ContestQueries['publicContest']>>;
type Initiative = Awaited<ReturnType<PublicInitiativeQueries['publicInitiative']>>;

function procedureHead(procedure: Awaited<ReturnType<ProcedureQueries['procedure']>>): ContentHead | null {
  if (!procedure) return null;
  const { name, procedureCode, fieldName, checkedOn, illustrative } = procedure;
  const said = [`Thủ tục ${procedureCode}, lĩnh vực ${fieldName}`, `Đối chiếu với Cổng Dịch vụ công ngày ${shownDay(checkedOn)}`];
  return { title: name, description: sentences(illustrative, said), indexed: true };
}

const isPublished = ({ phase }: NonNullable<Contest>): boolean => phase === 'PUBLISHED' || phase === 'ARCHIVED';

function contestHead(contest: Contest): ContentHead | null {
  if (!contest) return null;
  const { titleVi, host, year, objectives, illustrative } = contest;
  const description = sentences(illustrative, [`${host.nameVi}, năm ${String(year)}`, objectives]);
  return { title: titleVi, description, indexed: true };
}

function resultHead(contest: Contest): ContentHead | null {
  if (!contest) return null;
  const published = isPublished(contest);
  const what = published ? 'Sáng kiến đạt giải, quyết định công nhận và gói kết quả để ai cũng tính lại được' : 'Kết quả chưa được công bố';
  return { title: `Kết quả: ${contest.titleVi}`, description: sentences(contest.illustrative, [what]), indexed: published };
}

function initiativeHead(initiative: Initiative): ContentHead | null {
  if (!initiative) return null;
  const { title, contest, authors, unit, prizes, rollout, illustrative } = initiative;
  const prize = prizes.find(({ revokedAt }) => revokedAt === null);
  const used = rollout?.adoptions.filter(({ state }) => state === 'IN_USE' || state === 'SUSTAINED').length ?? 0;
  const description = sentences(illustrative, [
    prize ? `${prize.nameVi} năm ${String(contest.year)}` : `Dự thi năm ${String(contest.year)}`,
    `${authors.length > 1 ? 'Các tác giả' : 'Tác giả'}: ${authors.map(({ person }) => person.fullName).join(', ')}, ${unit.nameVi}`,
    rollout && used > 0 ? `Đang áp dụng ở ${String(used)} trên ${String(rollout.adoptions.length)} xã, thị trấn` : '',
  ]);
  return { title, description, indexed: true };
}

/** Said one after another, cut at a word where it gets too long; what is invented says so first. */
function sentences(illustrative: boolean, all: readonly string[]): string {
  const said = [illustrative ? 'Dữ liệu minh họa' : '', ...all]
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .map((part) => (/[.…!?]$/.test(part) ? part : `${part}.`))
    .join(' ');
  if (said.length <= LONGEST) return said;
  return `${said.slice(0, said.lastIndexOf(' ', LONGEST - 1)).replace(/[,;:.]$/, '')}…`;
}
