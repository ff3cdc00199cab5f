import { Trans, useLingui } from '@lingui/react/macro';
import { day, dayAndClock } from '../../../ui/format';
import { Icon } from '../../../ui/icon';
import { Check, Circle, CircleHalf } from '../../../ui/icons';
import { Note } from '../../../ui/note';
import styles from './prizes.module.css';
import { type AwardListRead } from './prizes.query';

const STATES = ['DRAFT', 'SUBMITTED', 'APPROVED', 'PUBLISHED'] as const;

/** How far a list of prizes is, as a line. */
export function DecisionWay({ of }: { readonly of: AwardListRead }) {
  const { t } = useLingui();
  const at = STATES.indexOf(of.state);
  const words = {
    DRAFT: t`Dự thảo danh sách`,
    SUBMITTED: t`Trình lãnh đạo ký`,
    APPROVED: t`Đã ký quyết định`,
    PUBLISHED: t`Đã công bố`,
  };
  const done = of.state === 'PUBLISHED';
  return (
    <>
      <ol className={styles.way} aria-label={t`Các bước của danh sách giải`}>
        {STATES.map((state, place) => (
          <li key={state} aria-current={place === at ? 'step' : undefined}>
            <Icon of={place < at || done ? Check : place === at ? CircleHalf : Circle} />
            <span>
              {words[state]}
              {state === 'APPROVED' && of.number !== null && of.decidedOn !== null && (
                <span className={styles.about}>
                  <Trans>
                    {of.number} ngày {day(of.decidedOn)}
                  </Trans>
                </span>
              )}
              {state === 'PUBLISHED' && of.publishedAt !== null && <span className={styles.about}>{dayAndClock(of.publishedAt)}</span>}
            </span>
          </li>
        ))}
      </ol>
      {of.returnReason !== null && of.state === 'DRAFT' && (
        <Note tone="soon">
          <Trans>Lãnh đạo trả lại danh sách: {of.returnReason}</Trans>
        </Note>
      )}
      {of.standingsChanged && !done && (
        <Note tone="soon">
          <Trans>Kết quả chấm đã có bản mới: danh sách này cần được đề xuất lại.</Trans>
        </Note>
      )}
    </>
  );
}
