import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { useAsk } from '../../../api/ask';
import { Button } from '../../../ui/button';
import { CheckField } from '../../../ui/field';
import { ErrorSummary } from '../../../ui/form';
import { named, number } from '../../../ui/format';
import { Answer, Broken, Note } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import { Tag } from '../../../ui/state-mark';
import { useToast } from '../../../ui/toast';
import { Tie } from '../conflict-words';
import { type Picked } from '../../../ui/pick-field';
import { PersonFinder } from './finder';
import { CONFLICT_CHECK, type Checked, INVITE } from './jury-invitations.query';
import styles from './office.module.css';

/** Somebody is looked for, what they could not judge is seen, and only then they are asked. */
export function Invite({ contestId, onDone }: { readonly contestId: string; readonly onDone: () => void }) {
  const [person, setPerson] = useState<Picked | null>(null);
  return (
    <Panel title={<Trans>Mời giám khảo</Trans>}>
      <div className={styles.stack}>
        <PersonFinder name="personId" label={<Trans>Tìm người theo họ tên</Trans>} value={person} onChange={setPerson} />
        {person && (
          <Candidate
            key={person.id}
            contestId={contestId}
            personId={person.id}
            onDone={() => {
              setPerson(null);
              onDone();
            }}
          />
        )}
      </div>
    </Panel>
  );
}

interface CandidateProps {
  readonly contestId: string;
  readonly personId: string;
  readonly onDone: () => void;
}

function Candidate({ contestId, personId, onDone }: CandidateProps) {
  const asked = useAsk(CONFLICT_CHECK, { contestId, personId });
  return (
    <Answer of={asked} rows={3}>
      {({ conflictCheck }) =>
        conflictCheck ? (
          <>
            <Findings checked={conflictCheck} />
            <Sending contestId={contestId} checked={conflictCheck} onDone={onDone} />
          </>
        ) : (
          <Note tone="soon">
            <Trans>Không xem được người này trong phạm vi của cuộc thi.</Trans>
          </Note>
        )
      }
    </Answer>
  );
}

/** What the records say of them, before anything is sent. */
function Findings({ checked: { author, heads, initiatives, conflicts } }: { readonly checked: Checked }) {
  const left = conflicts.totalCount - conflicts.edges.length;
  return (
    <section aria-live="polite" className={styles.stack}>
      <Note tone={initiatives > 0 || author ? 'soon' : 'done'}>
        <p>
          <Plural
            value={initiatives}
            _0="Chưa thấy xung đột lợi ích với sáng kiến nào."
            one="Không chấm được # sáng kiến vì xung đột lợi ích."
            other="Không chấm được # sáng kiến vì xung đột lợi ích."
          />{' '}
          <Trans>Kiểm tra này chỉ đọc hồ sơ, chưa ghi và chưa gửi gì.</Trans>
        </p>
        {author && (
          <p>
            <Trans>Là tác giả của một sáng kiến dự thi nên không thể là giám khảo.</Trans>
          </p>
        )}
        {heads.map((unit) => (
          <p key={unit.id}>
            <Trans>
              Đứng đầu {named(unit)}; đơn vị này gửi {number(unit.initiatives)} sáng kiến dự thi.
            </Trans>
          </p>
        ))}
      </Note>
      {conflicts.edges.length > 0 && (
        <ul>
          {conflicts.edges.map(({ node }) => (
            <li key={node.id} className={styles.row}>
              <p>
                <b className="num no-break">{node.initiative.receiptNumber}</b> {node.initiative.title}
              </p>
              <p className={styles.tags}>
                <Tag tone="soon">
                  <Tie type={node.type} />
                </Tag>
                <span className="caption">{named(node.owner)}</span>
              </p>
            </li>
          ))}
        </ul>
      )}
      {left > 0 && (
        <p className="caption">
          <Trans>Còn {number(left)} dòng nữa.</Trans>
        </p>
      )}
    </section>
  );
}

function Sending({ contestId, checked, onDone }: { readonly contestId: string; readonly checked: Checked; readonly onDone: () => void }) {
  const { run, busy, refusal, broken } = useAct(INVITE);
  const [chair, setChair] = useState(false);
  const toast = useToast();
  const { id: personId, fullName, whyNotInvite } = checked;
  return (
    <>
      {refusal && <ErrorSummary refusal={refusal} />}
      {broken && <Broken error={broken} />}
      {whyNotInvite && (
        <p id="why-not-invite" className="secondary">
          {whyNotInvite.message}
        </p>
      )}
      {!whyNotInvite && <CheckField name="chair" label={<Trans>Mời làm Trưởng Ban Giám khảo</Trans>} checked={chair} onChange={setChair} />}
      <div className={styles.acts}>
        <Button
          kind="primary"
          busy={busy}
          shut={whyNotInvite ? 'why-not-invite' : false}
          onClick={() => {
            void run({ contestId, personId, chair }).then(({ kind }) => {
              if (kind !== 'done') return;
              toast(<Trans>Đã gửi lời mời cho {fullName}</Trans>);
              onDone();
            });
          }}
        >
          <Trans>Gửi lời mời cho {fullName}</Trans>
        </Button>
      </div>
    </>
  );
}
