import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { ActButton } from '../../../ui/act-button';
import { CheckField, SelectField, TextField } from '../../../ui/field';
import { errorAt } from '../../../ui/form';
import { named } from '../../../ui/format';
import { DECLARE_ACHIEVEMENT, type TitleKindRow } from '../emulation.query';

/** What comes by itself is not declared. */
const BY_THEMSELVES: readonly string[] = ['PRIZE', 'RECOGNITION'];
const NOTHING = { kindId: '', year: '', decisionNumber: '', decidedOn: '', issuer: '', detail: '' };

/** Declares what oneself achieved, or that a title was not reached in a year. */
export function Declare({ kinds, again }: { readonly kinds: readonly TitleKindRow[]; readonly again: () => void }) {
  const { t } = useLingui();
  const [said, setSaid] = useState(NOTHING);
  const [without, setWithout] = useState(false);
  const set = (key: keyof typeof NOTHING) => (value: string) => {
    setSaid({ ...said, [key]: value });
  };
  return (
    <ActButton
      of={DECLARE_ACHIEVEMENT}
      kind="primary"
      title={<Trans>Kê khai thành tích</Trans>}
      label={<Trans>Kê khai thành tích</Trans>}
      act={<Trans>Kê khai</Trans>}
      keep={<Trans>Chưa kê khai</Trans>}
      destructive={false}
      input={() => ({
        ...{ kindId: said.kindId, year: Number(said.year), without, detail: said.detail || null },
        ...{ decisionNumber: said.decisionNumber || null, decidedOn: said.decidedOn || null, issuer: said.issuer || null },
      })}
      said={<Trans>Đã kê khai; thủ trưởng đơn vị xác nhận.</Trans>}
      onDone={() => {
        setSaid(NOTHING);
        setWithout(false);
        again();
      }}
    >
      {(refusal) => (
        <>
          <SelectField
            label={<Trans>Danh hiệu</Trans>}
            name="kindId"
            value={said.kindId}
            onChange={set('kindId')}
            error={errorAt(refusal, 'kindId')}
          >
            <option value="">{t`Chọn danh hiệu`}</option>
            {kinds
              .filter(({ kindCode }) => !BY_THEMSELVES.includes(kindCode))
              .map((kind) => (
                <option key={kind.id} value={kind.id}>
                  {named(kind)}
                </option>
              ))}
          </SelectField>
          <TextField
            label={<Trans>Năm</Trans>}
            name="year"
            inputMode="numeric"
            value={said.year}
            onChange={set('year')}
            error={errorAt(refusal, 'year')}
          />
          <CheckField label={<Trans>Năm này không đạt danh hiệu</Trans>} name="without" checked={without} onChange={setWithout} />
          {!without && <Decision {...{ said, set, refusal }} />}
        </>
      )}
    </ActButton>
  );
}

interface DecisionProps {
  readonly said: typeof NOTHING;
  readonly set: (key: keyof typeof NOTHING) => (value: string) => void;
  readonly refusal: Parameters<typeof errorAt>[0];
}

function Decision({ said, set, refusal }: DecisionProps) {
  return (
    <>
      <TextField
        label={<Trans>Số quyết định</Trans>}
        name="decisionNumber"
        value={said.decisionNumber}
        onChange={set('decisionNumber')}
        error={errorAt(refusal, 'decisionNumber')}
      />
      <TextField
        label={<Trans>Ngày quyết định</Trans>}
        name="decidedOn"
        type="date"
        value={said.decidedOn}
        onChange={set('decidedOn')}
        error={errorAt(refusal, 'decidedOn')}
      />
      <TextField
        label={<Trans>Cơ quan quyết định</Trans>}
        name="issuer"
        value={said.issuer}
        onChange={set('issuer')}
        error={errorAt(refusal, 'issuer')}
      />
      <TextField
        label={<Trans>Nội dung cụ thể</Trans>}
        optional
        name="detail"
        value={said.detail}
        onChange={set('detail')}
        error={errorAt(refusal, 'detail')}
      />
    </>
  );
}
