import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor } from '#lib/kernel';
import { Awaits } from '#lib/platform';
import { JUDGING_STARTS, hostOf, titleOf } from './judging.columns.js';
import { judgingScope } from './scope.js';

/** What waits for who is asked onto a jury or held in conflict, and for who decides on that. */
@Injectable()
export class JuryAwaiting {
  @Awaits({
    kind: 'jury.answer',
    act: 'acceptInvitation',
    words: { vi: 'Trả lời lời mời tham gia Ban Giám khảo', en: 'Answer an invitation to a jury' },
    nudge: {
      permission: 'seat:manage',
      office: (actor, id) =>
        sql`(select ct.host_id from jury_invitation v join contest ct on ct.id = v.contest_id where v.id = ${id} and ${judgingScope(actor, 'seat:manage')})`,
      holders: (id) => sql`select v.person_id from jury_invitation v where v.id = ${id} and v.state = 'INVITED'`,
    },
  })
  toAnswer(actor: Actor): RawBuilder<unknown> {
    return sql`select v.id as subject_id, ${titleOf(actor)} as subject, v.invited_at as since, ${JUDGING_STARTS} as due, ${hostOf(actor)} as who, 1 as count,
      '/invitations' as path
      from jury_invitation v join contest ct on ct.id = v.contest_id
      where v.person_id = ${actor.id} and v.state = 'INVITED' and ct.phase not in ('PUBLISHED', 'ARCHIVED', 'CANCELLED')`;
  }

  @Awaits({
    kind: 'conflict.answer',
    act: 'answerConflict',
    words: { vi: 'Nêu ý kiến về xung đột lợi ích được đề nghị với mình', en: 'Say what you have to say to a conflict proposed of you' },
  })
  toAnswerConflict(actor: Actor): RawBuilder<unknown> {
    return sql`select ct.id as subject_id, ${titleOf(actor)} as subject, min(k.created_at) as since, null::timestamptz as due, ${hostOf(actor)} as who,
      count(*)::int as count, '/me/conflicts' as path
      from conflict k join contest ct on ct.id = k.contest_id
      where k.person_id = ${actor.id} and k.waits and k.answered_at is null group by ct.id`;
  }

  @Awaits({
    kind: 'conflict.decide',
    act: 'confirmConflict',
    words: { vi: 'Quyết định xung đột lợi ích đang chờ người thứ hai', en: 'Decide on conflicts that wait for a second person' },
  })
  toDecide(actor: Actor): RawBuilder<unknown> | null {
    if (actor.unitsFor('conflict:decide').length === 0) return null;
    return sql`select ct.id as subject_id, ${titleOf(actor)} as subject, min(k.created_at) as since, null::timestamptz as due, null::text as who,
      count(*)::int as count, '/contests/' || ct.id as path
      from conflict k join contest ct on ct.id = k.contest_id
      where k.waits and k.person_id <> ${actor.id} and k.proposed_by is distinct from ${actor.id}::uuid and ${judgingScope(actor, 'conflict:decide')}
      group by ct.id`;
  }
}
