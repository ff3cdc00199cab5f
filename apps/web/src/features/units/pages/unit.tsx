import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { useAsk } from '../../../api/ask';
import { ActButton } from '../../../ui/act-button';
import { Bar } from '../../../ui/bar';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { day, named } from '../../../ui/format';
import { Answer, Empty } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { LineagePanel } from '../parts/lineage-panel';
import { UnitFields, inputOf, typedOf } from '../parts/unit-fields';
import styles from '../parts/units.module.css';
import { CLOSE_UNIT, EDIT_UNIT, UNIT, type UnitRow } from '../units.query';
import { useUnitKinds } from '../words';

interface UnitProps {
  readonly unit: UnitRow;
  readonly again: () => void;
}

/** One unit: what it is called, from when to when, what it came from and what became of it. */
export function Page() {
  const { t } = useLingui();
  const { unitId } = useParams({ from: '/inside/units/$unitId' });
  const asked = useAsk(UNIT, { id: unitId });
  const unit = asked.data?.unit;
  const title = unit ? named(unit) : t`Đơn vị`;
  return (
    <>
      <Bar crumbs={[{ label: t`Đơn vị`, link: { to: '/units' } }, { label: title }]} />
      <PageHead title={title} />
      <Answer of={asked}>
        {(data) =>
          data.unit ? (
            <div className={styles.page}>
              <Facts unit={data.unit} again={asked.again} />
              <LineagePanel unit={data.unit} own={data.unitLineage.edges.map(({ node }) => node)} again={asked.again} />
            </div>
          ) : (
            <Empty title={<Trans>Không có đơn vị này</Trans>} />
          )
        }
      </Answer>
    </>
  );
}

function Facts({ unit, again }: UnitProps) {
  const kinds = useUnitKinds();
  const [editing, setEditing] = useState(false);
  if (editing)
    return (
      <EditUnit
        unit={unit}
        onClose={(changed) => {
          setEditing(false);
          if (changed) again();
        }}
      />
    );
  return (
    <Panel
      title={<Trans>Thông tin</Trans>}
      side={
        unit.canEdit && (
          <span className={styles.acts}>
            <Button
              size="small"
              onClick={() => {
                setEditing(true);
              }}
            >
              <Trans>Sửa</Trans>
            </Button>
            {unit.validTo === null && <CloseUnit unit={unit} again={again} />}
          </span>
        )
      }
    >
      <dl className={styles.facts}>
        <dt>
          <Trans>Loại</Trans>
        </dt>
        <dd>{kinds[unit.kind]}</dd>
        <dt>
          <Trans>Mã thống kê</Trans>
        </dt>
        <dd className="num">{unit.statisticsCode ?? '–'}</dd>
        <dt>
          <Trans>Viết tắt</Trans>
        </dt>
        <dd>{unit.abbreviation ?? '–'}</dd>
        <dt>
          <Trans>Thời gian tồn tại</Trans>
        </dt>
        <dd>
          {unit.validTo === null ? (
            <Trans>từ {day(unit.validFrom)}</Trans>
          ) : (
            <Trans>
              {day(unit.validFrom)} – {day(unit.validTo)}
            </Trans>
          )}
        </dd>
      </dl>
    </Panel>
  );
}

function EditUnit({ unit, onClose }: { readonly unit: UnitRow; readonly onClose: (changed: boolean) => void }) {
  const { run, busy, refusal, broken } = useAct(EDIT_UNIT);
  const [typed, setTyped] = useState(typedOf(unit));
  const save = async () => {
    const { kind } = await run({ ...inputOf(typed), unitId: unit.id, version: unit.version });
    if (kind === 'done') onClose(true);
  };
  return (
    <Panel title={<Trans>Sửa thông tin</Trans>}>
      <Form onSubmit={() => void save()} refusal={refusal} broken={broken}>
        <UnitFields typed={typed} onChange={setTyped} refusal={refusal} />
        <FormActs>
          <Button type="submit" kind="primary" busy={busy}>
            <Trans>Lưu</Trans>
          </Button>
          <Button
            onClick={() => {
              onClose(false);
            }}
          >
            <Trans>Không sửa</Trans>
          </Button>
        </FormActs>
      </Form>
    </Panel>
  );
}

function CloseUnit({ unit, again }: UnitProps) {
  const [validTo, setValidTo] = useState('');
  const name = named(unit);
  return (
    <ActButton
      of={CLOSE_UNIT}
      size="small"
      kind="destructive"
      title={<Trans>Ghi ngày cuối của {name}</Trans>}
      label={<Trans>Ghi ngày cuối</Trans>}
      act={<Trans>Ghi ngày cuối</Trans>}
      keep={<Trans>Giữ nguyên</Trans>}
      reason={{ label: <Trans>Lý do</Trans>, path: 'reason' }}
      input={(reason) => ({ unitId: unit.id, version: unit.version, validTo, reason })}
      onDone={again}
    >
      {(refusal) => (
        <>
          <p>
            <Trans>Sau ngày này đơn vị không còn trong danh sách. Đơn vị tiếp nhận được ghi ở phần sắp xếp lại, bên dưới.</Trans>
          </p>
          <TextField
            label={<Trans>Ngày cuối</Trans>}
            name="validTo"
            type="date"
            value={validTo}
            onChange={setValidTo}
            error={errorAt(refusal, 'validTo')}
          />
        </>
      )}
    </ActButton>
  );
}
