import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { type Refusal } from '../../../api/refusal';
import { Button } from '../../../ui/button';
import { SelectField, TextAreaField, TextField } from '../../../ui/field';
import { Form, FormActs, errorAt, fieldProps } from '../../../ui/form';
import { number } from '../../../ui/format';
import { Panel } from '../../../ui/panel';
import { EDIT_INDEX_SCHEME, ENTER_INDEX_SCHEME, type SchemeShown } from '../scheme.query';
import { fieldsOf, linesOf } from '../scheme-lines';

/** A field and a criterion of it, as they are typed. */
const EXAMPLE = ['1; Công tác chỉ đạo, điều hành; Steering', '1.1; Ban hành kế hoạch cải cách hành chính; Plan; 10'].join('\n');
const STEPS = ['0.01', '0.05', '0.1', '0.25', '0.5', '1'];

interface OfScheme {
  readonly of: SchemeShown | null;
  readonly schemes: readonly SchemeShown[];
}

/** The criteria of the newest scheme in force of the years before, by their numbers; each stands for the oldest with its meaning. */
const olderOf = (schemes: readonly SchemeShown[], fromYear: number): ReadonlyMap<string, string> => {
  const before = schemes
    .filter((one) => one.state === 'IN_FORCE' && one.fromYear < fromYear)
    .toSorted((a, b) => b.fromYear - a.fromYear)[0];
  return new Map(
    (before?.fields ?? []).flatMap(({ criteria }) => criteria.map((one) => [one.criterionCode, one.comparableWithId ?? one.id])),
  );
};

const begin = ({ of, schemes }: OfScheme) => ({
  ...{ nameVi: of?.nameVi ?? '', nameEn: of?.nameEn ?? '', decisionNumber: of?.decisionNumber ?? '', decidedOn: of?.decidedOn ?? '' },
  ...{ issuer: of?.issuer ?? '', fromYear: String(of?.fromYear ?? ''), total: of?.total ?? '100', step: of?.step ?? '0.01' },
  lines: of ? linesOf(of, olderOf(schemes, of.fromYear)) : '',
});

type Said = ReturnType<typeof begin>;

export function SchemeForm({ of, schemes }: OfScheme) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [enter, edit] = [useAct(ENTER_INDEX_SCHEME), useAct(EDIT_INDEX_SCHEME)];
  const act = of ? edit : enter;
  const [said, setSaid] = useState(() => begin({ of, schemes }));
  const { fields, wrong } = fieldsOf(said.lines, olderOf(schemes, Number(said.fromYear)));
  const sum = fields.flatMap(({ criteria }) => criteria).reduce((all, { maximum }) => all + Math.round(Number(maximum) * 100), 0) / 100;
  const save = async () => {
    if (wrong !== null) return;
    const { nameVi, nameEn, decisionNumber, decidedOn, issuer, step } = said;
    const texts = { nameVi, nameEn, decisionNumber, decidedOn, issuer, step };
    const order = { ...texts, fromYear: Number(said.fromYear), total: said.total.replace(',', '.'), fields: [...fields] };
    const outcome = of ? await edit.run({ schemeId: of.id, version: of.version, ...order }) : await enter.run(order);
    if (outcome.kind === 'done') void navigate({ to: '/index' });
  };
  return (
    <Panel>
      <Form onSubmit={() => void save()} refusal={act.refusal} broken={act.broken}>
        <Texts said={said} onSay={setSaid} refusal={act.refusal} />
        <TextAreaField
          label={<Trans>Các lĩnh vực và tiêu chí</Trans>}
          hint={
            <Trans>
              Mỗi dòng một lĩnh vực “số; tên; tên tiếng Anh” hoặc một tiêu chí “số; tên; tên tiếng Anh; điểm tối đa; số của tiêu chí cùng
              nội dung ở bộ tiêu chí trước, nếu có”. Có thể dán các cột từ bảng tính. Tổng điểm tối đa hiện là {number(sum)}.
            </Trans>
          }
          name="fields"
          rows={16}
          placeholder={EXAMPLE}
          value={said.lines}
          onChange={(lines) => {
            setSaid({ ...said, lines });
          }}
          error={wrong === null ? errorAt(act.refusal, 'fields') : t`Dòng ${String(wrong + 1)} chưa đúng dạng.`}
        />
        <FormActs>
          <Button type="submit" kind="primary" busy={act.busy}>
            <Trans>Lưu bản soạn</Trans>
          </Button>
        </FormActs>
      </Form>
    </Panel>
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
      <TextField label={t`Tên bộ tiêu chí`} {...of('nameVi')} />
      <TextField label={t`Tên tiếng Anh`} {...of('nameEn')} />
      <TextField label={t`Số quyết định`} {...of('decisionNumber')} />
      <TextField label={t`Ngày quyết định`} type="date" {...of('decidedOn')} />
      <TextField label={t`Cơ quan ban hành`} {...of('issuer')} />
      <TextField label={t`Áp dụng từ năm`} type="number" inputMode="numeric" {...of('fromYear')} />
      <TextField label={t`Tổng điểm`} inputMode="decimal" {...of('total')} />
      <SelectField label={t`Chấm lẻ đến`} {...of('step')}>
        {STEPS.map((step) => (
          <option key={step} value={step}>
            {number(step)}
          </option>
        ))}
      </SelectField>
    </>
  );
}
