import { defineEntity, p } from '@mikro-orm/core';
import { DOSSIER_FILE_KINDS, type DossierFileKind, type FilePlace, captionOf } from './dossier-files.js';
import { Initiative } from './initiative.entity.js';

const DossierFileSchema = defineEntity({
  name: 'DossierFile',
  tableName: 'dossier_file',
  uniques: [{ name: 'dossier_file_place_once', properties: ['initiative', 'ordinal'] }],
  checks: [
    { name: 'dossier_file_kind', expression: `kind in (${DOSSIER_FILE_KINDS.map((kind) => `'${kind}'`).join(', ')})` },
    { name: 'dossier_file_counted_from_one', expression: 'ordinal > 0' },
    { name: 'dossier_file_caption_says_something', expression: "btrim(caption) <> ''" },
  ],
  properties: {
    fileId: p.uuid().primary(),
    initiative: () => p.manyToOne(Initiative).lazyRef().index(false),
    ordinal: p.integer(),
    kind: p.text().$type<DossierFileKind>(),
    caption: p.text().strictNullable(),
  },
});

/** What a file of a dossier is, what its authors say of it, and where it stands among the others. Those that have none stand last, as they came. */
export class DossierFile extends DossierFileSchema.class {
  static at(initiative: Initiative, place: FilePlace, ordinal: number): DossierFile {
    const file = new DossierFile();
    Object.assign(file, { fileId: place.fileId, initiative, ordinal, kind: place.kind, caption: captionOf(place) });
    return file;
  }
}
DossierFileSchema.setClass(DossierFile);
