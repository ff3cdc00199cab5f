import { sql } from 'kysely';
import { Actor, SYSTEM, localDate } from '#lib/kernel';
import { Database } from '#lib/platform';
import { RecognitionService } from '#lib/recognition';
import { type Season, moment } from './season.js';
import { type Timeline } from './timeline.js';

/** How far each goes. */
const COURSES = ['RECOGNISED', 'REFUSED', 'SEATED', 'APPLIED'] as const;
const ROLES = ['CHAIR', 'SECRETARY', 'DEPUTY', 'MEMBER', 'MEMBER'] as const;

interface Found {
  readonly id: string;
  readonly authorId: string;
}

/** Applications about initiatives of the contest of 2023, and what an invented council said of them. */
export function planRecognitions(season: Season, timeline: Timeline): void {
  // In years whose days off are known.
  timeline.add(moment('2025-03-04'), async () => {
    const database = season.get(Database);
    const initiatives = await database.rows(sql<Found>`
      select i.id, a.person_id as "authorId" from initiative i join contest c on c.id = i.contest_id and c.year = 2023 and c.phase in ('PUBLISHED', 'ARCHIVED')
        join initiative_author a on a.initiative_id = i.id and a.lead where i.state = 'ELIGIBLE'
        order by not exists (select 1 from award w where w.initiative_id = i.id), i.code, i.id limit ${COURSES.length}`);
    const people = await database.rows(sql<{ id: string }>`
      select distinct g.person_id as id from role_grant g where g.role = 'JUDGE' and g.state = 'IN_FORCE'
        and not exists (select 1 from initiative_author a where a.person_id = g.person_id) order by 1 limit ${ROLES.length}`);
    const members = people.map(({ id }, at) => ({ personId: id, role: ROLES[at] ?? ('MEMBER' as const) }));
    for (const [at, found] of initiatives.entries()) await playCourse(season, { ...found, course: COURSES[at], members });
  });
}

type Member = Parameters<RecognitionService['seatRecognitionCouncil']>[1]['members'][number];

async function playCourse(
  season: Season,
  { id: initiativeId, authorId, course, members }: Found & { course: (typeof COURSES)[number] | undefined; members: readonly Member[] },
): Promise<void> {
  const service = season.get(RecognitionService);
  const today = localDate(season.clock.now());
  const applied = await service.applyForRecognition(new Actor(authorId, []), {
    initiativeId,
    firstAppliedOn: '2023-06-01',
    benefit: 'Rút ngắn thời gian giải quyết hồ sơ (minh họa).',
  });
  if (course === 'APPLIED') return;
  const of = ({ id: recognitionId, version }: { id: string; version: number }) => ({ recognitionId, version });
  const accepted = await service.acceptRecognition(SYSTEM, of(applied));
  const decision = { decisionNumber: '45/QĐ-UBND', decidedOn: today, votesOf: 'SEATED' as const, members };
  const seated = await service.seatRecognitionCouncil(SYSTEM, { ...of(accepted), ...decision });
  if (course === 'SEATED') return;
  const sat = await service.openRecognitionSitting(SYSTEM, { ...of(seated), presentIds: members.map(({ personId }) => personId) });
  const count = course === 'RECOGNISED' ? { yes: 4, no: 1 } : { yes: 3, no: 2, reason: 'Chưa mới trong phạm vi cơ quan (minh họa).' };
  const decided = await service.closeRecognitionSitting(SYSTEM, { ...of(sat), ...count });
  if (course === 'RECOGNISED')
    await service.recordRecognitionDecision(SYSTEM, { ...of(decided), decisionNumber: '52/QĐ-UBND', decidedOn: today });
}
