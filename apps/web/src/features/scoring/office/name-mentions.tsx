import { Trans } from '@lingui/react/macro';
import { type ReactNode } from 'react';
import { type LookedAt, type Mention } from './names.query';
import styles from './names.module.css';

const FIELDS: Partial<Record<NonNullable<Mention['field']>, ReactNode>> = {
  TITLE: <Trans>Tên sáng kiến</Trans>,
  PROBLEM: <Trans>Thực trạng</Trans>,
  SOLUTION: <Trans>Nội dung giải pháp</Trans>,
  NOVELTY: <Trans>Tính mới</Trans>,
  EFFECT: <Trans>Hiệu quả</Trans>,
};

/** Each place that says whose an initiative is, with what stands around it. */
export function NameMentions({ look: { mentions, files } }: { readonly look: LookedAt }) {
  return (
    <ul className={styles.places}>
      {mentions.map(({ field, fileId, kind, before, said, after }, at) => (
        <li key={at} className={styles.place}>
          <span className={styles.where}>
            {field ? FIELDS[field] : files.find(({ id }) => id === fileId)?.fileName}
            {' · '}
            {kind === 'AUTHOR' ? <Trans>tác giả</Trans> : <Trans>đơn vị</Trans>}
          </span>
          <p className={styles.said}>
            {before}
            <mark>{said}</mark>
            {after}
          </p>
        </li>
      ))}
    </ul>
  );
}
