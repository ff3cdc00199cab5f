import { defineEntity, p } from '@mikro-orm/core';
import { Contest } from '#domain/contest';
import { Person } from '#domain/identity';
import { Refused, newId, type Words } from '#lib/kernel';

/** `INVITED` until the person answers or the invitation is taken back; the other three are the end of it. */
export const INVITATION_STATES = ['INVITED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN'] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

/** What people call the states of an invitation. */
export const INVITATION_STATE_WORDS: Readonly<Record<InvitationState, Words>> = {
  INVITED: { vi: 'chờ trả lời', en: 'waiting for an answer' },
  ACCEPTED: { vi: 'đã nhận lời', en: 'accepted' },
  DECLINED: { vi: 'đã từ chối', en: 'declined' },
  WITHDRAWN: { vi: 'đã thu hồi', en: 'taken back' },
};

const JuryInvitationSchema = defineEntity({
  name: 'JuryInvitation',
  tableName: 'jury_invitation',
  indexes: [
    {
      name: 'jury_invitation_one_open',
      expression: "create unique index jury_invitation_one_open on jury_invitation (contest_id, person_id) where state = 'INVITED'",
    },
    { name: 'jury_invitation_contest', expression: 'create index jury_invitation_contest on jury_invitation (contest_id, id desc)' },
    { name: 'jury_invitation_person', expression: 'create index jury_invitation_person on jury_invitation (person_id, id desc)' },
  ],
  checks: [
    { name: 'jury_invitation_state', expression: `state in (${INVITATION_STATES.map((state) => `'${state}'`).join(', ')})` },
    { name: 'jury_invitation_answered_iff_closed', expression: "(state = 'INVITED') = (answered_at is null)" },
    { name: 'jury_invitation_refusal_has_reason', expression: "state not in ('DECLINED', 'WITHDRAWN') or reason is not null" },
    { name: 'jury_invitation_conflicts_found', expression: 'conflicts_found >= 0' },
  ],
  properties: {
    id: p.uuid().primary(),
    contest: () => p.manyToOne(Contest).lazyRef().index(false),
    person: () => p.manyToOne(Person).lazyRef().index(false),
    // Null for what the system seated.
    invitedBy: () => p.manyToOne(Person).lazyRef().strictNullable(),
    chair: p.boolean(),
    state: p.text().$type<InvitationState>(),
    /** Of the initiatives that they would not have been able to judge on the day they were invited. */
    conflictsFound: p.integer(),
    reason: p.text().strictNullable(),
    invitedAt: p.datetime(),
    answeredAt: p.datetime().strictNullable(),
    version: p.integer().version(),
  },
});

/** That somebody is asked onto the jury of a contest, and what they answered. */
export class JuryInvitation extends JuryInvitationSchema.class {
  static to(
    person: Person,
    about: { contest: Contest; invitedBy: Person | null; chair: boolean; conflictsFound: number; at: Date },
  ): JuryInvitation {
    const { at, ...rest } = about;
    const invitation = new JuryInvitation();
    Object.assign(invitation, { id: newId(), person, ...rest, state: 'INVITED', reason: null, invitedAt: at, answeredAt: null });
    return invitation;
  }

  accept(at: Date): void {
    this.end('ACCEPTED', null, at);
  }

  decline(reason: string, at: Date): void {
    this.end('DECLINED', reason, at);
  }

  withdraw(reason: string, at: Date): void {
    this.end('WITHDRAWN', reason, at);
  }

  private end(state: InvitationState, reason: string | null, at: Date): void {
    if (this.state !== 'INVITED') throw new Refused('INVITATION_ANSWERED', { state: this.state });
    Object.assign(this, { state, reason, answeredAt: at });
  }
}
JuryInvitationSchema.setClass(JuryInvitation);
