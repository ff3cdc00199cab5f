import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { Button } from '../../../ui/button';
import { TextAreaField } from '../../../ui/field';
import { Form, FormActs, fieldProps } from '../../../ui/form';
import { Panel } from '../../../ui/panel';
import { useToast } from '../../../ui/toast';
import { CORRECT_LICENCE, type LicenceRow } from '../register.query';
import { OnPaper } from './on-paper';

interface CorrectionProps {
  readonly of: LicenceRow;
  readonly onClose: () => void;
  readonly again: () => void;
}

/** What was typed otherwise than it stands on the paper. */
export function CorrectionForm({ of, onClose, again }: CorrectionProps) {
  const { run, busy, refusal, broken } = useAct(CORRECT_LICENCE);
  const toast = useToast();
  const { licenceNumber, holder, issuedOn } = of;
  const [said, setSaid] = useState({ licenceNumber, holder, issuedOn, expiresOn: of.expiresOn ?? '', reason: '' });
  const correct = async () => {
    const { kind } = await run({ licenceId: of.id, version: of.version, ...said, expiresOn: said.expiresOn || null });
    if (kind !== 'done') return;
    toast(<Trans>Đã đính chính giấy.</Trans>);
    onClose();
    again();
  };
  return (
    <Panel title={<Trans>Đính chính theo giấy đã cấp</Trans>}>
      <Form onSubmit={() => void correct()} refusal={refusal} broken={broken}>
        <OnPaper
          said={said}
          onChange={setSaid}
          refusal={refusal}
          withoutEnd={<Trans>Để trống nếu giấy không có thời hạn. Đổi ngày này thì các lần nhắc được lên lịch lại.</Trans>}
        />
        <TextAreaField label={<Trans>Nội dung sai sót, lý do đính chính</Trans>} {...fieldProps(said, setSaid, refusal)('reason')} />
        <FormActs>
          <Button type="submit" kind="primary" busy={busy}>
            <Trans>Lưu đính chính</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Không đính chính</Trans>
          </Button>
        </FormActs>
      </Form>
    </Panel>
  );
}
