import { gql } from 'graphql-request';
import { communes, extraAuthors } from '../../../prisma-free-schema/seeds/content/index.js';
import { areaIds } from './announce.js';
import { type Input, type Player } from './player.js';
import { MORE_ASKED, MORE_SAID, type Planned, budget, enrolment, late, qr, received } from './script/initiatives.js';
import { type Connection, type Contest, type Stage, enterPhase, found, nodesOf, readContest } from './stage.js';
import { moment } from './teller.js';
import { download, paper, refusedUpload, upload } from './upload.js';

const SECOND = 1000;
const DECLARED = { ownWork: true, notPrizedElsewhere: true, nobodyOnJury: true };

/** An initiative as its last act left it. */
export interface Held {
  readonly id: string;
  readonly version: number;
  readonly receiptNumber: string | null;
  readonly submittedAt: string | null;
}

const HELD = 'id version receiptNumber submittedAt';

/** Those that came in, by the keys of the script. */
export type Received = Map<string, Held>;

/** Units draft and send their initiatives until the deadline; one who comes after it is refused. */
export async function takeInitiatives(stage: Stage, contest: Contest): Promise<Received> {
  stage.tell.chapter('Các đơn vị gửi sáng kiến');
  const all: Received = new Map();
  for (const plan of received)
    all.set(
      plan.key,
      await (plan === qr
        ? sendFirst(stage, contest, plan)
        : plan === budget
          ? enterPaper(stage, contest, plan)
          : sendIn(stage, contest, plan)),
    );
  all.set(enrolment.key, await giveBackAndResend(stage, found(all.get(enrolment.key), enrolment.key)));
  await closeTheCall(stage, contest);
  return all;
}

/** Step by step: a wrong share, a false file, a real file, then as all others. */
async function sendFirst(stage: Stage, contest: Contest, plan: Planned): Promise<Held> {
  const { tell } = stage;
  const writer = await writerOf(stage, plan);
  const input = await draftInput(stage, contest, plan);
  const short = (input.authors as { share: string }[]).map((author, at) => (at === 0 ? { ...author, share: '60' } : author));
  tell.refused(
    writer.called,
    'soạn thảo với tỷ lệ đóng góp của các tác giả mới cộng được 90%',
    await writer.refusalOf('draftInitiative', { ...input, authors: short }),
  );
  const drafted = await writer.act<Held>('draftInitiative', input, HELD);
  tell.did(
    writer.called,
    `soạn thảo «${plan.title}» cùng đồng tác giả (${plan.authors.map(({ share }) => `${String(share)}%`).join(', ')})`,
  );

  const owner = { ownerType: 'initiative', ownerId: drafted.id } as const;
  const text = Buffer.from('Đây không phải là tệp PDF.');
  tell.refused(
    writer.called,
    'tải lên tệp văn bản đổi tên thành PDF',
    await refusedUpload(stage, writer, { ...owner, fileName: 'minh-chung.pdf', content: text }),
  );
  const content = paper('Giấy xác nhận áp dụng sáng kiến', [
    `Tên sáng kiến: ${plan.title}.`,
    `Kết quả: ${plan.effect}`,
    'Tài liệu minh họa, không có giá trị pháp lý.',
  ]);
  const kept = await upload(stage, writer, { ...owner, fileName: 'giay-xac-nhan.pdf', content });
  const back = await download(stage, writer, kept.id);
  if (!back.equals(content)) throw new Error('The file came back changed');
  tell.did(
    writer.called,
    `tải lên giay-xac-nhan.pdf qua địa chỉ có chữ ký (${String(kept.size)} byte, SHA-256 ${kept.sha256.slice(0, 16)}…) và tải về nguyên vẹn`,
  );
  // With a file it is another version.
  return finish(stage, plan, await readHeld(writer, drafted.id));
}

async function readHeld(writer: Player, id: string): Promise<Held> {
  return writer.ask<Held>(
    gql`
      query ($id: ID!) {
        initiative(id: $id) {
          id
          version
          receiptNumber
          submittedAt
        }
      }
    `,
    { id },
  );
}

async function sendIn(stage: Stage, contest: Contest, plan: Planned): Promise<Held> {
  const writer = await writerOf(stage, plan);
  return finish(stage, plan, await writer.act<Held>('draftInitiative', await draftInput(stage, contest, plan), HELD));
}

/** The authors declare, the head of the unit stands for it, it is sent. */
async function finish(stage: Stage, plan: Planned, { id: initiativeId, version, receiptNumber }: Held): Promise<Held> {
  const [writer, head] = [await writerOf(stage, plan), await stage.cast.as(headKey(plan.unitCode))];
  const declared = await writer.act<Held>('declareInitiative', { initiativeId, version, ...DECLARED }, HELD);
  const confirmed = await head.act<Held>('confirmInitiative', { initiativeId, version: declared.version }, HELD);
  const sent = await writer.act<Held>('submitInitiative', { initiativeId, version: confirmed.version }, HELD);
  stage.tell.did(writer.called, `${receiptNumber ? 'bổ sung và gửi lại' : 'gửi'} «${plan.title}», ${head.fullName} đã xác nhận`);
  stage.tell.note(`biên nhận số ${found(sent.receiptNumber, 'receipt')} lúc ${moment(found(sent.submittedAt, 'moment'))}`);
  return sent;
}

async function enterPaper(stage: Stage, contest: Contest, plan: Planned): Promise<Held> {
  const secretary = await stage.cast.as('organiser-2');
  const input = { ...(await draftInput(stage, contest, plan)), receivedAt: stage.time.now() };
  const entered = await secretary.act<Held>('enterPaperInitiative', input, HELD);
  stage.tell.did(
    secretary.called,
    `nhập hồ sơ giấy «${plan.title}» của ${communeName(plan.unitCode)}, biên nhận số ${found(entered.receiptNumber, 'receipt')}`,
  );
  return entered;
}

async function giveBackAndResend(stage: Stage, { id: initiativeId, version }: Held): Promise<Held> {
  const { cast, tell, time } = stage;
  const secretary = await cast.as('organiser-2');
  const dueAt = new Date(time.now().getTime() + 5 * 24 * 3600 * SECOND);
  const reason = MORE_ASKED;
  const returned = await secretary.act<Held>('returnInitiative', { initiativeId, version, dueAt, reason }, HELD);
  tell.did(secretary.called, `trả lại «${enrolment.title}», hạn bổ sung ${moment(dueAt)}: ${reason}`);
  const writer = await writerOf(stage, enrolment);
  const effect = MORE_SAID;
  const saved = await writer.act<Held>('saveDraft', { initiativeId, version: returned.version, effect }, HELD);
  return finish(stage, enrolment, saved);
}

/** All that are ready have come, so the deadline is moved up by decision; a draft that is sent after it stays a draft. */
async function closeTheCall(stage: Stage, contest: Contest): Promise<void> {
  const { cast, tell, time } = stage;
  const organiser = await cast.as('organiser-1');
  const writer = await writerOf(stage, late);
  const drafted = await writer.act<Held>('draftInitiative', await draftInput(stage, contest, late), HELD);
  const { version, phases } = await readContest(organiser, contest.id);
  const open = found(
    phases.find(({ kind }) => kind === 'OPEN'),
    'opening',
  );
  const endsAt = new Date(time.now().getTime() + 2 * SECOND);
  const decisionNumber = `140/TB-BTC-${String(contest.year)}`;
  const moved = { contestId: contest.id, version, decisionNumber, reason: 'Các đơn vị đã gửi đủ; kết thúc nhận sớm để kịp tiến độ.' };
  const dates = [
    { kind: 'OPEN', startsAt: open.startsAt, endsAt },
    { kind: 'SCREENING', startsAt: endsAt },
  ];
  await organiser.act('setPhaseDates', { ...moved, phases: dates }, 'id');
  tell.did(organiser.called, `theo Thông báo ${decisionNumber}, chuyển hạn nhận về ${moment(endsAt)}`);

  await time.until(endsAt);
  const overdue = await writer.refusalOf('submitInitiative', { initiativeId: drafted.id, version: drafted.version });
  tell.refused(writer.called, `gửi «${late.title}» sau hạn`, overdue);
  const { state } = await writer.ask<{ state: string }>(
    gql`
      query ($id: ID!) {
        initiative(id: $id) {
          state
        }
      }
    `,
    { id: drafted.id },
  );
  if (state !== 'DRAFT') throw new Error(`What came late is ${state}`);
  tell.note('bản thảo vẫn được giữ nguyên');
  await enterPhase(organiser, contest.id, 'SCREENING');
}

async function draftInput(stage: Stage, contest: Contest, plan: Planned): Promise<Input> {
  const writer = await writerOf(stage, plan);
  const { title, problem, solution, novelty, effect, influence } = plan;
  return {
    contestId: contest.id,
    areaId: found((await areaIds(writer)).get(plan.areaCode), plan.areaCode),
    ownerUnitId: found(writer.unit, 'unit').id,
    title,
    problem,
    solution,
    novelty,
    effect,
    influence,
    track: plan.authors.length > 1 ? 'GROUP' : 'INDIVIDUAL',
    authors: await Promise.all(
      plan.authors.map(async ({ person, share }, at) => ({
        personId: await personId(stage, contest.id, writer, person),
        share: String(share),
        lead: at === 0,
      })),
    ),
  };
}

/** A co-author is found by name, as the writer would find them. */
async function personId({ cast }: Stage, contestId: string, writer: Player, key: string): Promise<string> {
  const extra = extraAuthors.find((author) => author.key === key);
  if (!extra) return (await cast.as(key)).id;
  const authors = await writer.ask<Connection<{ id: string; unit: { nameVi: string } | null }>>(
    gql`
      query ($contestId: ID!, $search: String!) {
        possibleAuthors(contestId: $contestId, search: $search) {
          edges {
            node {
              id
              unit {
                nameVi
              }
            }
          }
        }
      }
    `,
    { contestId, search: extra.fullName },
  );
  return found(
    nodesOf(authors).find(({ unit }) => unit?.nameVi === writer.unit?.nameVi),
    extra.fullName,
  ).id;
}

function writerOf({ cast }: Stage, { authors }: Planned): Promise<Player> {
  return cast.as(found(authors[0], 'author').person);
}

const isCommune = (unitCode: string): boolean => communes.some(({ gsoCode }) => gsoCode === unitCode);

export const headKey = (unitCode: string): string => (isCommune(unitCode) ? `officer-${unitCode}` : `head-${unitCode.toLowerCase()}`);

const communeName = (unitCode: string): string => communes.find(({ gsoCode }) => gsoCode === unitCode)?.name.vi ?? unitCode;
