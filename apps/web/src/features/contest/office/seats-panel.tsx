import { Trans, useLingui } from '@lingui/react/macro';
import { useDeferredValue, useState } from 'react';
import { useAct } from '../../../api/act';
import { useAsk } from '../../../api/ask';
import { Button } from '../../../ui/button';
import { Confirm } from '../../../ui/confirm';
import { CheckField, RadioField, TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { day, named } from '../../../ui/format';
import { Panel } from '../../../ui/panel';
import { useToast } from '../../../ui/toast';
import { EditActs } from './edit-panel';
import styles from './office.module.css';
import { END_SEAT, SEAT_PERSON } from './setup.acts';
import { type ContestSetup, FIND_PEOPLE } from './setup.query';

type SeatRead = NonNullable<ContestSetup['seats']>[number];
type Kind = SeatRead['kind'];

const KINDS = ['ORGANISER', 'SECRETARY', 'JUDGE', 'LEADER'] as const;

function useSeatWords(): Readonly<Record<Kind, string>> {
  const { t } = useLingui();
  return { ORGANISER: t`Ban Tổ chức`, SECRETARY: t`Tổ thư ký`, JUDGE: t`Ban Giám khảo`, LEADER: t`Lãnh đạo` };
}

/** Who sits where in the contest, and who sat there. */
export function SeatsPanel({ of }: { readonly of: ContestSetup }) {
  const words = useSeatWords();
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<SeatRead | null>(null);
  const seats = of.seats;
  if (!seats) return null;
  const left = seats.filter(({ endedAt }) => endedAt !== null);
  return (
    <Panel
      title={<Trans>Ban Tổ chức, Tổ thư ký, Ban Giám khảo</Trans>}
      side={
        of.canSeat &&
        !adding && (
          <Button
            size="small"
            onClick={() => {
              setAdding(true);
            }}
          >
            <Trans>Thêm người</Trans>
          </Button>
        )
      }
    >
      {adding && (
        <AddSeat
          contestId={of.id}
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
      {KINDS.map((kind) => {
        const now = seats.filter((seat) => seat.kind === kind && seat.endedAt === null);
        return (
          now.length > 0 && (
            <div key={kind} className={styles.tail}>
              <h3>{words[kind]}</h3>
              <ul className={styles.list}>
                {now.map((seat) => (
                  <li key={seat.id}>
                    <div>
                      <p>
                        {seat.person.fullName}
                        {seat.chair && (
                          <>
                            {' '}
                            <Trans>(trưởng ban)</Trans>
                          </>
                        )}
                      </p>
                      <p className="caption">
                        <Trans>từ {day(seat.from)}</Trans>
                      </p>
                    </div>
                    {of.canSeat && (
                      <Button
                        size="small"
                        onClick={() => {
                          setEnding(seat);
                        }}
                      >
                        <Trans>Thôi giữ ghế</Trans>
                        <span className="visually-hidden"> {seat.person.fullName}</span>
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
            </div>
          )
        );
      })}
      {seats.length === 0 && (
        <p className="secondary">
          <Trans>Chưa có ai. Người có ghế trong cuộc thi không được đứng tên tác giả.</Trans>
        </p>
      )}
      {left.length > 0 && (
        <details className={styles.tail}>
          <summary>
            <Trans>Đã thôi: {left.length} người</Trans>
          </summary>
          <ul className={styles.list}>
            {left.map((seat) => (
              <li key={seat.id}>
                <div>
                  <p>
                    {seat.person.fullName}, {words[seat.kind]}
                  </p>
                  <p className="caption">
                    <Trans>
                      thôi từ {day(seat.endedAt ?? '')}: {seat.endReason}
                    </Trans>
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
      {ending && (
        <EndSeat
          seat={ending}
          onClose={() => {
            setEnding(null);
          }}
        />
      )}
    </Panel>
  );
}

interface Found {
  readonly id: string;
  readonly fullName: string;
}

const SHORTEST = 2;

function AddSeat({ contestId, onClose }: { readonly contestId: string; readonly onClose: () => void }) {
  const { t } = useLingui();
  const words = useSeatWords();
  const toast = useToast();
  const act = useAct(SEAT_PERSON);
  const [kind, setKind] = useState<Kind>('SECRETARY');
  const [chair, setChair] = useState(false);
  const [person, setPerson] = useState<Found | null>(null);
  const save = async () => {
    const outcome = await act.run({ contestId, personId: person?.id ?? '', kind, chair: kind === 'JUDGE' && chair });
    if (outcome.kind !== 'done') return;
    toast(<Trans>Đã ghi: {person?.fullName ?? ''}.</Trans>);
    onClose();
  };
  return (
    <Form onSubmit={() => void save()} refusal={act.refusal} broken={act.broken}>
      <RadioField<Kind>
        label={t`Vào`}
        name="kind"
        value={kind}
        onChange={setKind}
        error={errorAt(act.refusal, 'kind')}
        choices={KINDS.map((value) => ({ value, label: words[value] }))}
      />
      {kind === 'JUDGE' && <CheckField label={t`Là trưởng Ban Giám khảo`} name="chair" checked={chair} onChange={setChair} />}
      <ChoosePerson chosen={person} error={errorAt(act.refusal, 'personId')} onChoose={setPerson} />
      <FormActs>
        {person && <EditActs busy={act.busy} onClose={onClose} />}
        {!person && (
          <Button onClick={onClose}>
            <Trans>Thôi</Trans>
          </Button>
        )}
      </FormActs>
    </Form>
  );
}

interface ChoosePersonProps {
  readonly chosen: Found | null;
  readonly error: string | null;
  readonly onChoose: (person: Found | null) => void;
}

/** Somebody, found by part of a name. */
function ChoosePerson({ chosen, error, onChoose }: ChoosePersonProps) {
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const asked = useAsk(FIND_PEOPLE, { search }, { pause: search.length < SHORTEST });
  const found = search.length < SHORTEST ? [] : (asked.data?.people.edges ?? []);
  if (chosen)
    return (
      <p>
        <strong>{chosen.fullName}</strong>{' '}
        <Button
          size="small"
          onClick={() => {
            onChoose(null);
          }}
        >
          <Trans>Chọn người khác</Trans>
        </Button>
        {error && <span role="alert"> {error}</span>}
      </p>
    );
  return (
    <div>
      <TextField
        label={<Trans>Tìm theo họ tên</Trans>}
        hint={<Trans>Gõ từ hai chữ cái, có dấu hay không dấu đều được.</Trans>}
        name="personId"
        type="search"
        autoComplete="off"
        value={typed}
        onChange={setTyped}
        error={error}
      />
      <p role="status" className="caption">
        {search.length >= SHORTEST && !asked.busy && found.length === 0 && <Trans>Không tìm thấy ai.</Trans>}
      </p>
      <ul className={styles.list}>
        {found.map(({ node }) => (
          <li key={node.id}>
            <div>
              <p>{node.fullName}</p>
              {node.unit && <p className="caption">{named(node.unit)}</p>}
            </div>
            <Button
              size="small"
              onClick={() => {
                onChoose(node);
              }}
            >
              <Trans>Chọn</Trans>
              <span className="visually-hidden"> {node.fullName}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function EndSeat({ seat, onClose }: { readonly seat: SeatRead; readonly onClose: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const act = useAct(END_SEAT);
  return (
    <Confirm
      of={`endSeat ${seat.id}`}
      title={<Trans>{seat.person.fullName} thôi giữ ghế</Trans>}
      act={<Trans>Cho thôi giữ ghế</Trans>}
      keep={<Trans>Giữ nguyên</Trans>}
      reason={{ label: t`Lý do`, path: 'reason' }}
      {...act}
      onAct={(reason) => {
        void act.run({ seatId: seat.id, reason }).then(({ kind }) => {
          if (kind !== 'done') return;
          toast(<Trans>{seat.person.fullName} đã thôi giữ ghế.</Trans>);
          onClose();
        });
      }}
      onClose={onClose}
    >
      <p>
        <Trans>Những gì người này đã làm trong cuộc thi vẫn giữ nguyên. Phiếu chưa ký của giám khảo cần được giao cho người khác.</Trans>
      </p>
    </Confirm>
  );
}
