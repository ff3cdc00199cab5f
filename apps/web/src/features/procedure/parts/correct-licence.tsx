import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { Button } from '../../../ui/button';
import { TextAreaField, TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { Panel } from '../../../ui/panel';
import { useToast } from '../../../ui/toast';
import { CORRECT_LICENCE, type LicenceRow } from '../register.query';
import styles from './licences.module.css';

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
  const field = (name: keyof typeof said) => ({
    name,
    value: said[name],
    onChange: (value: string) => {
      setSaid({ ...said, [name]: value });
    },
    error: errorAt(refusal, name),
  });
  return (
    <Panel title={<Trans>Đính chính theo giấy đã cấp</Trans>}>
      <Form onSubmit={() => void correct()} refusal={refusal} broken={broken}>
        <TextField
          label={<Trans>Số giấy</Trans>}
          autoComplete="off"
          {...field('licenceNumber')}
          error={errorAt(refusal, 'licenceNumber') ?? errorAt(refusal, 'number')}
        />
        <TextField label={<Trans>Tên cơ sở</Trans>} autoComplete="off" {...field('holder')} />
        <div className={styles.pair}>
          <TextField label={<Trans>Ngày cấp</Trans>} type="date" {...field('issuedOn')} />
          <TextField
            label={<Trans>Ngày hết hạn</Trans>}
            hint={<Trans>Để trống nếu giấy không có thời hạn. Đổi ngày này thì các lần nhắc được lên lịch lại.</Trans>}
            type="date"
            optional
            {...field('expiresOn')}
          />
        </div>
        <TextAreaField label={<Trans>Nội dung sai sót, lý do đính chính</Trans>} {...field('reason')} />
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
