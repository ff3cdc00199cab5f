import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ArgsType, Field } from '@nestjs/graphql';
import { type TableSheet } from '#lib/documents';
import { type Actor, type Locale, Refused, type Words } from '#lib/kernel';
import { Exports } from '../exports/index.js';
import { type ImportColumn, type ImportKind } from './import-kind.js';
import { Imports } from './imports.js';

export const IMPORT_TEMPLATE = 'importTemplate';

@ArgsType()
class TemplateArguments {
  @Field() kind!: string;
}

/** The sheet to fill in: its first page has the heads alone, the second says what to write where. */
@Injectable()
export class ImportTemplate implements OnModuleInit {
  constructor(
    private readonly exports: Exports,
    private readonly imports: Imports,
  ) {}

  onModuleInit(): void {
    this.exports.workbook<TemplateArguments>({
      name: IMPORT_TEMPLATE,
      title: { vi: 'Mẫu nhập danh sách', en: 'Sheet for an import' },
      fileName: 'mau-nhap',
      context: 'jobs',
      permission: 'public',
      scope: [],
      args: TemplateArguments,
      whyNot: (actor, { kind }) => Promise.resolve(this.whyNot(actor, kind)),
      sheets: (actor, { kind }, locale) => Promise.resolve(sheetsOf(this.imports.get(kind, actor), locale)),
    });
  }

  private whyNot(actor: Actor, kind: string): Refused | null {
    return this.imports.of(actor).some(({ name }) => name === kind) ? null : new Refused('NOT_FOUND', { what: 'ImportKind' }, 'kind');
  }
}

const GUIDE: Words = { vi: 'Hướng dẫn', en: 'How to fill it in' };
const HEADS: readonly Words[] = [
  { vi: 'Cột', en: 'Column' },
  { vi: 'Bắt buộc', en: 'Required' },
  { vi: 'Cách ghi', en: 'What to write' },
  { vi: 'Giá trị được nhận', en: 'What may stand there' },
  { vi: 'Ví dụ', en: 'Example' },
];
const YES: Words = { vi: 'Có', en: 'Yes' };

function sheetsOf({ title, columns }: ImportKind, locale: Locale): TableSheet[] {
  const text = (head: string) => ({ head, kind: 'TEXT' as const });
  const shown = ({ head, required, hint, choices = [], example }: ImportColumn) => [
    head[locale],
    required ? YES[locale] : null,
    hint[locale],
    choices.map(({ words }) => words[locale]).join('; ') || null,
    example,
  ];
  return [
    { name: title[locale], columns: columns.map(({ head, required }) => text(head[locale] + (required ? ' *' : ''))), rows: all([]) },
    { name: GUIDE[locale], columns: HEADS.map((head) => text(head[locale])), rows: all(columns.map(shown)) },
  ];
}

async function* all(rows: readonly (string | null)[][]): AsyncGenerator<readonly (string | null)[][]> {
  await Promise.resolve();
  yield rows;
}
