import { defineEntity, p } from '@mikro-orm/core';

export const ContentReading = defineEntity({
  name: 'ContentReading',
  tableName: 'content_reading',
  indexes: [
    {
      name: 'content_reading_waiting',
      expression: 'create index content_reading_waiting on content_reading (sha256) where read_at is null',
    },
    {
      name: 'content_reading_unfolded',
      expression: 'create index content_reading_unfolded on content_reading (sha256) where text is not null and folded is null',
    },
    {
      name: 'content_reading_folded',
      expression: 'create index content_reading_folded on content_reading using gin (folded gin_trgm_ops)',
    },
  ],
  checks: [
    {
      name: 'content_reading_says_nothing_before_it_was_made',
      expression: 'read_at is not null or coalesce(text, refused) is null and thumbnail is null',
    },
    { name: 'content_reading_folds_its_text', expression: 'folded is null or text is not null' },
  ],
  /** What a kept content says as text, or looks like in small; made once, however many files have the content. */
  properties: {
    sha256: p.text().primary(),
    contentType: p.text(),
    text: p.text().strictNullable(),
    /** The text as `fold_text()` has it, to be found in; null where there is none, or it was read before it was searched and is folded soon. */
    folded: p.text().strictNullable(),
    thumbnail: p.blob().strictNullable(),
    /** When it was read; null while it waits for that. */
    readAt: p.datetime().strictNullable(),
    /** The code of why it could not be. */
    refused: p.text().strictNullable(),
  },
});
