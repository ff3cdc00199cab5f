import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { ActButton } from '../../../ui/act-button';
import { LinkButton } from '../../../ui/button';
import { SelectField, TextAreaField } from '../../../ui/field';
import { errorAt } from '../../../ui/form';
import { Note } from '../../../ui/note';
import { CONCLUDE_PILOT, END_PILOT, REGISTER_PILOT, START_PILOT } from '../pilot-acts.query';
import { type PilotShown } from '../pilot.query';
import styles from '../pilot.module.css';

interface OfPilot {
  readonly of: PilotShown;
  readonly again: () => void;
}

/** What one may do with a pilot, as the server says. */
export function PilotActs({ of, again }: OfPilot) {
  const mine = { pilotId: of.id, version: of.version };
  const waits = of.state === 'DRAFT' && !of.whyNotEdit ? of.whyNotRegister : null;
  return (
    <>
      {waits && <Note>{waits.message}</Note>}
      <div className={styles.acts}>
        {!of.whyNotRegister && (
          <ActButton
            of={REGISTER_PILOT}
            kind="primary"
            title={<Trans>Đăng ký thí điểm</Trans>}
            act={<Trans>Đăng ký</Trans>}
            keep={<Trans>Chưa đăng ký</Trans>}
            destructive={false}
            input={() => mine}
            said={<Trans>Đã đăng ký và công khai.</Trans>}
            onDone={again}
          >
            {() => (
              <p>
                <Trans>Từ lúc đăng ký, cách đo, các xã, kỳ so sánh và hồ sơ của kỳ so sánh không sửa được nữa.</Trans>
              </p>
            )}
          </ActButton>
        )}
        {!of.whyNotStart && (
          <ActButton
            of={START_PILOT}
            kind="primary"
            title={<Trans>Bắt đầu thí điểm</Trans>}
            act={<Trans>Bắt đầu</Trans>}
            keep={<Trans>Chưa bắt đầu</Trans>}
            destructive={false}
            input={() => mine}
            said={<Trans>Thí điểm đã bắt đầu.</Trans>}
            onDone={again}
          >
            <p>
              <Trans>Từ đây các xã nhập hồ sơ tiếp nhận trong thời gian thí điểm.</Trans>
            </p>
          </ActButton>
        )}
        {!of.whyNotEnd && <End of={of} again={again} />}
        {!of.whyNotConclude && <Conclude of={of} again={again} />}
        {!of.whyNotEdit && (
          <LinkButton to="/pilots/new" search={{ pilot: of.id }}>
            <Trans>Sửa bản đang soạn</Trans>
          </LinkButton>
        )}
      </div>
    </>
  );
}

function End({ of: { id, version }, again }: OfPilot) {
  const [reason, setReason] = useState('');
  return (
    <ActButton
      of={END_PILOT}
      kind="primary"
      title={<Trans>Kết thúc thí điểm</Trans>}
      act={<Trans>Kết thúc</Trans>}
      keep={<Trans>Chưa kết thúc</Trans>}
      destructive={false}
      input={() => ({ pilotId: id, version, reason: reason || null })}
      said={<Trans>Thí điểm đã kết thúc; kết quả đã hiện.</Trans>}
      onDone={again}
    >
      {(refusal) => (
        <>
          <p>
            <Trans>Sau khi kết thúc không nhập thêm hồ sơ, và kết quả được công khai.</Trans>
          </p>
          <TextAreaField
            label={<Trans>Lý do, cần có khi chưa hết thời gian thí điểm</Trans>}
            optional
            name="reason"
            value={reason}
            onChange={setReason}
            error={errorAt(refusal, 'reason')}
          />
        </>
      )}
    </ActButton>
  );
}

const OUTCOMES = ['EXTEND', 'STOP', 'NOT_SHOWN'] as const;

function Conclude({ of: { id, version, result }, again }: OfPilot) {
  const allowed = OUTCOMES.filter((outcome) => outcome === 'STOP' || (outcome === 'EXTEND') === result?.shown);
  const [outcome, setOutcome] = useState(allowed[0] ?? 'STOP');
  const [conclusion, setConclusion] = useState('');
  const words = { EXTEND: <Trans>Nhân rộng</Trans>, STOP: <Trans>Dừng</Trans>, NOT_SHOWN: <Trans>Chưa thấy tác dụng</Trans> };
  return (
    <ActButton
      of={CONCLUDE_PILOT}
      kind="primary"
      title={<Trans>Kết luận thí điểm</Trans>}
      act={<Trans>Kết luận</Trans>}
      keep={<Trans>Chưa kết luận</Trans>}
      destructive={false}
      input={() => ({ pilotId: id, version, outcome, conclusion })}
      said={<Trans>Đã ghi kết luận.</Trans>}
      onDone={again}
    >
      {(refusal) => (
        <>
          <SelectField
            label={<Trans>Kết luận</Trans>}
            name="outcome"
            value={outcome}
            onChange={(value) => {
              setOutcome(allowed.find((one) => one === value) ?? 'STOP');
            }}
            error={errorAt(refusal, 'outcome')}
          >
            {allowed.map((one) => (
              <option key={one} value={one}>
                {words[one]}
              </option>
            ))}
          </SelectField>
          <TextAreaField
            label={<Trans>Nội dung kết luận, công khai</Trans>}
            name="conclusion"
            value={conclusion}
            onChange={setConclusion}
            error={errorAt(refusal, 'conclusion')}
          />
        </>
      )}
    </ActButton>
  );
}
