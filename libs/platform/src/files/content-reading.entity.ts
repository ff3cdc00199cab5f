import { defineEntity, p } from '@mikro-orm/core';

export const ContentReading = defineEntity({
  name: 'ContentReading',
  tableName: 'content_reading',
  indexes: [
    {
      name: 'content_reading_waiting',
      expression: 'create index content_reading_waiting on content_reading (sha256) where read_at is null',
    },
  ],
  checks: [
    {
      name: 'content_reading_says_nothing_before_it_was_made',
      expression: 'read_at is not null or coalesce(text, refused) is null and thumbnail is null',
    },
  ],
  /** What a kept content says as text, or looks like in small; made once, however many files have the content. */
  properties: {
    sha256: p.text().primary(),
    contentType: p.text(),
    text: p.text().strictNullable(),
    thumbnail: p.blob().strictNullable(),
    /** When it was read; null while it waits for that. */
    readAt: p.datetime().strictNullable(),
    /** The code of why it could not be. */
    refused: p.text().strictNullable(),
  },
});
