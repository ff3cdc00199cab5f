import { createHmac } from 'node:crypto';
import { defineEntity, p } from '@mikro-orm/core';
import { addDays, newId } from '#lib/kernel';
import { Counter } from './counter.entity.js';
import { SIGNS, signsOf } from './signs.js';

/** Ten signs: of a million codes that are good, one guess in a thousand million hits one. */
const LENGTH = 10;
const PLAIN = new RegExp(`^[${SIGNS}]{${String(LENGTH)}}$`);
const GOOD_FOR_DAYS = 30;
/** Fifteen sheets of paper. */
export const MOST_SLIPS = 240;

const SlipBatchSchema = defineEntity({
  name: 'SlipBatch',
  tableName: 'slip_batch',
  indexes: [{ name: 'slip_batch_of_counter', properties: ['counter', 'id'] }],
  checks: [{ name: 'slip_batch_size', expression: `slips between 1 and ${String(MOST_SLIPS)}` }],
  properties: {
    id: p.uuid().primary(),
    counter: () => p.manyToOne(Counter).lazyRef().index(false),
    slips: p.integer(),
    issuedOn: p.date(),
    /** The last day on which they are good. */
    expiresOn: p.date(),
  },
});

/** Codes that a counter hands out with receipts, requests for more and refusals alike, made together. Which of them were used nobody can ask. */
export class SlipBatch extends SlipBatchSchema.class {
  static of(counter: Counter, slips: number, today: string): SlipBatch {
    const batch = new SlipBatch();
    batch.id = newId();
    batch.counter = counter;
    batch.slips = slips;
    batch.issuedOn = today;
    batch.expiresOn = addDays(today, GOOD_FOR_DAYS);
    return batch;
  }
}
SlipBatchSchema.setClass(SlipBatch);

const SlipCodeSchema = defineEntity({
  name: 'SlipCode',
  tableName: 'slip_code',
  indexes: [{ name: 'slip_code_of_batch', properties: ['batch'] }],
  properties: {
    hash: p.text().primary(),
    batch: () => p.manyToOne(SlipBatch).lazyRef().index(false).deleteRule('cascade'),
  },
});

/** That a code is good still: it goes when it is used, so that nothing says by whom or when. */
export class SlipCode extends SlipCodeSchema.class {}
SlipCodeSchema.setClass(SlipCode);

/** The codes of a batch, the same every time they are asked for: worked out from the secret, kept nowhere. */
export function slipCodes(secret: string, { id, slips }: Pick<SlipBatch, 'id' | 'slips'>): string[] {
  return Array.from({ length: slips }, (_, at) => signsOf(keyed(secret, `slip ${id} ${String(at)}`).subarray(0, LENGTH)));
}

/** What is kept of a code that is good: from it and the table alone nobody can try which codes there are. */
export const slipHash = (secret: string, code: string): string => keyed(secret, `slip code ${code}`).toString('hex');

/** A code as it was typed or scanned; null where it can be none. */
export function plainSlip(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '');
  return PLAIN.test(code) ? code : null;
}

const keyed = (secret: string, text: string): Buffer => createHmac('sha256', secret).update(text).digest();
