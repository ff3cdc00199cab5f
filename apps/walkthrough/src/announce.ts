import { gql } from 'graphql-request';
import { localDate } from '#lib/kernel';
import { type Input, type Player } from './player.js';
import { prizePlan, ruleBook } from './script/rule-book.js';
import { CONTEST_FIELDS, type Connection, type Contest, type Stage, enterPhase, found, nodesOf } from './stage.js';
import { day, moment } from './teller.js';

const DAY = 24 * 60 * 60 * 1000;
const SOON = 1000;

/** The last day of the district and its twenty communes: what takes part is counted as of then. */
export const ROSTER_DAY = '2025-06-30';

export const SETTINGS = { headConfirms: true, graceMinutes: 0, maxFiles: 5, maxFileBytes: 5 * 1024 * 1024 };
export const OBJECTIVES = 'Tìm kiếm, tôn vinh và nhân rộng sáng kiến cải cách hành chính của các phòng, ban và các xã, thị trấn.';

/** The organisers draw the contest up, from last year's where there is one, and announce it. */
export async function announce(stage: Stage): Promise<Contest> {
  const { cast, tell, time } = stage;
  tell.chapter('Ban Tổ chức xây dựng và phát động cuộc thi');
  const organiser = await cast.as('organiser-1');
  let contest = await begin(stage, organiser);
  const change = async (verb: Parameters<Player['act']>[0], input: Input): Promise<void> => {
    contest = await organiser.act<Contest>(verb, { contestId: contest.id, version: contest.version, ...input }, CONTEST_FIELDS);
  };

  await change('editContest', { ...SETTINGS, objectives: OBJECTIVES, titleVi: contest.titleVi, titleEn: titlesOf(contest.year).titleEn });
  await change('setAreas', { areaIds: [...(await areaIds(organiser)).values()] });
  await change('setPrizePlan', { tiers: prizePlan });
  await change('setRuleBook', { content: ruleBook });
  tell.did(
    organiser.called,
    'đặt bảy lĩnh vực, cơ cấu giải cho hai bảng (tập thể, cá nhân) và quy tắc chấm hai vòng (sơ khảo hồ sơ, chung khảo thuyết trình)',
  );
  await change('setPhaseDates', { phases: calendar(time.now()) });
  const year = String(contest.year);
  const issuedOn = localDate(time.now());
  await change('attachDocument', { kind: 'PLAN', number: `131/KH-UBND-${year}`, issuedOn, title: `Kế hoạch tổ chức cuộc thi năm ${year}` });
  await change('attachDocument', { kind: 'RULES', number: `02/TL-BTC-${year}`, issuedOn, title: `Thể lệ cuộc thi năm ${year}` });
  await approve(stage, organiser, contest);
  await enterPhase(organiser, contest.id, 'ANNOUNCED');
  tell.did(organiser.called, `phát động «${contest.titleVi}», mở nhận từ ${moment(openingOf(contest))}`);
  await seatOffice(stage, organiser, contest.id);

  await time.until(new Date(openingOf(contest)));
  await enterPhase(organiser, contest.id, 'OPEN');
  tell.did('Hệ thống', 'đến giờ, cuộc thi chuyển sang nhận sáng kiến');
  return contest;
}

/** The plan goes to the leader, comes back once, and is approved: only then is it announced. */
async function approve({ cast, tell }: Stage, organiser: Player, { id: contestId, version }: Contest): Promise<void> {
  const leader = await cast.as('leader-1');
  await organiser.act('submitPlan', { contestId, version }, 'id');
  await leader.act('returnPlan', { contestId, version, reason: 'Đề nghị rà soát lại thời gian nhận sáng kiến.' }, 'id');
  await organiser.act('submitPlan', { contestId, version }, 'id');
  await leader.act('approvePlan', { contestId, version }, 'id');
  tell.did(leader.called, 'trả lại kế hoạch để rà soát, rồi phê duyệt khi được trình lại');
}

export async function areaIds(player: Player): Promise<Map<string, string>> {
  const areas = await player.ask<Connection<{ id: string; areaCode: string; retired: boolean }>>(gql`
    {
      reformAreas(first: 100) {
        edges {
          node {
            id
            areaCode
            retired
          }
        }
      }
    }
  `);
  return new Map(
    nodesOf(areas)
      .filter(({ retired }) => !retired)
      .map(({ id, areaCode }) => [areaCode, id]),
  );
}

async function begin({ cast, tell, time }: Stage, organiser: Player): Promise<Contest> {
  const contests = await organiser.ask<Connection<{ id: string; year: number; titleVi: string }>>(gql`
    {
      contests(first: 1) {
        edges {
          node {
            id
            year
            titleVi
          }
        }
      }
    }
  `);
  const [latest] = nodesOf(contests);
  if (latest) {
    const year = latest.year + 1;
    const copied = await organiser.act<Contest>(
      'copyContest',
      { contestId: latest.id, year, rosterAsOf: ROSTER_DAY, ...titlesOf(year) },
      CONTEST_FIELDS,
    );
    tell.did(
      organiser.called,
      `sao chép «${latest.titleVi}» thành dự thảo năm ${String(year)}, đơn vị dự thi tính đến ngày ${day(ROSTER_DAY)}`,
    );
    return copied;
  }
  const leader = await cast.as('leader-1');
  const hostUnitId = found(leader.unit, 'district').id;
  const year = Number(localDate(time.now()).slice(0, 4));
  const input = { hostUnitId, year, rosterAsOf: ROSTER_DAY, objectives: OBJECTIVES, illustrative: true, ...titlesOf(year) };
  const contest = await organiser.act<Contest>('createContest', input, CONTEST_FIELDS);
  tell.did(organiser.called, `lập dự thảo cuộc thi năm ${String(year)}, đơn vị dự thi tính đến ngày ${day(ROSTER_DAY)}`);
  return contest;
}

async function seatOffice({ cast, tell }: Stage, organiser: Player, contestId: string): Promise<void> {
  const [standing, secretary, leader] = await cast.all(['organiser-1', 'organiser-2', 'leader-2']);
  const seats = [
    { person: found(standing, 'organiser'), kind: 'ORGANISER' },
    { person: found(secretary, 'secretary'), kind: 'SECRETARY' },
    { person: found(leader, 'leader'), kind: 'LEADER' },
  ];
  for (const { person, kind } of seats) await organiser.act('seatPerson', { contestId, personId: person.id, kind }, 'id');
  tell.did(
    organiser.called,
    `mời ${seats.map(({ person }) => person.fullName).join(', ')} vào Ban Tổ chức, Tổ thư ký và lãnh đạo phụ trách`,
  );
}

export function titlesOf(year: number): { titleVi: string; titleEn: string } {
  return {
    titleVi: `Tìm kiếm sáng kiến, giải pháp về cải cách hành chính năm ${String(year)} (diễn tập)`,
    titleEn: `Search for initiatives in administrative reform, ${String(year)} (walkthrough)`,
  };
}

/** A year from this moment on; its deadline is moved up by decision once all have sent. */
function calendar(now: Date): Input[] {
  const on = (days: number): Date => new Date(now.getTime() + days * DAY);
  return [
    { kind: 'ANNOUNCED', startsAt: now },
    { kind: 'OPEN', startsAt: new Date(now.getTime() + SOON), endsAt: on(60) },
    { kind: 'SCREENING', startsAt: on(60) },
    { kind: 'JUDGING', startsAt: on(75) },
    { kind: 'DELIBERATION', startsAt: on(100) },
    { kind: 'PUBLISHED', startsAt: on(110) },
  ];
}

const openingOf = ({ phases }: Contest): string =>
  found(
    phases.find(({ kind }) => kind === 'OPEN'),
    'opening',
  ).startsAt;
