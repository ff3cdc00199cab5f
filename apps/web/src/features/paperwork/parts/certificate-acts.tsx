import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Refusal } from '../../../api/refusal';
import { ActButton } from '../../../ui/act-button';
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
  const decision = useDecision();
  return (
    <ActButton
      of={REVOKE_CERTIFICATE}
      size="small"
      title={<Trans>Thu hồi giấy chứng nhận: {of.printed.name}</Trans>}
      label={<Trans>Thu hồi</Trans>}
      act={<Trans>Thu hồi giấy này</Trans>}
      keep={<Trans>Không thu hồi</Trans>}
      reason={whyPath}
      input={(reason) => ({ certificateId: of.id, version: of.version, ...decision.typed, reason })}
      said={<Trans>Đã thu hồi giấy chứng nhận.</Trans>}
      onDone={onDone}
    >
      {(refusal) => (
        <>
          <p>
            <Trans>Ai tra mã trên giấy sẽ thấy giấy đã bị thu hồi, theo quyết định nào. Không khôi phục được.</Trans>
          </p>
          <DecisionFields {...decision} refusal={refusal} />
        </>
      )}
    </ActButton>
  );
}

/** Another one with the name or the unit put right, which has a code of its own. */
export function ReplaceCertificate({ of, onDone }: ActProps) {
  const { t } = useLingui();
  const decision = useDecision();
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
      input={(reason) => ({ certificateId: of.id, version: of.version, ...decision.typed, name, unitName: unit, reason })}
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
          <DecisionFields {...decision} refusal={refusal} />
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

interface Decision {
  readonly typed: { readonly number: string; readonly decidedOn: string };
  readonly type: (patch: Partial<Decision['typed']>) => void;
}

function useDecision(): Decision {
  const [typed, setTyped] = useState({ number: '', decidedOn: today() });
  return {
    typed,
    type: (patch) => {
      setTyped({ ...typed, ...patch });
    },
  };
}

function DecisionFields({ typed, type, refusal }: Decision & { readonly refusal: Refusal | null }) {
  const { t } = useLingui();
  return (
    <>
      <TextField
        label={t`Số quyết định`}
        name="number"
        value={typed.number}
        onChange={(number) => {
          type({ number });
        }}
        error={errorAt(refusal, 'number')}
      />
      <TextField
        label={t`Ngày quyết định`}
        name="decidedOn"
        type="date"
        value={typed.decidedOn}
        onChange={(decidedOn) => {
          type({ decidedOn });
        }}
        error={errorAt(refusal, 'decidedOn')}
      />
    </>
  );
}
