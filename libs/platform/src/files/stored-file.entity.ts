import { defineEntity, p } from '@mikro-orm/core';
import { PART_BYTES, type UploadTry } from './upload-parts.js';

const StoredFileSchema = defineEntity({
  name: 'StoredFile',
  tableName: 'stored_file',
  indexes: [
    { name: 'stored_file_owner', properties: ['ownerType', 'ownerId'] },
    { name: 'stored_file_sha256', properties: ['sha256'] },
    {
      name: 'stored_file_open',
      expression: 'create index stored_file_open on stored_file (uploaded_by, id) where kept_at is null and removed_at is null',
    },
  ],
  checks: [
    { name: 'stored_file_kept_iff_hashed', expression: '(kept_at is null) = (sha256 is null)' },
    { name: 'stored_file_not_empty', expression: 'size > 0' },
    { name: 'stored_file_parts_not_empty', expression: 'part_size > 0' },
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
    /** What the client said its content would be. */
    declaredSha256: p.text().strictNullable(),
    /** The present try at the upload: its key, and once it was begun what the store calls it. */
    incomingKey: p.text(),
    uploadToken: p.text().strictNullable(),
    partSize: p.integer().default(PART_BYTES),
    uploadedBy: p.uuid(),
    createdAt: p.datetime(),
    keptAt: p.datetime().strictNullable(),
    /** Taken off its owner, or given up before it was kept; the row and a kept content stay, since an earlier version may name them. */
    removedAt: p.datetime().strictNullable(),
  },
});

/** A file and whose it is: announced before it is uploaded, kept once its content has been looked at. */
export class StoredFile extends StoredFileSchema.class {
  /** The present try at its upload. */
  sending(): UploadTry {
    return { key: this.incomingKey, token: this.uploadToken, size: this.size, partSize: this.partSize };
  }
}
StoredFileSchema.setClass(StoredFile);
