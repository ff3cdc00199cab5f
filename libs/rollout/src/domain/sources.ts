import { Refused, type WhyNot, type Words, fold } from '#lib/kernel';

/** Who says a figure: the system that counted it, the commune in its report, the press, an inspection, somebody else. Set by the act that writes it. */
export const SOURCE_KINDS = ['SYSTEM', 'REPORTED', 'PRESS', 'INSPECTION', 'OTHER'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Those whose figures the office types. */
export const TYPED_SOURCES = ['PRESS', 'INSPECTION', 'OTHER'] as const satisfies readonly SourceKind[];
export type TypedSource = (typeof TYPED_SOURCES)[number];

export const SOURCE_KIND_WORDS: Readonly<Record<SourceKind, Words>> = {
  SYSTEM: { vi: 'hệ thống đếm', en: 'counted by the system' },
  REPORTED: { vi: 'xã báo cáo', en: 'reported by the commune' },
  PRESS: { vi: 'báo chí', en: 'the press' },
  INSPECTION: { vi: 'kiểm tra', en: 'an inspection' },
  OTHER: { vi: 'nguồn khác', en: 'another source' },
};

/** What the system calls itself where it is the source. */
export const SYSTEM_SOURCE = 'Hệ thống';

/** Names that no typed source takes, folded. The same in the constraint `figure_system_named`. */
const RESERVED: readonly string[] = ['he thong', 'system'];

/** A name is the system's exactly where the figure is. */
export function whyNotSource(kind: SourceKind, name: string, path: string): WhyNot {
  return (kind === 'SYSTEM') === RESERVED.includes(fold(name)) ? null : new Refused('SOURCE_RESERVED', {}, path);
}
