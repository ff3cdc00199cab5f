import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { CheckField, TextAreaField, TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { day, fileSize, named, titled } from '../../../ui/format';
import { useToast } from '../../../ui/toast';
import { EditActs, EditPanel } from './edit-panel';
import styles from './office.module.css';
import { EDIT_CONTEST } from './setup.acts';
import { type ContestSetup } from './setup.query';

const MEGABYTE = 1024 * 1024;

/** Title, aims, and how initiatives are taken. */
export function FactsPanel({ of }: { readonly of: ContestSetup }) {
  return (
    <EditPanel
      title={<Trans>Thông tin chung</Trans>}
      canEdit={of.canEdit}
      shut={of.canCopy && <Trans>Chỉ sửa được khi cuộc thi còn đang soạn thảo.</Trans>}
      form={(close) => <EditFacts of={of} onClose={close} />}
    >
      <Facts of={of} />
    </EditPanel>
  );
}

function Facts({ of }: { readonly of: ContestSetup }) {
  return (
    <dl className={styles.facts}>
      <dt>
        <Trans>Tên cuộc thi</Trans>
      </dt>
      <dd>{titled(of)}</dd>
      <dt>
        <Trans>Cơ quan tổ chức</Trans>
      </dt>
      <dd>{named(of.host)}</dd>
      <dt>
        <Trans>Mục đích, yêu cầu</Trans>
      </dt>
      <dd>{of.objectives === '' ? '–' : of.objectives}</dd>
      <dt>
        <Trans>Đơn vị dự thi</Trans>
      </dt>
      <dd>
        <Plural value={of.rosterUnits} one="# đơn vị" other="# đơn vị" />, <Trans>theo danh sách ngày {day(of.rosterAsOf)}</Trans>
      </dd>
      <dt>
        <Trans>Trước khi nộp</Trans>
      </dt>
      <dd>
        <Confirmations of={of} />
      </dd>
      <dt>
        <Trans>Sau hạn nộp</Trans>
      </dt>
      <dd>
        {of.graceMinutes === 0 ? (
          <Trans>không nhận thêm</Trans>
        ) : (
          <Plural value={of.graceMinutes} one="còn nhận thêm # phút" other="còn nhận thêm # phút" />
        )}
      </dd>
      <dt>
        <Trans>Tệp của một hồ sơ</Trans>
      </dt>
      <dd>
        <Trans>
          nhiều nhất {of.maxFiles} tệp, mỗi tệp tới {fileSize(of.maxFileBytes)}
        </Trans>
      </dd>
    </dl>
  );
}

function Confirmations({ of: { headConfirms, authorsConfirm } }: { readonly of: ContestSetup }) {
  if (headConfirms && authorsConfirm) return <Trans>các tác giả và thủ trưởng đơn vị xác nhận</Trans>;
  if (headConfirms) return <Trans>thủ trưởng đơn vị xác nhận</Trans>;
  if (authorsConfirm) return <Trans>các tác giả xác nhận</Trans>;
  return <Trans>không cần ai xác nhận</Trans>;
}

function EditFacts({ of, onClose }: { readonly of: ContestSetup; readonly onClose: () => void }) {
  const toast = useToast();
  const act = useAct(EDIT_CONTEST);
  const [typed, setTyped] = useState({
    titleVi: of.titleVi,
    titleEn: of.titleEn,
    objectives: of.objectives,
    headConfirms: of.headConfirms,
    authorsConfirm: of.authorsConfirm,
    graceMinutes: String(of.graceMinutes),
    maxFiles: String(of.maxFiles),
    megabytes: String(of.maxFileBytes / MEGABYTE),
  });
  const put = (patch: Partial<typeof typed>) => {
    setTyped((was) => ({ ...was, ...patch }));
  };
  const save = async () => {
    const { graceMinutes, maxFiles, megabytes, ...texts } = typed;
    const outcome = await act.run({
      ...texts,
      contestId: of.id,
      version: of.version,
      graceMinutes: Math.round(Number(graceMinutes)),
      maxFiles: Math.round(Number(maxFiles)),
      maxFileBytes: Math.round(Number(megabytes) * MEGABYTE),
    });
    if (outcome.kind !== 'done') return;
    toast(<Trans>Đã lưu thông tin chung.</Trans>);
    onClose();
  };
  return (
    <Form onSubmit={() => void save()} refusal={act.refusal} broken={act.broken}>
      <TextField
        label={<Trans>Tên cuộc thi</Trans>}
        name="titleVi"
        limit={300}
        value={typed.titleVi}
        onChange={(titleVi) => {
          put({ titleVi });
        }}
        error={errorAt(act.refusal, 'titleVi')}
      />
      <TextField
        label={<Trans>Tên bằng tiếng Anh</Trans>}
        name="titleEn"
        limit={300}
        value={typed.titleEn}
        onChange={(titleEn) => {
          put({ titleEn });
        }}
        error={errorAt(act.refusal, 'titleEn')}
      />
      <TextAreaField
        label={<Trans>Mục đích, yêu cầu</Trans>}
        name="objectives"
        limit={5000}
        value={typed.objectives}
        onChange={(objectives) => {
          put({ objectives });
        }}
        error={errorAt(act.refusal, 'objectives')}
      />
      <div>
        <CheckField
          label={<Trans>Thủ trưởng đơn vị xác nhận trước khi nộp</Trans>}
          name="headConfirms"
          checked={typed.headConfirms}
          onChange={(headConfirms) => {
            put({ headConfirms });
          }}
        />
        <CheckField
          label={<Trans>Từng tác giả xác nhận đứng tên và tỷ lệ đóng góp</Trans>}
          name="authorsConfirm"
          checked={typed.authorsConfirm}
          onChange={(authorsConfirm) => {
            put({ authorsConfirm });
          }}
        />
      </div>
      <div className={styles.row}>
        <TextField
          label={<Trans>Phút nhận thêm sau hạn</Trans>}
          name="graceMinutes"
          inputMode="numeric"
          value={typed.graceMinutes}
          onChange={(graceMinutes) => {
            put({ graceMinutes });
          }}
          error={errorAt(act.refusal, 'graceMinutes')}
        />
        <TextField
          label={<Trans>Số tệp nhiều nhất</Trans>}
          name="maxFiles"
          inputMode="numeric"
          value={typed.maxFiles}
          onChange={(maxFiles) => {
            put({ maxFiles });
          }}
          error={errorAt(act.refusal, 'maxFiles')}
        />
        <TextField
          label={<Trans>Cỡ mỗi tệp (MB)</Trans>}
          name="maxFileBytes"
          inputMode="decimal"
          value={typed.megabytes}
          onChange={(megabytes) => {
            put({ megabytes });
          }}
          error={errorAt(act.refusal, 'maxFileBytes')}
        />
      </div>
      <FormActs>
        <EditActs busy={act.busy} onClose={onClose} />
      </FormActs>
    </Form>
  );
}
