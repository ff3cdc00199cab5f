import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../../api/act';
import { useAsk } from '../../../api/ask';
import { type Refusal } from '../../../api/refusal';
import { Button } from '../../../ui/button';
import { SelectField, TextAreaField, TextField } from '../../../ui/field';
import { Form, FormActs, errorAt, fieldProps } from '../../../ui/form';
import { Panel } from '../../../ui/panel';
import { type Find, PickField, type Picked } from '../../../ui/pick-field';
import { useToast } from '../../../ui/toast';
import { EDIT_LICENCE_KIND, ENTER_LICENCE_KIND, FIND_PROCEDURES, type LicenceKindRow, type Term } from '../licence-kind.query';
import styles from './licences.module.css';

const UNITS = ['DAY', 'WORKING_DAY', 'MONTH', 'YEAR'] as const;

interface Length {
  readonly amount: string;
  readonly countedIn: Term['countedIn'];
}

interface Said {
  readonly kindCode: string;
  readonly name: string;
  readonly term: Length;
  readonly fileBefore: Length;
  readonly steps: string;
  readonly procedure: Picked | null;
  readonly legalBasis: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

const NOTHING: Said = {
  ...{
    kindCode: '',
    name: '',
    term: { amount: '', countedIn: 'YEAR' },
    fileBefore: { amount: '30', countedIn: 'DAY' },
    steps: '60, 30, 7',
  },
  ...{ procedure: null, legalBasis: '', startsOn: '', endsOn: '' },
};

const saidOf = (kind: LicenceKindRow): Said => ({
  ...{ kindCode: kind.kindCode, name: kind.name, legalBasis: kind.legalBasis, startsOn: kind.startsOn, endsOn: kind.endsOn ?? '' },
  term: kind.term ? { amount: String(kind.term.amount), countedIn: kind.term.countedIn } : NOTHING.term,
  fileBefore: { amount: String(kind.fileBefore.amount), countedIn: kind.fileBefore.countedIn },
  steps: kind.steps.join(', '),
  procedure: kind.procedure && { id: kind.procedure.id, label: kind.procedure.name },
});

const inputOf = ({ name, term, fileBefore, steps, procedure, legalBasis, startsOn, endsOn }: Said) => ({
  name,
  term: term.amount === '' ? null : { amount: Number(term.amount), countedIn: term.countedIn },
  fileBefore: { amount: Number(fileBefore.amount), countedIn: fileBefore.countedIn },
  steps: steps.split(/[^\d]+/).flatMap((step) => (step === '' ? [] : [Number(step)])),
  procedureId: procedure?.id ?? null,
  legalBasis,
  startsOn,
  endsOn: endsOn || null,
});

/** A kind that holders are reminded of from now on. */
export function NewKind({ onClose }: { readonly onClose: (changed: boolean) => void }) {
  const { run, busy, refusal, broken } = useAct(ENTER_LICENCE_KIND);
  const toast = useToast();
  const [said, setSaid] = useState(NOTHING);
  const enter = async () => {
    const { kind } = await run({ ...inputOf(said), kindCode: said.kindCode });
    if (kind !== 'done') return;
    toast(<Trans>Đã thêm loại giấy.</Trans>);
    onClose(true);
  };
  return (
    <Panel title={<Trans>Thêm loại giấy</Trans>}>
      <Form of="enterLicenceKind" onSubmit={() => void enter()} refusal={refusal} broken={broken}>
        <TextField
          label={<Trans>Mã loại giấy</Trans>}
          hint={<Trans>Chữ hoa không dấu, ví dụ RUOU_BAN_LE; dùng được trong tệp nhập.</Trans>}
          name="kindCode"
          autoComplete="off"
          value={said.kindCode}
          onChange={(kindCode) => {
            setSaid({ ...said, kindCode });
          }}
          error={errorAt(refusal, 'kindCode') ?? errorAt(refusal, 'code')}
        />
        <KindFields {...{ said, refusal }} onChange={setSaid} />
        <Acts busy={busy} onClose={onClose}>
          <Trans>Thêm loại giấy</Trans>
        </Acts>
      </Form>
    </Panel>
  );
}

/** What holds of a kind, said anew; where days change, reminders are planned anew. */
export function ChangedKind({ of, onClose }: { readonly of: LicenceKindRow; readonly onClose: (changed: boolean) => void }) {
  const { run, busy, refusal, broken } = useAct(EDIT_LICENCE_KIND);
  const toast = useToast();
  const [said, setSaid] = useState(saidOf(of));
  const edit = async () => {
    const { kind } = await run({ ...inputOf(said), kindId: of.id, version: of.version });
    if (kind !== 'done') return;
    toast(<Trans>Đã lưu loại giấy.</Trans>);
    onClose(true);
  };
  return (
    <Panel title={<Trans>Sửa loại giấy {of.kindCode}</Trans>}>
      <Form of={`editLicenceKind ${of.id}`} onSubmit={() => void edit()} refusal={refusal} broken={broken}>
        <KindFields {...{ said, refusal }} onChange={setSaid} />
        <Acts busy={busy} onClose={onClose}>
          <Trans>Lưu</Trans>
        </Acts>
      </Form>
    </Panel>
  );
}

interface ActsProps {
  readonly busy: boolean;
  readonly onClose: (changed: boolean) => void;
  readonly children: ReactNode;
}

function Acts({ busy, onClose, children }: ActsProps) {
  return (
    <FormActs>
      <Button type="submit" kind="primary" busy={busy}>
        {children}
      </Button>
      <Button
        onClick={() => {
          onClose(false);
        }}
      >
        <Trans>Không lưu</Trans>
      </Button>
    </FormActs>
  );
}

interface KindFieldsProps {
  readonly said: Said;
  readonly refusal: Refusal | null;
  readonly onChange: (said: Said) => void;
}

function KindFields({ said, refusal, onChange }: KindFieldsProps) {
  const field = fieldProps(said, onChange, refusal);
  return (
    <>
      <TextField label={<Trans>Tên loại giấy</Trans>} autoComplete="off" {...field('name')} />
      <LengthFields
        label={<Trans>Thời hạn của giấy</Trans>}
        hint={<Trans>Để trống nếu giấy không có thời hạn.</Trans>}
        name="term"
        optional
        value={said.term}
        refusal={refusal}
        onChange={(term) => {
          onChange({ ...said, term });
        }}
      />
      <LengthFields
        label={<Trans>Phải nộp hồ sơ trước khi hết hạn</Trans>}
        name="fileBefore"
        value={said.fileBefore}
        refusal={refusal}
        onChange={(fileBefore) => {
          onChange({ ...said, fileBefore });
        }}
      />
      <TextField
        label={<Trans>Nhắc trước hạn nộp hồ sơ (số ngày)</Trans>}
        hint={<Trans>Xa nhất trước, ví dụ 60, 30, 7. Sau hạn nộp và sau khi hết hạn được nhắc thêm mỗi lúc một lần.</Trans>}
        autoComplete="off"
        {...field('steps')}
      />
      <PickField
        label={<Trans>Thủ tục cấp lại</Trans>}
        name="procedureId"
        optional
        value={said.procedure}
        onChange={(procedure) => {
          onChange({ ...said, procedure });
        }}
        error={errorAt(refusal, 'procedureId')}
        useFind={useProcedures}
      />
      <TextAreaField label={<Trans>Căn cứ pháp lý</Trans>} rows={2} limit={1000} {...field('legalBasis')} />
      <div className={styles.pair}>
        <TextField label={<Trans>Áp dụng từ ngày</Trans>} type="date" {...field('startsOn')} />
        <TextField label={<Trans>Đến hết ngày</Trans>} type="date" optional {...field('endsOn')} />
      </div>
    </>
  );
}

interface LengthFieldsProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly name: 'term' | 'fileBefore';
  readonly optional?: boolean;
  readonly value: Length;
  readonly refusal: Refusal | null;
  readonly onChange: (value: Length) => void;
}

/** So many of what. */
function LengthFields({ label, hint, name, optional, value, refusal, onChange }: LengthFieldsProps) {
  const { t } = useLingui();
  const words = { DAY: t`ngày`, WORKING_DAY: t`ngày làm việc`, MONTH: t`tháng`, YEAR: t`năm` };
  return (
    <div className={styles.pair}>
      <TextField
        {...{ label, hint, optional }}
        name={name}
        inputMode="numeric"
        autoComplete="off"
        value={value.amount}
        onChange={(amount) => {
          onChange({ ...value, amount: amount.replace(/\D/g, '') });
        }}
        error={errorAt(refusal, name) ?? errorAt(refusal, `${name}.amount`)}
      />
      <SelectField
        label={<Trans>Tính theo</Trans>}
        name={`${name}.countedIn`}
        value={value.countedIn}
        onChange={(unit) => {
          onChange({ ...value, countedIn: UNITS.find((one) => one === unit) ?? 'DAY' });
        }}
      >
        {UNITS.map((unit) => (
          <option key={unit} value={unit}>
            {words[unit]}
          </option>
        ))}
      </SelectField>
    </div>
  );
}

const useProcedures: Find = (search, pause) => {
  const { data, busy } = useAsk(FIND_PROCEDURES, { search }, { pause });
  const found = (data?.procedures.edges ?? []).map(({ node: { id, name, procedureCode } }) => ({
    id,
    label: name,
    caption: procedureCode,
  }));
  return { found, busy };
};
