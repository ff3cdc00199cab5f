import { defineEntity, p } from '@mikro-orm/core';

const NudgeSchema = defineEntity({
  name: 'Nudge',
  tableName: 'nudge',
  indexes: [
    { name: 'nudge_once_a_day', expression: 'create unique index nudge_once_a_day on nudge (subject_id, kind, person_id, day)' },
    { name: 'nudge_of_person', expression: 'create index nudge_of_person on nudge (person_id, subject_id)' },
    { name: 'nudge_of_act', expression: 'create index nudge_of_act on nudge (act_id)' },
  ],
  checks: [{ name: 'nudge_of_another', expression: 'by_id <> person_id' }],
  properties: {
    id: p.uuid().primary(),
    /** Who was nudged together by one act. */
    actId: p.uuid(),
    /** As it awaits them: `card.sign`. */
    kind: p.text(),
    subjectId: p.uuid(),
    personId: p.uuid(),
    byId: p.uuid(),
    /** The office that waits. */
    officeId: p.uuid(),
    at: p.datetime(),
    /** In Viet Nam. */
    day: p.date(),
  },
});

/** That somebody was reminded of what awaits them, by whoever waits for it: kept, and at most once a day. */
export class Nudge extends NudgeSchema.class {}
NudgeSchema.setClass(Nudge);
