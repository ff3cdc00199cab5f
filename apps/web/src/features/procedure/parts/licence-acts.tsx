import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { ActButton } from '../../../ui/act-button';
import { Button } from '../../../ui/button';
import { RadioField, TextField } from '../../../ui/field';
import { Form, FormActs, errorAt, fieldProps } from '../../../ui/form';
import { Panel } from '../../../ui/panel';
import { useToast } from '../../../ui/toast';
import { today } from '../../../ui/today';
import { EDIT_LICENCE_CONTACT, END_LICENCE, type LicenceRow, OPT_OUT, RECORD_RENEWAL, RESUME_REMINDERS } from '../register.query';
import { ContactFields, contactInput } from './contact-fields';
import styles from './licences.module.css';

interface FormProps {
  readonly of: LicenceRow;
  readonly onClose: () => void;
}

/** That the holder was given a new one; it stands on a page of its own. */
export function RenewalForm({ of, onClose, onRenewed }: FormProps & { readonly onRenewed: (id: string) => void }) {
  const { run, busy, refusal, broken } = useAct(RECORD_RENEWAL);
  const toast = useToast();
  const [said, setSaid] = useState({ licenceNumber: of.licenceNumber, issuedOn: today(), expiresOn: '', filedOn: '' });
  const record = async () => {
    const { expiresOn, filedOn, ...rest } = said;
    const input = { licenceId: of.id, version: of.version, ...rest, expiresOn: expiresOn || null, filedOn: filedOn || null };
    const outcome = await run(input);
    if (outcome.kind !== 'done') return;
    toast(<Trans>Đã ghi cấp lại; giấy cũ không nhắc nữa.</Trans>);
    onRenewed(outcome.result.id);
  };
  const field = fieldProps(said, setSaid, refusal);
  return (
    <Panel title={<Trans>Ghi cấp lại</Trans>}>
      <Form onSubmit={() => void record()} refusal={refusal} broken={broken}>
        <TextField
          label={<Trans>Số giấy mới</Trans>}
          autoComplete="off"
          {...field('licenceNumber')}
          error={errorAt(refusal, 'licenceNumber') ?? errorAt(refusal, 'number')}
        />
        <div className={styles.pair}>
          <TextField label={<Trans>Ngày cấp giấy mới</Trans>} type="date" {...field('issuedOn')} />
          <TextField
            label={<Trans>Ngày hết hạn</Trans>}
            hint={<Trans>Để trống thì tính theo thời hạn của loại giấy.</Trans>}
            type="date"
            optional
            {...field('expiresOn')}
          />
        </div>
        <TextField
          label={<Trans>Ngày nộp hồ sơ cấp lại</Trans>}
          hint={<Trans>Căn cứ để tính nộp đúng hạn. Để trống thì lấy ngày cấp giấy mới.</Trans>}
          type="date"
          optional
          {...field('filedOn')}
        />
        <FormActs>
          <Button type="submit" kind="primary" busy={busy}>
            <Trans>Ghi cấp lại</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Không ghi</Trans>
          </Button>
        </FormActs>
      </Form>
    </Panel>
  );
}

/** How the holder is reached, said anew. */
export function ContactForm({ of, onClose, again }: FormProps & { readonly again: () => void }) {
  const { run, busy, refusal, broken } = useAct(EDIT_LICENCE_CONTACT);
  const toast = useToast();
  const [contact, setContact] = useState({
    contact: of.contact ?? '',
    phone: of.phone ?? '',
    email: of.email ?? '',
    address: of.address ?? '',
  });
  const edit = async () => {
    const { kind } = await run({ licenceId: of.id, version: of.version, ...contactInput(contact) });
    if (kind !== 'done') return;
    toast(<Trans>Đã lưu cách liên hệ.</Trans>);
    onClose();
    again();
  };
  return (
    <Panel title={<Trans>Sửa cách liên hệ</Trans>}>
      <Form onSubmit={() => void edit()} refusal={refusal} broken={broken}>
        <ContactFields of={contact} onChange={setContact} refusal={refusal} />
        <FormActs>
          <Button type="submit" kind="primary" busy={busy}>
            <Trans>Lưu</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Không lưu</Trans>
          </Button>
        </FormActs>
      </Form>
    </Panel>
  );
}

interface ActProps {
  readonly of: LicenceRow;
  readonly again: () => void;
}

/** That it was taken back, or its business is no more. */
export function EndLicence({ of, again }: ActProps) {
  const { t } = useLingui();
  const [end, setEnd] = useState<'REVOKED' | 'CLOSED'>('CLOSED');
  return (
    <ActButton
      of={END_LICENCE}
      label={<Trans>Giấy không còn dùng…</Trans>}
      title={<Trans>Giấy {of.licenceNumber} không còn dùng</Trans>}
      act={<Trans>Ghi giấy không còn dùng</Trans>}
      keep={<Trans>Giấy vẫn dùng</Trans>}
      reason={{ label: <Trans>Lý do, số quyết định nếu có</Trans>, path: 'reason' }}
      input={(reason) => ({ licenceId: of.id, version: of.version, end, reason: reason.trim() })}
      said={<Trans>Đã ghi giấy không còn dùng.</Trans>}
      onDone={again}
    >
      <p>
        <Trans>Cơ sở không được nhắc về giấy này nữa. Việc này không hoàn lại được.</Trans>
      </p>
      <RadioField
        label={<Trans>Vì sao</Trans>}
        name="end"
        value={end}
        onChange={setEnd}
        choices={[
          { value: 'CLOSED', label: t`Cơ sở đã nghỉ kinh doanh` },
          { value: 'REVOKED', label: t`Giấy bị thu hồi` },
        ]}
      />
    </ActButton>
  );
}

/** What the holder said of being reminded: no more, or again. */
export function RemindersWanted({ of, again }: ActProps) {
  const { t } = useLingui();
  const [scope, setScope] = useState<'LICENCE' | 'ALL'>('LICENCE');
  if (of.wantsNone)
    return (
      <ActButton
        of={RESUME_REMINDERS}
        title={<Trans>Nhắc lại cho {of.holder}</Trans>}
        act={<Trans>Nhắc hạn trở lại</Trans>}
        keep={<Trans>Vẫn không nhắc</Trans>}
        destructive={false}
        input={() => ({ licenceId: of.id })}
        said={<Trans>Từ nay lại nhắc hạn.</Trans>}
        onDone={again}
      >
        <p>
          <Trans>
            Chỉ làm khi chủ cơ sở đề nghị. Những lần nhắc sắp tới được lên lịch lại, kể cả của các giấy khác cùng số điện thoại hoặc địa chỉ
            thư; lần đã qua thì không nhắc bù.
          </Trans>
        </p>
      </ActButton>
    );
  return (
    <ActButton
      of={OPT_OUT}
      label={<Trans>Không nhắc nữa…</Trans>}
      title={<Trans>Không nhắc {of.holder} nữa</Trans>}
      act={<Trans>Không nhắc nữa</Trans>}
      keep={<Trans>Vẫn nhắc</Trans>}
      input={() => ({ licenceId: of.id, scope })}
      said={<Trans>Từ nay không nhắc nữa.</Trans>}
      onDone={again}
    >
      <p>
        <Trans>Chỉ làm khi chủ cơ sở đề nghị. Hạn nộp hồ sơ không thay đổi.</Trans>
      </p>
      <RadioField
        label={<Trans>Không nhắc về</Trans>}
        name="scope"
        value={scope}
        onChange={setScope}
        choices={[
          { value: 'LICENCE', label: t`Giấy này` },
          { value: 'ALL', label: t`Mọi giấy có cùng số điện thoại hoặc địa chỉ thư` },
        ]}
      />
    </ActButton>
  );
}
