import { defineEntity, p } from '@mikro-orm/core';
import { Contest } from '#domain/contest';

import { type ResultPackContent } from './pack.js';

/** A version of a result that a pack has: of a round by its key. */
export interface PackedVersion {
  readonly key: string;
  readonly number: number;
}

const ResultPackSchema = defineEntity({
  name: 'ResultPack',
  tableName: 'result_pack',
  indexes: [
    { name: 'result_pack_newest', expression: 'create index result_pack_newest on result_pack (contest_id, made_at desc, id desc)' },
  ],
  checks: [
    { name: 'result_pack_sha256', expression: "sha256 ~ '^[0-9a-f]{64}$'" },
    { name: 'result_pack_of_rounds', expression: "jsonb_typeof(rounds) = 'array' and jsonb_array_length(rounds) > 0" },
  ],
  properties: {
    id: p.uuid().primary(),
    contest: () => p.manyToOne(Contest).lazyRef().index(false),
    fileId: p.uuid(),
    format: p.integer(),
    sha256: p.text(),
    size: p.bigint('number'),
    rounds: p.json<readonly PackedVersion[]>(),
    // That of the final standings; null before the last round is closed.
    finalNumber: p.integer().strictNullable(),
    // That of the prizes; null before they were published.
    prizesNumber: p.integer().strictNullable(),
    madeAt: p.datetime(),
  },
});

/** A result pack that was made. It is kept when a newer one follows. */
export class ResultPack extends ResultPackSchema.class {
  /** Under an id given beforehand, which its file names as its owner. */
  static of(
    contest: Contest,
    pack: ResultPackContent,
    made: { id: string; fileId: string; sha256: string; size: number; at: Date },
  ): ResultPack {
    const { at, ...file } = made;
    return Object.assign(new ResultPack(), {
      ...file,
      contest,
      format: pack.format,
      rounds: pack.rounds.map(({ key, result: { number } }) => ({ key, number })),
      finalNumber: pack.final?.result.number ?? null,
      prizesNumber: pack.prizes?.number ?? null,
      madeAt: at,
    });
  }
}
ResultPackSchema.setClass(ResultPack);
