import { defineEntity, p } from '@mikro-orm/core';

const StoredFileSchema = defineEntity({
  name: 'StoredFile',
  tableName: 'stored_file',
  indexes: [
    { name: 'stored_file_owner', properties: ['ownerType', 'ownerId'] },
    { name: 'stored_file_sha256', properties: ['sha256'] },
  ],
  checks: [
    { name: 'stored_file_kept_iff_hashed', expression: '(kept_at is null) = (sha256 is null)' },
    { name: 'stored_file_not_empty', expression: 'size > 0' },
  ],
  properties: {
    id: p.uuid().primary(),
    /** What it belongs to; the library of that name answers for its rights. */
    ownerType: p.text(),
    ownerId: p.uuid(),
    fileName: p.text(),
    contentType: p.text(),
    size: p.bigint('number'),
    sha256: p.text().strictNullable(),
    incomingKey: p.text(),
    uploadedBy: p.uuid(),
    createdAt: p.datetime(),
    keptAt: p.datetime().strictNullable(),
    /** Taken off its owner; the row and the content stay, since an earlier version may name them. */
    removedAt: p.datetime().strictNullable(),
  },
});

/** A file and whose it is: announced before it is uploaded, kept once its content has been looked at. */
export class StoredFile extends StoredFileSchema.class {}
StoredFileSchema.setClass(StoredFile);
