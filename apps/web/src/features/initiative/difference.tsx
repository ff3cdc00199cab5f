import { Trans, useLingui } from '@lingui/react/macro';
import styles from './difference.module.css';
import { type Field, type Part } from './versions.query';

interface DifferenceProps {
  readonly fields: readonly { readonly field: Field; readonly parts: readonly Part[] }[];
  readonly heading: 'h2' | 'h3';
}

/** Part by part what became another: words that came are underlined, those that went are struck through, and listeners are told which is which. */
export function Difference({ fields, heading: Heading }: DifferenceProps) {
  const words = usePartWords();
  if (fields.length === 0) {
    return (
      <p className="secondary">
        <Trans>Không có phần nào khác.</Trans>
      </p>
    );
  }
  return (
    <div className={styles.parts}>
      {fields.map(({ field, parts }) => (
        <section key={field}>
          <Heading>{words[field]}</Heading>
          <p className={styles.text} lang="vi">
            {parts.map((part, at) => (
              <Run key={at} part={part} />
            ))}
          </p>
        </section>
      ))}
    </div>
  );
}

function Run({ part: { kind, text } }: { readonly part: Part }) {
  if (kind === 'SAME') return text;
  return kind === 'ADDED' ? (
    <ins className={styles.added}>
      <span className="visually-hidden">
        <Trans>[thêm]</Trans>{' '}
      </span>
      {text}
    </ins>
  ) : (
    <del className={styles.removed}>
      <span className="visually-hidden">
        <Trans>[bỏ]</Trans>{' '}
      </span>
      {text}
    </del>
  );
}

/** What people call the parts of a dossier. */
export function usePartWords(): Readonly<Record<Field, string>> {
  const { t } = useLingui();
  return {
    TITLE: t`Tên sáng kiến`,
    AREA: t`Lĩnh vực`,
    PROBLEM: t`Vấn đề`,
    SOLUTION: t`Giải pháp`,
    NOVELTY: t`Tính mới`,
    EFFECT: t`Hiệu quả`,
    INFLUENCE: t`Phạm vi ảnh hưởng`,
    FIRST_APPLIED_ON: t`Ngày áp dụng lần đầu`,
    TRACK: t`Dự thi với tư cách`,
    CONFIDENTIAL: t`Nội dung cần giữ kín`,
    AUTHORS: t`Tác giả và tỷ lệ đóng góp`,
    IMPROVES: t`Cải tiến từ sáng kiến`,
    DECLARATIONS: t`Cam kết`,
    FILES: t`Tệp minh chứng`,
  };
}
