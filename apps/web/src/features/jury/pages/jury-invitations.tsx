import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { useAsk } from '../../../api/ask';
import { type Column, DataTable } from '../../../ui/data-table';
import { FilterBar, FilterSearch, FilterSelect } from '../../../ui/filter-bar';
import { dayAndClock } from '../../../ui/format';
import { Check, Clock, Close, Door } from '../../../ui/icons';
import { Empty } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { StateMark, Tag } from '../../../ui/state-mark';
import { ActButton } from '../../../ui/act-button';
import { Invite } from '../office/invite';
import { JURY_INVITATIONS, type OfficeInvitation, WITHDRAW_INVITATION } from '../office/jury-invitations.query';
import { ContestLine, JudgingBar } from '../office/judging-nav';
import styles from '../office/office.module.css';

/** Who was asked onto the jury and what they answered; somebody else is asked once their conflicts have been seen. */
export function Page() {
  const { t } = useLingui();
  const { contestId } = useParams({ from: '/inside/contests/$contestId/invitations' });
  const search = useSearch({ from: '/inside/contests/$contestId/invitations' });
  const navigate = useNavigate({ from: '/contests/$contestId/invitations' });
  const go = (next: typeof search) => void navigate({ search: next });
  const { after, ...kept } = search;
  const filter = { search: kept.search ?? null, states: kept.state ? [kept.state] : null, order: kept.order ?? null };
  const narrowed = kept.search !== undefined || kept.state !== undefined;
  const asked = useAsk(JURY_INVITATIONS, { contestId, ...filter, after });
  const contest = asked.data?.contest;
  const columns = useColumns(asked.again);
  return (
    <>
      <JudgingBar contestId={contestId} contest={contest} crumbs={[{ label: t`Lời mời` }]} />
      <PageHead title={t`Lời mời tham gia Ban Giám khảo`}>
        <ContestLine contest={contest} />
      </PageHead>
      <div className={styles.stack}>
        <Invite contestId={contestId} onDone={asked.again} />
        <FilterBar
          label={t`Tìm lời mời`}
          onClear={
            narrowed
              ? () => {
                  go({ order: kept.order });
                }
              : undefined
          }
        >
          <FilterSearch
            label={t`Họ và tên`}
            value={kept.search}
            onChange={(value) => {
              go({ ...kept, search: value });
            }}
          />
          <FilterSelect
            label={t`Trả lời`}
            value={kept.state}
            choices={[
              { value: 'INVITED', label: t`chờ trả lời` },
              { value: 'ACCEPTED', label: t`đã nhận lời` },
              { value: 'DECLINED', label: t`từ chối` },
              { value: 'WITHDRAWN', label: t`đã thu hồi` },
            ]}
            onChange={(value) => {
              go({ ...kept, state: value as typeof kept.state });
            }}
          />
        </FilterBar>
        <DataTable
          caption={t`Lời mời đã gửi`}
          file={{ list: 'juryInvitations', filter: { contestId, ...filter } }}
          of={{ ...asked, data: asked.data?.juryInvitations }}
          columns={columns}
          rowKey={({ id }) => id}
          order={kept.order ?? 'NEWEST'}
          onOrder={(order) => {
            go({ ...kept, order: order as typeof kept.order });
          }}
          onPage={(cursor) => {
            go({ ...kept, after: cursor });
          }}
          isFirstPage={after === undefined}
          cards
          empty={
            narrowed ? (
              <Empty title={<Trans>Không có lời mời nào khớp với điều kiện</Trans>} />
            ) : (
              <Empty title={<Trans>Chưa mời ai</Trans>}>
                <p>
                  <Trans>Lời mời đã gửi và câu trả lời hiện ở đây.</Trans>
                </p>
              </Empty>
            )
          }
        />
      </div>
    </>
  );
}

function useColumns(again: () => void): readonly Column<OfficeInvitation>[] {
  const { t } = useLingui();
  return [
    {
      key: 'name',
      names: true,
      head: t`Người được mời`,
      order: 'NAME',
      cell: ({ person, chair }) => (
        <>
          {person.fullName}{' '}
          {chair && (
            <Tag tone="ink">
              <Trans>làm Trưởng ban</Trans>
            </Tag>
          )}
        </>
      ),
    },
    {
      key: 'conflicts',
      head: t`Xung đột khi mời`,
      cell: ({ conflictsFound }) =>
        conflictsFound === null ? '–' : <Plural value={conflictsFound} _0="không" one="# sáng kiến" other="# sáng kiến" />,
    },
    {
      key: 'sent',
      head: t`Mời`,
      order: ['OLDEST', 'NEWEST'],
      cell: ({ invitedAt, invitedByName }) => (
        <>
          {dayAndClock(invitedAt)}
          {invitedByName && <span className={styles.about}>{invitedByName}</span>}
        </>
      ),
    },
    { key: 'state', head: t`Trả lời`, order: 'STATE', cell: (row) => <Answered invitation={row} /> },
    {
      key: 'act',
      head: <span className="visually-hidden">{t`Việc làm được`}</span>,
      cell: (row) => row.canWithdraw && <Withdraw invitation={row} onDone={again} />,
    },
  ];
}

function Answered({ invitation: { state, answeredAt, reason } }: { readonly invitation: OfficeInvitation }): ReactNode {
  return (
    <>
      {state === 'INVITED' && (
        <StateMark tone="soon" icon={Clock}>
          <Trans>chờ trả lời</Trans>
        </StateMark>
      )}
      {state === 'ACCEPTED' && (
        <StateMark tone="done" icon={Check}>
          <Trans>đã nhận lời</Trans>
        </StateMark>
      )}
      {state === 'DECLINED' && (
        <StateMark icon={Close}>
          <Trans>từ chối</Trans>
        </StateMark>
      )}
      {state === 'WITHDRAWN' && (
        <StateMark icon={Door}>
          <Trans>đã thu hồi</Trans>
        </StateMark>
      )}
      {answeredAt && <span className={styles.about}>{dayAndClock(answeredAt)}</span>}
      {reason && <span className={styles.about}>{reason}</span>}
    </>
  );
}

function Withdraw({ invitation, onDone }: { readonly invitation: OfficeInvitation; readonly onDone: () => void }) {
  const { t } = useLingui();
  const { id, version } = invitation;
  const { fullName } = invitation.person;
  return (
    <ActButton
      of={WITHDRAW_INVITATION}
      size="small"
      name={t`Thu hồi lời mời ${fullName}`}
      title={<Trans>Thu hồi lời mời {fullName}</Trans>}
      label={<Trans>Thu hồi…</Trans>}
      act={<Trans>Thu hồi lời mời</Trans>}
      keep={<Trans>Không thu hồi</Trans>}
      reason={{ label: <Trans>Lý do</Trans>, path: 'reason' }}
      input={(reason) => ({ invitationId: id, version, reason })}
      said={<Trans>Đã thu hồi lời mời {fullName}</Trans>}
      onDone={onDone}
    >
      <p>
        <Trans>{fullName} nhận thông báo kèm lý do này và không trả lời lời mời này được nữa.</Trans>
      </p>
    </ActButton>
  );
}
