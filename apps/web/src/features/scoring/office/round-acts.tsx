import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAsk } from '../../../api/ask';
import { errorAt } from '../../../ui/form';
import { deadline, named } from '../../../ui/format';
import { MomentField } from '../../../ui/moment-field';
import { ActButton } from '../../../ui/act-button';
import { BOOK_TO_FREEZE, MOVE_DUE, OPEN_ROUND, type OfficeRound } from './rounds.query';
import { officeStyles as styles } from '../../jury/shared';
import roundStyles from './round.module.css';

interface ActProps {
  readonly round: OfficeRound;
  readonly onDone: () => void;
}

/** Judges mark from now on; the first round freezes the rule book, which only a decision changes afterwards. */
export function OpenRound({ round, onDone }: ActProps) {
  const { id, version, contestId, canOpen, canMoveDue, state, progress } = round;
  // Whoever may move its deadline runs it.
  if (state !== 'PLANNED' || !canMoveDue) return null;
  return (
    <ActButton
      of={OPEN_ROUND}
      kind="primary"
      shut={canOpen ? false : 'why-not-open'}
      title={<Trans>Mở {named(round)}</Trans>}
      label={<Trans>Mở vòng chấm…</Trans>}
      act={<Trans>Mở vòng chấm</Trans>}
      keep={<Trans>Chưa mở</Trans>}
      input={() => ({ roundId: id, version })}
      said={<Trans>Đã mở {named(round)}</Trans>}
      onDone={onDone}
    >
      <p>
        <Plural
          value={progress?.due ?? 0}
          _0="Chưa phân công phiếu nào."
          one="Giám khảo chấm được ngay # phiếu đã phân công."
          other="Giám khảo chấm được ngay # phiếu đã phân công."
        />
      </p>
      <BookIsFrozen contestId={contestId} />
    </ActButton>
  );
}

/** Under which hash the rule book is frozen by this, or has been. */
function BookIsFrozen({ contestId }: { readonly contestId: string }) {
  const { data } = useAsk(BOOK_TO_FREEZE, { contestId });
  const book = data?.contest?.ruleBook;
  if (!book) return null;
  return (
    <>
      <p>
        {book.hash === null ? (
          <Trans>Quy chế chấm khóa lại cùng lúc, dưới mã này; sau đó chỉ sửa được theo quyết định:</Trans>
        ) : (
          <Trans>Chấm theo quy chế đã khóa, với mã băm SHA-256 sau:</Trans>
        )}
      </p>
      <p className={`caption num ${roundStyles.hash ?? ''}`}>SHA-256 {book.contentHash}</p>
    </>
  );
}

/** What the button waits for. */
export function WhyNotOpen({ round: { state, whyNotOpen } }: Pick<ActProps, 'round'>) {
  if (state !== 'PLANNED' || !whyNotOpen) return null;
  return <p id="why-not-open">{whyNotOpen.message}</p>;
}

/** Another deadline, with the why; who has unsigned cards is told. */
export function MoveDue({ round, onDone }: ActProps) {
  const { t } = useLingui();
  const [dueAt, setDueAt] = useState(round.dueAt);
  const [tried, setTried] = useState(false);
  const { id, version, canMoveDue } = round;
  if (!canMoveDue) return null;
  return (
    <ActButton
      of={MOVE_DUE}
      title={<Trans>Đổi hạn ký của {named(round)}</Trans>}
      label={round.dueAt === null ? <Trans>Đặt hạn ký…</Trans> : <Trans>Đổi hạn ký…</Trans>}
      act={<Trans>Đổi hạn ký</Trans>}
      keep={<Trans>Giữ như cũ</Trans>}
      destructive={false}
      reason={{ label: <Trans>Lý do</Trans>, path: 'reason' }}
      ready={() => {
        setTried(true);
        return dueAt !== null;
      }}
      input={(reason) => ({ roundId: id, version, dueAt: dueAt ?? '', reason })}
      said={dueAt && <Trans>Hạn ký nay là {deadline(dueAt)}</Trans>}
      onDone={onDone}
    >
      {(refusal) => (
        <div className={styles.stack}>
          <p>
            <Trans>Giám khảo còn phiếu chưa ký nhận thông báo kèm lý do.</Trans>
          </p>
          <MomentField
            label={<Trans>Hạn ký mới</Trans>}
            name="dueAt"
            value={round.dueAt}
            error={tried && dueAt === null ? t`Chưa nhập hạn ký mới.` : errorAt(refusal, 'dueAt')}
            onChange={setDueAt}
          />
        </div>
      )}
    </ActButton>
  );
}
