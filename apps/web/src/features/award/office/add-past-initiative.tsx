import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { RadioField, SelectField, TextField } from '../../../ui/field';
import { ErrorSummary, errorAt } from '../../../ui/form';
import { named } from '../../../ui/format';
import { Broken } from '../../../ui/note';
import { PickField, type Picked } from '../../../ui/pick-field';
import { useToast } from '../../../ui/toast';
import { useFindPerson, useFindUnit } from './find';
import styles from './past.module.css';
import { type PastContestRead, RECORD_PAST_INITIATIVE } from './past.query';

interface Author {
  readonly person: Picked;
  readonly share: string;
}

/** An initiative of a past contest: whose it is, by whom, and what it is called. */
export function AddPastInitiative({
  contest,
  onDone,
  onClose,
}: {
  readonly contest: PastContestRead;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useLingui();
  const toast = useToast();
  const [title, setTitle] = useState('');
  const [areaId, setAreaId] = useState(contest.areas[0]?.id ?? '');
  const [unit, setUnit] = useState<Picked | null>(null);
  const [authors, setAuthors] = useState<readonly Author[]>([]);
  const [track, setTrack] = useState<'INDIVIDUAL' | 'GROUP' | null>(null);
  const [wanting, setWanting] = useState(false);
  const { run, busy, refusal, broken } = useAct(RECORD_PAST_INITIATIVE);
  const tracks = contest.prizePlan.some((tier) => tier.track !== null);
  const save = async () => {
    if (!unit || title.trim() === '' || (tracks && track === null)) {
      setWanting(true);
      return;
    }
    const { kind } = await run({
      contestId: contest.id,
      ...{ title, areaId, ownerUnitId: unit.id, illustrative: false, track },
      authors: authors.map(({ person, share }, at) => ({ personId: person.id, share: share.replace(',', '.') || '0', lead: at === 0 })),
    });
    if (kind !== 'done') return;
    toast(<Trans>Đã thêm sáng kiến.</Trans>);
    onDone();
  };
  return (
    <Dialog
      wide
      title={<Trans>Thêm sáng kiến của cuộc thi {contest.year}</Trans>}
      onClose={onClose}
      acts={
        <>
          <Button size="large" onClick={onClose}>
            <Trans>Không thêm</Trans>
          </Button>
          <Button size="large" kind="primary" busy={busy} onClick={() => void save()}>
            <Trans>Thêm sáng kiến</Trans>
          </Button>
        </>
      }
    >
      {refusal && <ErrorSummary refusal={refusal} />}
      {broken && <Broken error={broken} />}
      <TextField
        label={t`Tên sáng kiến`}
        name="title"
        value={title}
        onChange={setTitle}
        error={errorAt(refusal, 'title') ?? (wanting && title.trim() === '' ? t`Cần có tên sáng kiến` : null)}
      />
      <SelectField label={t`Lĩnh vực`} name="areaId" value={areaId} onChange={setAreaId} error={errorAt(refusal, 'areaId')}>
        {contest.areas.map((area) => (
          <option key={area.id} value={area.id}>
            {named(area)}
          </option>
        ))}
      </SelectField>
      <PickField
        label={t`Đơn vị`}
        name="ownerUnitId"
        value={unit}
        onChange={setUnit}
        useFind={useFindUnit}
        error={errorAt(refusal, 'ownerUnitId') ?? (wanting && !unit ? t`Cần chọn đơn vị` : null)}
      />
      {tracks && (
        <RadioField<'INDIVIDUAL' | 'GROUP'>
          label={t`Bảng`}
          name="track"
          value={track}
          onChange={setTrack}
          error={errorAt(refusal, 'track') ?? (wanting && track === null ? t`Cần chọn bảng` : null)}
          choices={[
            { value: 'INDIVIDUAL', label: t`Cá nhân` },
            { value: 'GROUP', label: t`Nhóm tác giả` },
          ]}
        />
      )}
      {authors.map(({ person, share }, at) => (
        <div key={person.id} className={styles.author}>
          <p>
            <strong>{person.label}</strong> {person.caption && <span className="caption">{person.caption}</span>}{' '}
            {at === 0 && (
              <span className="caption">
                <Trans>tác giả chính</Trans>
              </span>
            )}
          </p>
          <TextField
            label={t`Tỷ lệ đóng góp (%)`}
            name={`authors.${String(at)}.share`}
            inputMode="decimal"
            value={share}
            onChange={(next) => {
              setAuthors(authors.map((author, place) => (place === at ? { ...author, share: next } : author)));
            }}
            error={errorAt(refusal, `authors.${String(at)}.share`)}
          />
          <Button
            size="small"
            onClick={() => {
              setAuthors(authors.filter((_, place) => place !== at));
            }}
          >
            <Trans>Bỏ tác giả này</Trans>
          </Button>
        </div>
      ))}
      <PickField
        label={t`Thêm tác giả`}
        name="authors"
        value={null}
        onChange={(person) => {
          if (person && !authors.some((author) => author.person.id === person.id))
            setAuthors([...authors, { person, share: authors.length === 0 ? '100' : '' }]);
        }}
        useFind={useFindPerson}
        error={errorAt(refusal, 'authors')}
      />
    </Dialog>
  );
}
