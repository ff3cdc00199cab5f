import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { useAsk } from '../../../api/ask';
import { useUnitsOf } from '../../../api/own-units';
import { type Refusal } from '../../../api/refusal';
import { useMe } from '../../../api/session';
import { Button } from '../../../ui/button';
import { CheckList } from '../../../ui/check-list';
import { Dialog } from '../../../ui/dialog';
import { SelectField, TextAreaField, TextField } from '../../../ui/field';
import { Form, FormActs, errorAt, fieldProps } from '../../../ui/form';
import { named, titled } from '../../../ui/format';
import { Answer, Note } from '../../../ui/note';
import { today } from '../../../ui/today';
import { useToast } from '../../../ui/toast';
import { ADD_SERVICE_MODEL, EDIT_SERVICE_MODEL, MODEL_CHOICES, type ModelChoices, type ModelOrder, type ModelRow } from '../model.query';
import { ModelProcedures, type TypedProcedure, proceduresOf } from './model-procedures';
import { keysOf, useHandoverWords } from './words';

interface FormOf {
  /** The one that is said anew; null: a new one. */
  readonly of: ModelRow | null;
  readonly onClose: (done?: true) => void;
}

/** Which results are handed over at home or at a ceremony, by whom, since when and by which decision. */
export function ModelForm({ of, onClose }: FormOf) {
  const asked = useAsk(MODEL_CHOICES, {});
  return (
    <Dialog
      of={of ? `editServiceModel ${of.id}` : 'addServiceModel'}
      title={of ? <Trans>Sửa mô hình</Trans> : <Trans>Thêm mô hình</Trans>}
      onClose={() => {
        onClose();
      }}
      wide
    >
      <Answer of={asked}>{(choices) => <Fields of={of} choices={choices} onClose={onClose} />}</Answer>
    </Dialog>
  );
}

const begin = (of: ModelRow | null) => ({
  ...{ title: of?.title ?? '', decisionText: of?.decisionText ?? '', howToAsk: of?.howToAsk ?? '' },
  ...{ startsOn: of?.startsOn ?? today(), endsOn: of?.endsOn ?? '' },
});

type Said = ReturnType<typeof begin>;

function Fields({ of, choices, onClose }: FormOf & { readonly choices: ModelChoices }) {
  const { t } = useLingui();
  const toast = useToast();
  const words = useHandoverWords();
  const hosts = useUnitsOf('handover:manage');
  const [add, edit] = [useAct(ADD_SERVICE_MODEL), useAct(EDIT_SERVICE_MODEL)];
  const { refusal, broken, busy } = of ? edit : add;
  const [kind, setKind] = useState<ModelRow['kind']>(of?.kind ?? 'AT_HOME');
  const [keeper, setKeeper] = useState({ hostUnitId: hosts.at(-1)?.id ?? '', rolloutId: '' });
  const [said, setSaid] = useState(() => begin(of));
  const [procedures, setProcedures] = useState(() => proceduresOf(of));
  const [unitIds, setUnitIds] = useState<readonly string[]>(() => of?.units.map(({ id }) => id) ?? []);
  const save = async () => {
    const order = orderOf(kind, said, procedures, unitIds);
    const outcome = of
      ? await edit.run({ modelId: of.id, version: of.version, ...order })
      : await add.run({ ...order, hostUnitId: keeper.hostUnitId, rolloutId: keeper.rolloutId || null });
    if (outcome.kind !== 'done') return;
    toast(of ? t`Đã lưu mô hình.` : t`Đã thêm mô hình.`);
    onClose(true);
  };
  return (
    <Form onSubmit={() => void save()} refusal={refusal} broken={broken}>
      <SelectField
        label={t`Hình thức`}
        name="kind"
        value={kind}
        onChange={(value) => {
          setKind(value === 'CEREMONY' ? value : 'AT_HOME');
        }}
        error={errorAt(refusal, 'kind')}
      >
        {keysOf(words.modelKinds).map((key) => (
          <option key={key} value={key}>
            {words.modelKinds[key]}
          </option>
        ))}
      </SelectField>
      {!of && <Keeper {...{ hosts, choices, refusal }} of={keeper} onChange={setKeeper} />}
      <Texts said={said} onSay={setSaid} refusal={refusal} />
      <ModelProcedures of={procedures} onChange={setProcedures} refusal={refusal} />
      <Communes {...{ choices, refusal }} day={said.startsOn} chosen={unitIds} onChange={setUnitIds} />
      <FormActs>
        <Button type="submit" kind="primary" busy={busy}>
          {of ? <Trans>Lưu mô hình</Trans> : <Trans>Thêm mô hình</Trans>}
        </Button>
        <Button
          onClick={() => {
            onClose();
          }}
        >
          {of ? <Trans>Giữ như cũ</Trans> : <Trans>Chưa thêm</Trans>}
        </Button>
      </FormActs>
    </Form>
  );
}

const orderOf = (kind: ModelRow['kind'], said: Said, procedures: readonly TypedProcedure[], unitIds: readonly string[]): ModelOrder => ({
  ...said,
  kind,
  endsOn: said.endsOn || null,
  procedures: procedures.flatMap(({ picked, occasion }) => (picked ? [{ procedureId: picked.id, occasion }] : [])),
  unitIds: [...unitIds],
});

interface Keeping {
  readonly of: { readonly hostUnitId: string; readonly rolloutId: string };
  readonly hosts: ReturnType<typeof useUnitsOf>;
  readonly choices: ModelChoices;
  readonly onChange: (keeper: Keeping['of']) => void;
  readonly refusal: Refusal | null;
}

/** Whose office keeps it, and which roll-out it carries out: said once. */
function Keeper({ of, hosts, choices, onChange, refusal }: Keeping) {
  const { t } = useLingui();
  return (
    <>
      {hosts.length > 1 && (
        <SelectField
          label={t`Đơn vị quản lý mô hình`}
          name="hostUnitId"
          value={of.hostUnitId}
          onChange={(hostUnitId) => {
            onChange({ ...of, hostUnitId });
          }}
          error={errorAt(refusal, 'hostUnitId')}
        >
          {hosts.map((unit) => (
            <option key={unit.id} value={unit.id}>
              {named(unit)}
            </option>
          ))}
        </SelectField>
      )}
      <SelectField
        label={t`Việc nhân rộng`}
        hint={t`Nếu chọn, số lượt trao được tính vào số liệu nhân rộng.`}
        name="rolloutId"
        optional
        value={of.rolloutId}
        onChange={(rolloutId) => {
          onChange({ ...of, rolloutId });
        }}
        error={errorAt(refusal, 'rolloutId')}
      >
        <option value="">{t`không thuộc việc nhân rộng nào`}</option>
        {choices.rollouts.edges.map(({ node }) => (
          <option key={node.id} value={node.id}>
            {titled(node)}
          </option>
        ))}
      </SelectField>
    </>
  );
}

interface Saying {
  readonly said: Said;
  readonly onSay: (said: Said) => void;
  readonly refusal: Refusal | null;
}

function Texts({ said, onSay, refusal }: Saying) {
  const { t } = useLingui();
  const of = fieldProps(said, onSay, refusal);
  return (
    <>
      <TextField label={t`Tên mô hình`} hint={t`Ví dụ: Trả kết quả hộ tịch tại nhà.`} {...of('title')} />
      <TextField label={t`Quyết định, kế hoạch làm căn cứ`} hint={t`Ví dụ: Kế hoạch số 45/KH-UBND.`} {...of('decisionText')} />
      <TextField label={t`Từ ngày`} type="date" {...of('startsOn')} />
      <TextField label={t`Đến hết ngày`} hint={t`Để trống nếu chưa định ngày kết thúc.`} optional type="date" {...of('endsOn')} />
      <TextAreaField label={t`Cách đề nghị`} hint={t`Viết cho người dân đọc; đăng trên trang công khai.`} {...of('howToAsk')} />
    </>
  );
}

interface Placing {
  readonly choices: ModelChoices;
  readonly day: string;
  readonly chosen: readonly string[];
  readonly onChange: (unitIds: readonly string[]) => void;
  readonly refusal: Refusal | null;
}

/** The communes within reach that there are on its first day; one that was chosen stays in sight until it is taken off. */
function Communes({ choices, day, chosen, onChange, refusal }: Placing) {
  const { t } = useLingui();
  const reached = useMe().permissions.find(({ name }) => name === 'handover:manage')?.unitIds ?? [];
  const from = day || today();
  const communes = choices.publicUnits.filter(
    ({ id, validFrom, validTo }) =>
      chosen.includes(id) || (reached.includes(id) && validFrom <= from && (validTo === null || validTo >= from)),
  );
  if (communes.length === 0)
    return (
      <Note>
        <Trans>Ngày này không có xã nào đang hoạt động thuộc phạm vi phụ trách.</Trans>
      </Note>
    );
  return (
    <CheckList
      label={t`Các xã thực hiện`}
      name="unitIds"
      choices={communes.map((unit) => ({ id: unit.id, label: named(unit) }))}
      {...{ chosen, onChange, refusal }}
    />
  );
}
