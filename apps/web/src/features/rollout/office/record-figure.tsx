import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { useWhole } from '../../../api/ask-whole';
import { Button } from '../../../ui/button';
import { CheckField, SelectField, TextAreaField, TextField } from '../../../ui/field';
import { Form, FormActs, fieldProps } from '../../../ui/form';
import { named } from '../../../ui/format';
import { Panel } from '../../../ui/panel';
import { useToast } from '../../../ui/toast';
import { RECORD_FIGURE } from '../figure.query';
import { sentNumber } from '../report-fields';
import { ROLLOUT_COMMUNES, type RolloutRead } from './rollout.query';

interface RecordProps {
  readonly indicator: RolloutRead['indicators'][number];
  readonly of: RolloutRead;
  /** The units that have figures already: those of today too, which none of the roll-out’s own is. */
  readonly counted: readonly RolloutRead['leadUnit'][];
  /** The one that is looked at. */
  readonly unit: string | undefined;
  readonly again: () => void;
}

const BLANK = {
  unitId: '',
  startsOn: '',
  endsOn: '',
  value: '',
  numerator: '',
  denominator: '',
  sourceKind: '',
  source: '',
  note: '',
  jumpReason: '',
};

const TYPED_SOURCES = ['PRESS', 'INSPECTION', 'OTHER'] as const;

/** What the press or an inspection says; it stands beside what others say. */
export function RecordFigure(props: RecordProps) {
  const [isOpen, setOpen] = useState(false);
  return isOpen ? (
    <Type
      {...props}
      onClose={() => {
        setOpen(false);
      }}
    />
  ) : (
    <p>
      <Button
        onClick={() => {
          setOpen(true);
        }}
      >
        <Trans>Ghi số liệu của nguồn khác</Trans>
      </Button>
    </p>
  );
}

function Type({ indicator, of, counted, unit, again, onClose }: RecordProps & { readonly onClose: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const act = useAct(RECORD_FIGURE);
  const { data } = useWhole(ROLLOUT_COMMUNES, { rolloutId: of.id, first: 100 }, 'adoptions');
  const [typed, setTyped] = useState({ ...BLANK, unitId: unit ?? '' });
  const [verified, setVerified] = useState(false);
  const { refusal } = act;
  const field = fieldProps(typed, setTyped, refusal);
  const record = async () => {
    const { unitId, startsOn, endsOn, source } = typed;
    const sourceKind = TYPED_SOURCES.find((kind) => kind === typed.sourceKind) ?? null;
    const numbers = { value: sentNumber(typed.value), numerator: sentNumber(typed.numerator), denominator: sentNumber(typed.denominator) };
    const words = { source, sourceKind, note: typed.note.trim() || null, jumpReason: typed.jumpReason.trim() || null };
    const { kind } = await act.run({ indicatorId: indicator.id, unitId, startsOn, endsOn, ...numbers, ...words, verified });
    if (kind !== 'done') return;
    toast(<Trans>Đã ghi số liệu.</Trans>);
    onClose();
    again();
  };
  const units = [...(data?.adoptions.edges ?? []).map(({ node }) => node.unit), ...counted];
  const choices = [...new Map(units.map((one) => [one.id, one])).values()];
  const isReady = typed.unitId !== '' && typed.startsOn !== '' && typed.endsOn !== '' && typed.sourceKind !== '';
  return (
    <Panel title={<Trans>Ghi số liệu của nguồn khác</Trans>}>
      <Form onSubmit={() => void record()} refusal={refusal} broken={act.broken}>
        <SelectField label={<Trans>Đơn vị</Trans>} {...field('unitId')}>
          <option value="">{t`Chọn đơn vị`}</option>
          {choices.map((one) => (
            <option key={one.id} value={one.id}>
              {named(one)}
            </option>
          ))}
        </SelectField>
        <TextField label={<Trans>Số liệu từ ngày</Trans>} type="date" {...field('startsOn')} />
        <TextField label={<Trans>Đến hết ngày</Trans>} type="date" {...field('endsOn')} />
        {indicator.aggregation === 'RATIO' ? (
          <>
            <TextField label={<Trans>Tử số</Trans>} inputMode="decimal" {...field('numerator')} />
            <TextField label={<Trans>Mẫu số</Trans>} inputMode="decimal" {...field('denominator')} />
          </>
        ) : (
          <TextField label={named({ nameVi: indicator.unitVi, nameEn: indicator.unitEn })} inputMode="decimal" {...field('value')} />
        )}
        <SelectField label={<Trans>Loại nguồn</Trans>} {...field('sourceKind')}>
          <option value="">{t`Chọn loại nguồn`}</option>
          <option value="PRESS">{t`Báo chí`}</option>
          <option value="INSPECTION">{t`Đoàn kiểm tra`}</option>
          <option value="OTHER">{t`Nguồn khác`}</option>
        </SelectField>
        <TextField
          label={<Trans>Nguồn</Trans>}
          hint={<Trans>Báo nào, ngày nào; đoàn kiểm tra nào, biên bản số mấy.</Trans>}
          {...field('source')}
        />
        <TextAreaField label={<Trans>Ghi chú</Trans>} optional {...field('note')} rows={2} />
        <TextAreaField
          label={<Trans>Giải trình khi số liệu khác thường</Trans>}
          hint={<Trans>Cần khi gấp hơn năm lần, hoặc chưa bằng một phần năm mức thường có.</Trans>}
          optional
          {...field('jumpReason')}
          rows={2}
        />
        <CheckField label={t`Đã đối chiếu với nguồn`} name="verified" checked={verified} onChange={setVerified} />
        <FormActs>
          <Button type="submit" kind="primary" busy={act.busy} shut={isReady ? false : 'figure-lacks'}>
            <Trans>Ghi số liệu</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Không ghi</Trans>
          </Button>
          {!isReady && (
            <span className="caption" id="figure-lacks">
              <Trans>Cần chọn đơn vị, kỳ số liệu và loại nguồn.</Trans>
            </span>
          )}
        </FormActs>
      </Form>
    </Panel>
  );
}
