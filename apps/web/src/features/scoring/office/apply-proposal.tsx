import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { ActButton } from '../../../ui/act-button';
import { CheckField } from '../../../ui/field';
import { errorAt } from '../../../ui/form';
import { APPLY, type Proposal } from './proposals.query';
import { officeStyles as styles } from '../../jury/shared';

/** Writes a proposal as it was looked at. */
export function ApplyProposal({ proposal, onDone }: { readonly proposal: Proposal; readonly onDone: () => void }) {
  const [evenIfShort, setEvenIfShort] = useState(false);
  const { id, canApply, appliedAt, added, dropped, released, kept, shortCount } = proposal;
  const why = `why-not-apply-${id}`;
  return (
    <div className={styles.acts}>
      <ActButton
        of={APPLY}
        kind="primary"
        shut={canApply ? false : why}
        title={<Trans>Áp dụng đề xuất</Trans>}
        label={<Trans>Áp dụng đề xuất…</Trans>}
        act={<Trans>Áp dụng đề xuất</Trans>}
        keep={<Trans>Chưa áp dụng</Trans>}
        destructive={dropped + released > 0}
        reason={released > 0 ? { label: <Trans>Lý do chuyển phiếu đang chấm dở</Trans>, path: 'reason' } : undefined}
        input={(reason) => ({ proposalId: id, evenIfShort, ...(released > 0 && { reason }) })}
        said={<Trans>Đã áp dụng đề xuất</Trans>}
        onDone={onDone}
      >
        {(refusal) => (
          <>
            <ul>
              <li>
                <Plural value={added} one="Thêm # phiếu; giám khảo nhận thông báo." other="Thêm # phiếu; giám khảo nhận thông báo." />
              </li>
              <li>
                <Plural value={kept} one="Giữ nguyên # phiếu." other="Giữ nguyên # phiếu." />
              </li>
              {dropped > 0 && (
                <li>
                  <Plural value={dropped} one="Bỏ # phiếu chưa chấm." other="Bỏ # phiếu chưa chấm." />
                </li>
              )}
              {released > 0 && (
                <li>
                  <Plural
                    value={released}
                    one="Miễn # phiếu đang chấm dở; phần đã chấm được giữ."
                    other="Miễn # phiếu đang chấm dở; phần đã chấm được giữ."
                  />
                </li>
              )}
            </ul>
            {shortCount > 0 && (
              <CheckField
                name="evenIfShort"
                label={
                  <Plural
                    value={shortCount}
                    one="Áp dụng dù # sáng kiến còn thiếu giám khảo"
                    other="Áp dụng dù # sáng kiến còn thiếu giám khảo"
                  />
                }
                error={errorAt(refusal, 'evenIfShort')}
                checked={evenIfShort}
                onChange={setEvenIfShort}
              />
            )}
          </>
        )}
      </ActButton>
      {!canApply && (
        <p id={why} className="secondary">
          {appliedAt ? <Trans>Đề xuất này đã được áp dụng.</Trans> : <Trans>Vòng này không nhận phiếu mới nữa.</Trans>}
        </p>
      )}
    </div>
  );
}
