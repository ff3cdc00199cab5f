import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { ActButton } from '../../../ui/act-button';
import { Button } from '../../../ui/button';
import { CheckField, TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { day, named } from '../../../ui/format';
import { Empty } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import { PickField, type Picked } from '../../../ui/pick-field';
import styles from './admin.module.css';
import { today } from '../../../ui/today';
import { ADD_POSITION, END_POSITION, type PersonRow } from './people.query';
import { useFindUnit } from './unit-choice';

interface PositionsProps {
  readonly person: PersonRow;
  readonly again: () => void;
}

type Position = PersonRow['positions'][number];

/** What somebody is, in which unit and when. */
export function PositionsPanel({ person, again }: PositionsProps) {
  const [adding, setAdding] = useState(false);
  return (
    <Panel
      title={<Trans>Chức vụ</Trans>}
      side={
        person.canManage &&
        !adding && (
          <Button
            size="small"
            onClick={() => {
              setAdding(true);
            }}
          >
            <Trans>Thêm chức vụ</Trans>
          </Button>
        )
      }
    >
      {adding && (
        <AddPosition
          personId={person.id}
          onClose={(added) => {
            setAdding(false);
            if (added) again();
          }}
        />
      )}
      {person.positions.length === 0 && !adding && <Empty title={<Trans>Chưa ghi chức vụ nào</Trans>} />}
      {person.positions.map((position) => (
        <div key={position.id} className={styles.row}>
          <div>
            <strong>{named({ nameVi: position.titleVi, nameEn: position.titleEn })}</strong>
            <span className="caption">
              {named(position.unit)}
              {position.heads && (
                <>
                  {' · '}
                  <Trans>thủ trưởng, xác nhận hồ sơ của đơn vị</Trans>
                </>
              )}
            </span>
          </div>
          <span className="no-break">
            {position.to === null ? (
              <Trans>từ {day(position.from)}</Trans>
            ) : (
              <Trans>
                {day(position.from)} – {day(position.to)}
              </Trans>
            )}
          </span>
          {position.canEnd && <EndPosition position={position} again={again} />}
        </div>
      ))}
    </Panel>
  );
}

function EndPosition({
  position: { id: positionId, titleVi, titleEn },
  again,
}: {
  readonly position: Position;
  readonly again: () => void;
}) {
  const { t } = useLingui();
  const [to, setTo] = useState(today());
  const title = named({ nameVi: titleVi, nameEn: titleEn });
  return (
    <ActButton
      of={END_POSITION}
      size="small"
      name={t`Thôi chức vụ ${title}`}
      title={<Trans>Thôi chức vụ {title}</Trans>}
      act={<Trans>Thôi chức vụ</Trans>}
      keep={<Trans>Giữ nguyên</Trans>}
      destructive={false}
      input={() => ({ positionId, to })}
      onDone={again}
    >
      {(refusal) => (
        <TextField label={<Trans>Ngày cuối</Trans>} name="to" type="date" value={to} onChange={setTo} error={errorAt(refusal, 'to')} />
      )}
    </ActButton>
  );
}

function AddPosition({ personId, onClose }: { readonly personId: string; readonly onClose: (added: boolean) => void }) {
  const { run, busy, refusal, broken } = useAct(ADD_POSITION);
  const [unit, setUnit] = useState<Picked | null>(null);
  const [typed, setTyped] = useState({ titleVi: '', titleEn: '', from: today(), heads: false });
  const set = (part: Partial<typeof typed>) => {
    setTyped({ ...typed, ...part });
  };
  const send = async () => {
    const { kind } = await run({ personId, unitId: unit?.id ?? '', ...typed, to: null });
    if (kind === 'done') onClose(true);
  };
  return (
    <Form onSubmit={() => void send()} refusal={refusal} broken={broken}>
      <PickField
        label={<Trans>Đơn vị</Trans>}
        name="unitId"
        value={unit}
        onChange={setUnit}
        useFind={useFindUnit}
        error={errorAt(refusal, 'unitId')}
      />
      <TextField
        label={<Trans>Chức vụ</Trans>}
        name="titleVi"
        value={typed.titleVi}
        onChange={(titleVi) => {
          set({ titleVi });
        }}
        error={errorAt(refusal, 'titleVi')}
      />
      <TextField
        label={<Trans>Chức vụ bằng tiếng Anh</Trans>}
        name="titleEn"
        value={typed.titleEn}
        onChange={(titleEn) => {
          set({ titleEn });
        }}
        error={errorAt(refusal, 'titleEn')}
      />
      <TextField
        label={<Trans>Từ ngày</Trans>}
        name="from"
        type="date"
        value={typed.from}
        onChange={(from) => {
          set({ from });
        }}
        error={errorAt(refusal, 'from')}
      />
      <CheckField
        label={<Trans>Là thủ trưởng: xác nhận hồ sơ của đơn vị</Trans>}
        name="heads"
        checked={typed.heads}
        onChange={(heads) => {
          set({ heads });
        }}
      />
      <FormActs>
        <Button type="submit" kind="primary" busy={busy}>
          <Trans>Thêm chức vụ</Trans>
        </Button>
        <Button
          onClick={() => {
            onClose(false);
          }}
        >
          <Trans>Không thêm</Trans>
        </Button>
      </FormActs>
    </Form>
  );
}
