import { Trans, useLingui } from '@lingui/react/macro';
import { dayAndClock } from '../../../ui/format';
import { Panel } from '../../../ui/panel';
import styles from './office.module.css';
import { type ContestSetup } from './setup.query';

type Decision = ContestSetup['decisions'][number];

export function useDecisionWords(): Readonly<Record<Decision['kind'], string>> {
  const { t } = useLingui();
  return {
    DATES_MOVED: t`Đổi ngày của giai đoạn`,
    HELD: t`Tạm giữ`,
    RESUMED: t`Cho tiếp tục`,
    RULE_BOOK_AMENDED: t`Sửa quy chế chấm`,
    CANCELLED: t`Hủy cuộc thi`,
  };
}

/** What was decided about the running contest; nothing where nothing was. */
export function DecisionsPanel({ of }: { readonly of: readonly Decision[] }) {
  const words = useDecisionWords();
  if (of.length === 0) return null;
  return (
    <Panel title={<Trans>Các quyết định</Trans>}>
      <ul className={styles.list}>
        {of.map((decision) => (
          <li key={decision.id}>
            <div>
              <p>
                <strong>{words[decision.kind]}</strong>
                {decision.number !== null && <>, {decision.number}</>}
              </p>
              <p className="secondary">{decision.reason}</p>
            </div>
            <span className="caption">{dayAndClock(decision.takenAt)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
