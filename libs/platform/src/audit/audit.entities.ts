import { defineEntity, p } from '@mikro-orm/core';

/** One act, for ever: its text, and the hash that binds it to the entry before it. Written by the function `record_act` only. */
export const AuditEntry = defineEntity({
  name: 'AuditEntry',
  tableName: 'audit_entry',
  properties: {
    seq: p.bigint().primary().autoincrement(false),
    at: p.datetime().index(),
    actorId: p.uuid().index(),
    operation: p.text(),
    subjectType: p.text(),
    subjectId: p.text().index(),
    body: p.text(),
    previousHash: p.text(),
    hash: p.text().unique(),
  },
  checks: [{ name: 'audit_entry_first_has_no_previous', expression: "(seq = 1) = (previous_hash = '')" }],
});

/** What is personal in an entry; may be erased without breaking the chain. */
export const AuditPersonal = defineEntity({
  name: 'AuditPersonal',
  tableName: 'audit_personal',
  properties: {
    seq: p.bigint().primary().autoincrement(false),
    salt: p.text(),
    value: p.json().nullable(),
    erasedAt: p.datetime().nullable(),
  },
});
