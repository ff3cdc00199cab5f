import { randomInt } from 'node:crypto';
import { defineEntity, p } from '@mikro-orm/core';
import { Person } from '#domain/identity';
import { newId } from '#lib/kernel';
import { Round } from '../round/round.entity.js';
import { type IssuedCard, type IssuedContent } from './sheet.js';

const OfflineSheetSchema = defineEntity({
  name: 'OfflineSheet',
  tableName: 'offline_sheet',
  uniques: [
    { name: 'offline_sheet_code', properties: ['code'] },
    { name: 'offline_sheet_number', properties: ['round', 'judge', 'number'] },
  ],
  indexes: [
    {
      name: 'offline_sheet_in_force',
      expression: 'create unique index offline_sheet_in_force on offline_sheet (round_id, judge_id) where superseded_at is null',
    },
  ],
  checks: [{ name: 'offline_sheet_numbered', expression: 'number > 0' }],
  properties: {
    id: p.uuid().primary(),
    round: () => p.manyToOne(Round).lazyRef().index(false),
    judge: () => p.manyToOne(Person).lazyRef(),
    number: p.integer(),
    code: p.text(),
    // What stands on it beside the marks, so that it can be held against what comes back.
    content: p.json<IssuedContent>(),
    // SHA-256 of the rubric and the lay-out: what must still be so when it comes back.
    fingerprint: p.text(),
    // The version each card had when it and the sheet last agreed: at the issue, then at each import.
    cards: p.json<IssuedCard[]>(),
    // The workbook; null only inside the act that issues it.
    fileId: p.uuid().strictNullable(),
    issuedAt: p.datetime(),
    supersededAt: p.datetime().strictNullable(),
  },
});

/** A workbook that a judge takes along to mark without the network; a newer one of the same round takes its place. */
export class OfflineSheet extends OfflineSheetSchema.class {
  static issue(
    to: Pick<OfflineSheet, 'round' | 'judge' | 'number' | 'code' | 'content' | 'fingerprint' | 'cards'>,
    at: Date,
  ): OfflineSheet {
    const sheet = new OfflineSheet();
    Object.assign(sheet, to, { id: newId(), fileId: null, issuedAt: at, supersededAt: null });
    return sheet;
  }
}
OfflineSheetSchema.setClass(OfflineSheet);

/** Without letters that are taken for one another, or for digits. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUP = 4;

/** A code that nobody can guess: `PC-7F3K-92QD`, one of 30^8. */
export function newSheetCode(): string {
  const group = (): string => Array.from({ length: GROUP }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
  return `PC-${group()}-${group()}`;
}
