import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { useUnitsOf } from '../../../api/own-units';
import { type Refusal } from '../../../api/refusal';
import { Button, LinkButton } from '../../../ui/button';
import { SelectField, TextAreaField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { named } from '../../../ui/format';
import { Note } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import { useToast } from '../../../ui/toast';
import { ENTER_ELIGIBILITY_RULE, type RuleShown, type TitleKindShown, type Titles } from '../title.query';
import { type Asking, Conditions, NO_CONDITION } from './conditions';

interface FormOf {
  readonly titles: Titles;
  /** The version that another takes the place of; null: a rule of its own. */
  readonly of: RuleShown | null;
}

const begin = (of: RuleShown | null) => ({
  ...{ kindId: of?.kind.id ?? '', unitId: of?.unit.id ?? '', legalBasis: of?.legalBasis ?? '', unchecked: of?.unchecked ?? '' },
});

const askedBy = (of: RuleShown): readonly Asking[] =>
  of.links.map(({ years, kinds }) => ({ years: String(years), kindIds: kinds.map(({ id }) => id) }));

/** A title, of whom it is asked, what by records, and what besides. */
export function RuleForm({ titles, of }: FormOf) {
  const toast = useToast();
  const navigate = useNavigate();
  const units = useUnitsOf('achievement:manage');
  const { run, busy, refusal, broken } = useAct(ENTER_ELIGIBILITY_RULE);
  const [said, setSaid] = useState(() => ({ ...begin(of), unitId: of?.unit.id ?? units.at(-1)?.id ?? '' }));
  const [chain, setChain] = useState<readonly Asking[]>(() => (of ? askedBy(of) : [NO_CONDITION]));
  const save = async () => {
    const links = chain.map(({ years, kindIds }) => ({ years: Number(years), kindIds: [...kindIds] }));
    if ((await run({ ...said, unchecked: said.unchecked || null, links })).kind !== 'done') return;
    toast(<Trans>Đã lưu điều kiện.</Trans>);
    void navigate({ to: '/title-kinds' });
  };
  return (
    <Panel>
      <Form of={`enterEligibilityRule ${of?.id ?? ''}`} onSubmit={() => void save()} refusal={refusal} broken={broken}>
        <OfWhom {...{ said, refusal }} titles={titles.titleKinds} units={of ? [of.unit] : units} shut={of !== null} onSay={setSaid} />
        <Conditions kinds={titles.titleKinds} of={chain} onChange={setChain} refusal={refusal} />
        <Words {...{ said, refusal }} onSay={setSaid} />
        <FormActs>
          <Button type="submit" kind="primary" busy={busy}>
            <Trans>Lưu điều kiện</Trans>
          </Button>
          <LinkButton to="/title-kinds">
            <Trans>Không lưu</Trans>
          </LinkButton>
        </FormActs>
      </Form>
    </Panel>
  );
}

interface Saying {
  readonly said: ReturnType<typeof begin>;
  readonly onSay: (said: ReturnType<typeof begin>) => void;
  readonly refusal: Refusal | null;
}

interface Whom extends Saying {
  readonly titles: readonly TitleKindShown[];
  readonly units: readonly RuleShown['unit'][];
  /** The next version is of the same title and of the same people. */
  readonly shut: boolean;
}

function OfWhom({ said, onSay, refusal, titles, units, shut }: Whom) {
  const { t } = useLingui();
  if (units.length === 0)
    return (
      <Note tone="soon">
        <Trans>Ông/Bà không được giao đơn vị nào để nhập điều kiện.</Trans>
      </Note>
    );
  return (
    <>
      <SelectField
        label={<Trans>Danh hiệu</Trans>}
        name="kindId"
        value={said.kindId}
        disabled={shut}
        onChange={(kindId) => {
          onSay({ ...said, kindId });
        }}
        error={errorAt(refusal, 'kindId')}
      >
        <option value="">{t`Chọn danh hiệu`}</option>
        {titles.map((kind) => (
          <option key={kind.id} value={kind.id}>
            {named(kind)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={<Trans>Áp dụng cho người công tác tại</Trans>}
        hint={<Trans>Gồm cả các đơn vị trực thuộc.</Trans>}
        name="unitId"
        value={said.unitId}
        disabled={shut}
        onChange={(unitId) => {
          onSay({ ...said, unitId });
        }}
        error={errorAt(refusal, 'unitId')}
      >
        {units.map((unit) => (
          <option key={unit.id} value={unit.id}>
            {named(unit)}
          </option>
        ))}
      </SelectField>
    </>
  );
}

function Words({ said, onSay, refusal }: Saying) {
  return (
    <>
      <TextAreaField
        label={<Trans>Điều kiện mà hồ sơ không thể hiện</Trans>}
        hint={<Trans>Ví dụ: sáng kiến có khả năng nhân rộng. Trang đối chiếu nêu để người xét tự kiểm tra.</Trans>}
        name="unchecked"
        optional
        value={said.unchecked}
        onChange={(unchecked) => {
          onSay({ ...said, unchecked });
        }}
        error={errorAt(refusal, 'unchecked')}
      />
      <TextAreaField
        label={<Trans>Căn cứ</Trans>}
        hint={<Trans>Số, ngày và điều khoản của văn bản, như trong văn bản.</Trans>}
        name="legalBasis"
        value={said.legalBasis}
        onChange={(legalBasis) => {
          onSay({ ...said, legalBasis });
        }}
        error={errorAt(refusal, 'legalBasis')}
      />
    </>
  );
}
