import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { ActButton } from '../../../ui/act-button';
import { DecisionFields } from '../../../ui/decision-fields';
import { TextField } from '../../../ui/field';
import { errorAt } from '../../../ui/form';
import { today } from '../../../ui/today';
import { type CertificateRow, REPLACE_CERTIFICATE, REVOKE_CERTIFICATE, WITHHOLD_NAME } from '../certificate.query';

interface ActProps {
  readonly of: CertificateRow;
  readonly onDone: () => void;
}

const whyPath = { label: <Trans>Lý do (chỉ cơ quan xem)</Trans>, path: 'reason' };

/** By a decision: from then on the page of its code says so. */
export function RevokeCertificate({ of, onDone }: ActProps) {
  const [decision, setDecision] = useState({ decisionNumber: '', decidedOn: today() });
  return (
    <ActButton
      of={REVOKE_CERTIFICATE}
      size="small"
      title={<Trans>Thu hồi giấy chứng nhận: {of.printed.name}</Trans>}
      label={<Trans>Thu hồi</Trans>}
      act={<Trans>Thu hồi giấy này</Trans>}
      keep={<Trans>Không thu hồi</Trans>}
      reason={whyPath}
      input={(reason) => ({ certificateId: of.id, version: of.version, ...decision, reason })}
      said={<Trans>Đã thu hồi giấy chứng nhận.</Trans>}
      onDone={onDone}
    >
      {(refusal) => (
        <>
          <p>
            <Trans>Ai tra mã trên giấy sẽ thấy giấy đã bị thu hồi, theo quyết định nào. Không khôi phục được.</Trans>
          </p>
          <DecisionFields said={decision} onChange={setDecision} refusal={refusal} />
        </>
      )}
    </ActButton>
  );
}

/** Another one with the name or the unit put right, which has a code of its own. */
export function ReplaceCertificate({ of, onDone }: ActProps) {
  const { t } = useLingui();
  const [decision, setDecision] = useState({ decisionNumber: '', decidedOn: today() });
  const [name, setName] = useState(of.printed.name ?? '');
  const [unit, setUnit] = useState(of.printed.unitName);
  return (
    <ActButton
      of={REPLACE_CERTIFICATE}
      size="small"
      destructive={false}
      title={<Trans>Cấp lại giấy chứng nhận: {of.printed.name}</Trans>}
      label={<Trans>Cấp lại</Trans>}
      act={<Trans>Cấp giấy thay thế</Trans>}
      keep={<Trans>Không cấp lại</Trans>}
      reason={whyPath}
      input={(reason) => ({ certificateId: of.id, version: of.version, ...decision, name, unitName: unit, reason })}
      said={<Trans>Đã cấp giấy thay thế, với mã mới.</Trans>}
      onDone={onDone}
    >
      {(refusal) => (
        <>
          <p>
            <Trans>Giấy cũ không còn hiệu lực: ai tra mã của nó sẽ thấy giấy đã được thay.</Trans>
          </p>
          <TextField label={t`Họ và tên in trên giấy`} name="name" value={name} onChange={setName} error={errorAt(refusal, 'name')} />
          <TextField label={t`Đơn vị in trên giấy`} name="unitName" value={unit} onChange={setUnit} error={errorAt(refusal, 'unitName')} />
          <DecisionFields said={decision} onChange={setDecision} refusal={refusal} />
        </>
      )}
    </ActButton>
  );
}

/** At the wish of who has it: the name is taken off what is kept and shown, for good. */
export function WithholdName({ of, onDone }: ActProps) {
  return (
    <ActButton
      of={WITHHOLD_NAME}
      size="small"
      title={<Trans>Thôi công bố họ tên: {of.printed.name}</Trans>}
      label={<Trans>Thôi công bố họ tên</Trans>}
      act={<Trans>Xóa họ tên khỏi giấy này</Trans>}
      keep={<Trans>Vẫn công bố</Trans>}
      reason={{ label: <Trans>Ai đề nghị, vì sao</Trans>, path: 'reason' }}
      input={(reason) => ({ certificateId: of.id, version: of.version, reason })}
      said={<Trans>Họ tên không còn được công bố.</Trans>}
      onDone={onDone}
    >
      <p>
        <Trans>Trang tra cứu sẽ ghi họ tên không công bố. Giấy không in lại và không cấp lại được nữa. Không khôi phục được.</Trans>
      </p>
    </ActButton>
  );
}
