import { defineEntity, p } from '@mikro-orm/core';

const ContentHoldSchema = defineEntity({
  name: 'ContentHold',
  tableName: 'content_hold',
  indexes: [
    {
      name: 'content_hold_keep_or_sweep',
      expression: 'alter table content_hold add constraint content_hold_keep_or_sweep exclude using gist (sha256 with =, purpose with <>)',
    },
  ],
  checks: [{ name: 'content_hold_purpose', expression: "purpose in ('KEEP', 'SWEEP')" }],
  properties: {
    id: p.uuid().primary(),
    sha256: p.text(),
    purpose: p.text().$type<'KEEP' | 'SWEEP'>(),
    /** When whoever took it must have come to an end. */
    until: p.datetime(),
  },
});

/** Says, while the store is spoken to outside any transaction, that a content is being kept, or is being removed because no row names it: never both. */
export class ContentHold extends ContentHoldSchema.class {}
ContentHoldSchema.setClass(ContentHold);
