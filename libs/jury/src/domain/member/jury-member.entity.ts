import { defineEntity, p } from '@mikro-orm/core';
import { Seat } from '#domain/contest';
import { Refused, type WhyNot, newId } from '#lib/kernel';

const JuryMemberSchema = defineEntity({
  name: 'JuryMember',
  tableName: 'jury_member',
  uniques: [{ name: 'jury_member_once', properties: ['seat'] }],
  checks: [
    { name: 'jury_member_load', expression: 'load_min >= 0 and load_max >= load_min' },
    { name: 'jury_member_absence', expression: 'absent_to >= absent_from' },
  ],
  properties: {
    id: p.uuid().primary(),
    seat: () => p.manyToOne(Seat).lazyRef(),
    loadMin: p.integer(),
    loadMax: p.integer().strictNullable(),
    absentFrom: p.date().strictNullable(),
    absentTo: p.date().strictNullable(),
    // Counts the agreements, so that one that differs in its areas alone is another version too.
    edits: p.integer(),
    version: p.integer().version(),
  },
});

/** How much a judge takes on in each round, and when they are away. Days are calendar days, both ends included. */
export interface JuryTerms {
  readonly loadMin: number;
  readonly loadMax?: number | null;
  readonly absentFrom?: string | null;
  readonly absentTo?: string | null;
}

/** Why nothing is agreed with a judge any more: what is agreed holds from the next assignment on, and of a contest that is over there is none. */
export const whyNotSetTerms = ({ over }: { readonly over: boolean }): WhyNot => (over ? new Refused('CONTEST_ENDED') : null);

/** What the organiser agreed with a judge beside the seat; a judge without it takes any load. */
export class JuryMember extends JuryMemberSchema.class {
  static of(seat: Seat, terms: JuryTerms): JuryMember {
    const member = new JuryMember();
    member.id = newId();
    member.seat = seat;
    Object.assign(member, { edits: 0, loadMax: null, absentFrom: null, absentTo: null });
    member.agree(terms);
    return member;
  }

  /** What is left out stays. */
  agree(terms: JuryTerms): void {
    const { loadMin, loadMax = this.loadMax, absentFrom = this.absentFrom, absentTo = this.absentTo } = terms;
    if (loadMax !== null && loadMax < loadMin) throw new Refused('JURY_LOAD', {}, 'loadMax');
    if (absentTo !== null && (absentFrom === null || absentTo < absentFrom)) throw new Refused('JURY_ABSENCE', {}, 'absentTo');
    Object.assign(this, { loadMin, loadMax, absentFrom, absentTo });
  }

  /** Counts a change, of the areas too, so that who has an older version on the screen is told. */
  touch(): void {
    this.edits += 1;
  }
}
JuryMemberSchema.setClass(JuryMember);
