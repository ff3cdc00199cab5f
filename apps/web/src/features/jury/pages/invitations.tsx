import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { useWhole } from '../../../api/ask-whole';
import { Bar } from '../../../ui/bar';
import { Button, LinkButton } from '../../../ui/button';
import { Confirm } from '../../../ui/confirm';
import { dayAndClock, named, titled } from '../../../ui/format';
import { Check, Clock } from '../../../ui/icons';
import { Answer, Broken, Empty, Note } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { StateMark, Tag } from '../../../ui/state-mark';
import styles from '../conflict-list.module.css';
import { ACCEPT, DECLINE, INVITATIONS, type InvitationRow, MY_CONFLICTS } from '../invitations.query';

/** Juries one is asked onto: what one could not judge, accept in one press, or decline with a reason. */
export function Page() {
  const { t } = useLingui();
  const asked = useWhole(INVITATIONS, {}, 'myInvitations');
  return (
    <>
      <Bar crumbs={[{ label: t`Việc của tôi`, link: { to: '/home' } }, { label: t`Lời mời chấm` }]} />
      <PageHead title={t`Lời mời chấm`} />
      <Answer of={asked}>
        {({ myInvitations: { edges } }) => (
          <Panel flush>
            {edges.length === 0 ? (
              <Empty title={<Trans>Chưa có lời mời nào</Trans>}>
                <p>
                  <Trans>Lời mời hiện ở đây khi Phòng Nội vụ mời tham gia Ban Giám khảo.</Trans>
                </p>
              </Empty>
            ) : (
              <ul>
                {edges.map(({ node }) => (
                  <Invitation key={node.id} invitation={node} onChange={asked.again} />
                ))}
              </ul>
            )}
          </Panel>
        )}
      </Answer>
      <div className={styles.apart}>
        <ConflictsNote />
      </div>
    </>
  );
}

function ConflictsNote() {
  const { data } = useWhole(MY_CONFLICTS, {}, 'myConflicts');
  const standing = data?.myConflicts.edges.filter(({ node }) => node.active).length ?? 0;
  return (
    <Note>
      <p>
        <Plural
          value={standing}
          _0="Chưa thấy sáng kiến nào mà ông/bà không thể chấm vì xung đột lợi ích."
          one="Có # sáng kiến ông/bà không chấm vì xung đột lợi ích; các sáng kiến ấy không được phân công cho ông/bà."
          other="Có # sáng kiến ông/bà không chấm vì xung đột lợi ích; các sáng kiến ấy không được phân công cho ông/bà."
        />{' '}
        <Link to="/me/conflicts">
          <Trans>Xem và giải trình</Trans>
        </Link>
      </p>
    </Note>
  );
}

function Invitation({ invitation, onChange }: { readonly invitation: InvitationRow; readonly onChange: () => void }) {
  const accept = useAct(ACCEPT);
  const { id, version, state, chair, canAnswer } = invitation;
  return (
    <li className={styles.row}>
      <h2>{titled(invitation.contest)}</h2>
      <p className={styles.tags}>
        <span className="secondary">{named(invitation.host)}</span>
        {chair && (
          <Tag tone="ink">
            <Trans>Trưởng Ban Giám khảo</Trans>
          </Tag>
        )}
        <StateMark
          tone={state === 'INVITED' ? 'soon' : state === 'ACCEPTED' ? 'done' : 'plain'}
          icon={state === 'ACCEPTED' ? Check : Clock}
        >
          {state === 'INVITED' && <Trans>Mời lúc {dayAndClock(invitation.invitedAt)}</Trans>}
          {state === 'ACCEPTED' && <Trans>Đã nhận lời {invitation.answeredAt && dayAndClock(invitation.answeredAt)}</Trans>}
          {state === 'DECLINED' && <Trans>Đã từ chối</Trans>}
          {state === 'WITHDRAWN' && <Trans>Đã thu hồi</Trans>}
        </StateMark>
      </p>
      {invitation.reason && <p className="secondary">{invitation.reason}</p>}
      {accept.refusal && <Note tone="late">{accept.refusal.message}</Note>}
      {accept.broken && <Broken error={accept.broken} />}
      {canAnswer && (
        <div className={styles.acts}>
          <Button
            kind="primary"
            size="large"
            busy={accept.busy}
            onClick={() => {
              void accept.run({ invitationId: id, version }).then(onChange);
            }}
          >
            <Trans>Nhận lời chấm</Trans>
          </Button>
          <Declining invitation={invitation} onDone={onChange} />
        </div>
      )}
      {state === 'ACCEPTED' && (
        <LinkButton to="/judging">
          <Trans>Đến phiếu chấm của tôi</Trans>
        </LinkButton>
      )}
    </li>
  );
}

function Declining({ invitation, onDone }: { readonly invitation: InvitationRow; readonly onDone: () => void }) {
  const [open, setOpen] = useState(false);
  const { run, busy, refusal, broken } = useAct(DECLINE);
  return (
    <>
      <Button
        size="large"
        onClick={() => {
          setOpen(true);
        }}
      >
        <Trans>Từ chối lời mời…</Trans>
      </Button>
      {open && (
        <Confirm
          of={`declineInvitation ${invitation.id}`}
          title={<Trans>Từ chối lời mời chấm</Trans>}
          act={<Trans>Từ chối lời mời</Trans>}
          keep={<Trans>Chưa từ chối</Trans>}
          reason={{ label: <Trans>Lý do</Trans>, path: 'reason' }}
          busy={busy}
          refusal={refusal}
          broken={broken}
          onClose={() => {
            setOpen(false);
          }}
          onAct={(reason) => {
            void run({ invitationId: invitation.id, version: invitation.version, reason }).then(({ kind }) => {
              if (kind !== 'done') return;
              setOpen(false);
              onDone();
            });
          }}
        >
          <p>
            <Trans>Ban Tổ chức đọc lý do và mời giám khảo khác.</Trans>
          </p>
        </Confirm>
      )}
    </>
  );
}
