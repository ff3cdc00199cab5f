import { Trans, useLingui } from '@lingui/react/macro';
import { useAsk } from '../../../api/ask';
import { LinkButton } from '../../../ui/button';
import { day, named } from '../../../ui/format';
import { Answer, Note } from '../../../ui/note';
import { Evidence, History } from '../parts/adoption-story';
import { SetBasis } from '../parts/set-basis';
import { CellFigures } from './cell-figures';
import { CellMark } from './cell-mark';
import { useCellWords } from './cell-words';
import { CELL } from './cell.query';
import styles from './cell-drawer.module.css';
import { type MatrixCell, type MatrixRow } from './matrix.query';

interface StoryProps {
  readonly row: MatrixRow;
  readonly cell: MatrixCell & { readonly adoptionId: string; readonly unitId: string };
  readonly asOf: string;
  readonly again: () => void;
}

/** One commune with one initiative: where it stands, who says what, how it came there, what is shut and who can open it. */
export function CellStory({ row, cell, asOf, again }: StoryProps) {
  const { t } = useLingui();
  const words = useCellWords();
  const asked = useAsk(CELL, { adoptionId: cell.adoptionId, rolloutId: row.rollout.id });
  const bases = { REQUIRED: t`bắt buộc`, VOLUNTARY: t`tự nguyện`, EXEMPT: t`được miễn` };
  const basis = cell.basis && bases[cell.basis];
  return (
    <>
      <div className={styles.state}>
        <CellMark of={cell} />
        <strong>{words(cell)}</strong>
        <span className="secondary">
          {cell.since !== null && <Trans>từ {day(cell.since)}</Trans>} {basis && `· ${basis}`}
        </span>
      </div>
      {cell.overdue && row.dueOn !== null && (
        <Note tone="late">
          <Trans>Phải áp dụng trước {day(row.dueOn)}; nay đã quá hạn.</Trans>
        </Note>
      )}
      <Answer of={asked} rows={4}>
        {({ adoption, rollout, reportingPeriods, serverTime }) => (
          <>
            {rollout?.indicators.map((indicator) => (
              <CellFigures
                key={indicator.id}
                indicator={indicator}
                at={{ rolloutId: row.rollout.id, unitId: cell.unitId, asOf }}
                canRecord={rollout.canManage}
                again={again}
              />
            ))}
            <h3>
              <Trans>Diễn biến</Trans>
            </h3>
            {adoption && <History of={adoption} />}
            {adoption && adoption.evidence.length > 0 && (
              <>
                <h3>
                  <Trans>Minh chứng</Trans>
                </h3>
                <Evidence of={adoption} />
              </>
            )}
            <Shut cell={cell} closed={reportingPeriods.edges.map(({ node }) => node).find(({ closedAt }) => closedAt !== null)} />
            <div className={styles.acts}>
              <LinkButton size="small" to="/adoptions/$adoptionId" params={{ adoptionId: cell.adoptionId }}>
                {adoption?.canReport ? <Trans>Cập nhật tình hình</Trans> : <Trans>Mở trang của xã</Trans>}
              </LinkButton>
              {adoption && rollout?.canManage && (
                <SetBasis of={adoption} basis={cell.basis ?? 'REQUIRED'} today={serverTime} again={again} />
              )}
            </div>
          </>
        )}
      </Answer>
    </>
  );
}

interface ShutProps {
  readonly cell: StoryProps['cell'];
  readonly closed: { readonly nameVi: string; readonly nameEn: string; readonly closedAt: string | null } | undefined;
}

/** Why something cannot be said any more, and who can open it. */
function Shut({ cell, closed }: ShutProps) {
  return (
    <>
      {cell.whyNotMove && (
        <Note tone="soon">
          <p>{cell.whyNotMove.message}</p>
          <p>
            <Trans>Phòng Nội vụ mở lại được bằng cách đổi diện áp dụng của xã, có ngày hiệu lực.</Trans>
          </p>
        </Note>
      )}
      {closed?.closedAt && (
        <Note>
          <Trans>
            {named(closed)} đã khóa ngày {day(closed.closedAt)}. Muốn sửa số liệu, xã xin mở lại; Phòng Nội vụ cho mở riêng, có lý do và
            thời hạn.
          </Trans>
        </Note>
      )}
    </>
  );
}
