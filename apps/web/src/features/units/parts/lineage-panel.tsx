import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { useAsk } from '../../../api/ask';
import { ActButton } from '../../../ui/act-button';
import { Button } from '../../../ui/button';
import { RadioField, SelectField, TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { day, named } from '../../../ui/format';
import { Icon } from '../../../ui/icon';
import { Send } from '../../../ui/icons';
import { Empty } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import { PickField, type Picked } from '../../../ui/pick-field';
import { LINEAGES, type LineageRow, RECORD_LINEAGE, REMOVE_LINEAGE, type UnitRow } from '../units.query';
import { useLineageKinds } from '../words';
import { useFindUnit } from './find-unit';
import styles from './units.module.css';

interface LineageProps {
  readonly unit: UnitRow;
  readonly own: readonly LineageRow[];
  readonly again: () => void;
}

/** What a unit came from and what became of it: before on the left, after on the right, with all that went the same way. */
export function LineagePanel({ unit, own, again }: LineageProps) {
  const neighbours = [...new Set(own.flatMap(({ from, to }) => [from.id, to.id]))];
  const asked = useAsk(LINEAGES, { unitIds: neighbours }, { pause: neighbours.length === 0 });
  const all = new Map([...own, ...(asked.data?.unitLineages ?? [])].map((row) => [row.id, row]));
  const days = [...new Set([...own].map(({ effectiveOn }) => effectiveOn))].sort();
  const [adding, setAdding] = useState(false);
  return (
    <Panel
      title={<Trans>Sắp xếp lại: trước và sau</Trans>}
      side={
        unit.canEdit &&
        !adding && (
          <Button
            size="small"
            onClick={() => {
              setAdding(true);
            }}
          >
            <Trans>Ghi việc sắp xếp</Trans>
          </Button>
        )
      }
    >
      {adding && (
        <RecordLineage
          unit={unit}
          onClose={(recorded) => {
            setAdding(false);
            if (recorded) again();
          }}
        />
      )}
      {own.length === 0 && !adding && (
        <Empty title={<Trans>Đơn vị này chưa qua lần sắp xếp nào</Trans>}>
          <p>
            <Trans>Khi một đơn vị sáp nhập hoặc chia tách, số liệu theo dõi đi tiếp theo những gì ghi ở đây.</Trans>
          </p>
        </Empty>
      )}
      {days.map((on) => (
        <Change key={on} on={on} here={unit.id} rows={[...all.values()].filter(({ effectiveOn }) => effectiveOn === on)} />
      ))}
      {own
        .filter(({ canRemove }) => canRemove)
        .map((row) => (
          <Recorded key={row.id} row={row} again={again} />
        ))}
    </Panel>
  );
}

/** One day's reorganisation around the unit, as far as it touches it or what it went with. */
function Change({ on, here, rows }: { readonly on: string; readonly here: string; readonly rows: readonly LineageRow[] }) {
  const { t } = useLingui();
  const kinds = useLineageKinds();
  const touched = new Set(rows.filter(({ from, to }) => from.id === here || to.id === here).map(({ to }) => to.id));
  const shown = rows.filter(({ to }) => touched.has(to.id));
  const after = [...new Map(shown.map(({ to }) => [to.id, to])).values()];
  return (
    <div className={styles.change}>
      <ul className={styles.side} aria-label={t`Trước ngày ${day(on)}`}>
        {shown.map(({ id, from, to, kind }) => (
          <li key={id} className={from.id === here ? styles.here : undefined}>
            <Link to="/units/$unitId" params={{ unitId: from.id }}>
              {named(from)}
            </Link>
            <span className="caption">
              {kinds[kind]}
              {after.length > 1 && <> → {named(to)}</>}
            </span>
          </li>
        ))}
      </ul>
      <p className={styles.day}>
        <Icon of={Send} size={20} />
        {day(on)}
      </p>
      <ul className={styles.side} aria-label={t`Từ ngày ${day(on)}`}>
        {after.map((to) => (
          <li key={to.id} className={to.id === here ? styles.here : undefined}>
            <Link to="/units/$unitId" params={{ unitId: to.id }}>
              {named(to)}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Recorded({ row, again }: { readonly row: LineageRow; readonly again: () => void }) {
  const { t } = useLingui();
  const kinds = useLineageKinds();
  const [from, to] = [named(row.from), named(row.to)];
  return (
    <div className={styles.line}>
      <span>
        {from} → {to}, {kinds[row.kind]}
      </span>
      <ActButton
        of={REMOVE_LINEAGE}
        size="small"
        name={t`Bỏ ghi nhận ${from} → ${to}`}
        title={<Trans>Bỏ ghi nhận</Trans>}
        act={<Trans>Bỏ ghi nhận</Trans>}
        keep={<Trans>Giữ nguyên</Trans>}
        reason={{ label: <Trans>Lý do</Trans>, path: 'reason' }}
        input={(reason) => ({ lineageId: row.id, reason })}
        onDone={again}
      >
        <Trans>
          Số liệu của {from} không còn tính tiếp cho {to}. Dùng khi ghi nhầm.
        </Trans>
      </ActButton>
    </div>
  );
}

function RecordLineage({ unit, onClose }: { readonly unit: UnitRow; readonly onClose: (recorded: boolean) => void }) {
  const { t } = useLingui();
  const kinds = useLineageKinds();
  const { run, busy, refusal, broken } = useAct(RECORD_LINEAGE);
  const [side, setSide] = useState<'from' | 'to'>('from');
  const [other, setOther] = useState<Picked | null>(null);
  const [kind, setKind] = useState<LineageRow['kind']>('WHOLE');
  const [effectiveOn, setEffectiveOn] = useState('');
  const name = named(unit);
  const send = async () => {
    const [fromId, toId] = side === 'from' ? [unit.id, other?.id ?? ''] : [other?.id ?? '', unit.id];
    const outcome = await run({ fromId, toId, kind, effectiveOn });
    if (outcome.kind === 'done') onClose(true);
  };
  return (
    <Form onSubmit={() => void send()} refusal={refusal} broken={broken}>
      <RadioField
        label={<Trans>{name} là đơn vị</Trans>}
        name="side"
        value={side}
        onChange={setSide}
        choices={[
          { value: 'from', label: t`trước khi sắp xếp` },
          { value: 'to', label: t`sau khi sắp xếp` },
        ]}
      />
      <PickField
        label={side === 'from' ? <Trans>Đơn vị sau</Trans> : <Trans>Đơn vị trước</Trans>}
        name={side === 'from' ? 'toId' : 'fromId'}
        value={other}
        onChange={setOther}
        useFind={useFindUnit}
        error={errorAt(refusal, side === 'from' ? 'toId' : 'fromId')}
      />
      <SelectField
        label={<Trans>Phần được chuyển sang</Trans>}
        name="kind"
        value={kind}
        onChange={(value) => {
          setKind(value as LineageRow['kind']);
        }}
        error={errorAt(refusal, 'kind')}
      >
        {Object.entries(kinds).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectField>
      <TextField
        label={<Trans>Ngày đầu theo cách sắp xếp mới</Trans>}
        name="effectiveOn"
        type="date"
        value={effectiveOn}
        onChange={setEffectiveOn}
        error={errorAt(refusal, 'effectiveOn')}
      />
      <FormActs>
        <Button type="submit" kind="primary" busy={busy}>
          <Trans>Ghi việc sắp xếp</Trans>
        </Button>
        <Button
          onClick={() => {
            onClose(false);
          }}
        >
          <Trans>Không ghi</Trans>
        </Button>
      </FormActs>
    </Form>
  );
}
