import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { ActButton } from '../../../ui/act-button';
import { DecisionFields } from '../../../ui/decision-fields';
import { RECORD_DECISION, type RecognitionShown } from '../recognition.query';

/** The decision by which what the council agreed to is recognised; typed wrongly, it is put right in the same way. */
export function RecordDecision({ of, again }: { readonly of: RecognitionShown; readonly again: () => void }) {
  const { id, version, recognitionNumber, recognisedOn } = of;
  const [said, setSaid] = useState({ decisionNumber: recognitionNumber ?? '', decidedOn: recognisedOn ?? '' });
  const label = recognisedOn === null ? <Trans>Ghi quyết định công nhận</Trans> : <Trans>Sửa quyết định công nhận</Trans>;
  return (
    <ActButton
      of={RECORD_DECISION}
      kind={recognisedOn === null ? 'primary' : undefined}
      title={label}
      label={label}
      act={<Trans>Ghi quyết định</Trans>}
      keep={<Trans>Chưa ghi</Trans>}
      destructive={false}
      input={() => ({ recognitionId: id, version, ...said })}
      said={<Trans>Đã ghi quyết định công nhận.</Trans>}
      onDone={again}
    >
      {(refusal) => (
        <>
          <p>
            <Trans>
              Từ đây trang công khai của sáng kiến nêu số, ngày quyết định và phạm vi ảnh hưởng; hồ sơ thi đua của tác giả cũng vậy.
            </Trans>
          </p>
          <DecisionFields label={<Trans>Số quyết định công nhận</Trans>} said={said} onChange={setSaid} refusal={refusal} />
        </>
      )}
    </ActButton>
  );
}
