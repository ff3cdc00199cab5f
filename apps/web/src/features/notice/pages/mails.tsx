import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { BY_AGE } from '../../../ui/orders';
import { Bar } from '../../../ui/bar';
import { ColumnChoice, shownColumns } from '../../../ui/column-choice';
import { type Column, DataTable } from '../../../ui/data-table';
import { FilterBar, FilterSearch, FilterSelect } from '../../../ui/filter-bar';
import { dayAndClock, number } from '../../../ui/format';
import { Empty } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { type MailState, type NoticeTopic } from '../choices';
import { DeliveryActs } from '../delivery-acts';
import { MailMark, useMailStateNames } from '../mail-mark';
import { MAILS, type MailRow } from '../mails.query';
import { useTopicNames } from '../topic-names';

/** Every mail of the platform and what became of it: to whom, when, how often it was tried and why it failed. Never what it says. */
export function Page() {
  const { t } = useLingui();
  const search = useSearch({ from: '/inside/mails' });
  const navigate = useNavigate({ from: '/mails' });
  const go = (next: typeof search) => {
    void navigate({ search: next });
  };
  const narrow = (part: typeof search) => {
    go({ ...search, after: undefined, ...part });
  };
  const { search: typed = null, state = null, topic = null, order = null, after = null } = search;
  const filter = { search: typed, state, topic, order };
  const asked = useAsk(MAILS, { ...filter, after });
  const columns = useColumns(asked.again);
  const narrowed = typed !== null || state !== null || topic !== null;
  return (
    <>
      <Bar crumbs={[{ label: t`Vận hành`, link: { to: '/operation' } }, { label: t`Thư` }]} />
      <PageHead title={t`Thư của hệ thống`}>
        <Trans>Nội dung thư không hiện ở đây.</Trans>
      </PageHead>
      <FilterBar
        label={t`Tìm thư`}
        onClear={
          narrowed
            ? () => {
                go({ columns: search.columns, order: search.order });
              }
            : undefined
        }
        side={
          <ColumnChoice
            columns={columns}
            chosen={search.columns}
            onChange={(chosen) => {
              go({ ...search, columns: chosen });
            }}
          />
        }
      >
        <FilterSearch
          label={t`Người nhận hoặc địa chỉ`}
          value={search.search}
          onChange={(value) => {
            narrow({ search: value });
          }}
        />
        <FilterSelect
          label={t`Trạng thái`}
          value={search.state}
          choices={Object.entries(useMailStateNames()).map(([value, label]) => ({ value, label }))}
          onChange={(value) => {
            narrow({ state: value as MailState | undefined });
          }}
        />
        <FilterSelect
          label={t`Về việc`}
          value={search.topic}
          choices={Object.entries(useTopicNames()).map(([value, label]) => ({ value, label }))}
          onChange={(value) => {
            narrow({ topic: value as NoticeTopic | undefined });
          }}
        />
      </FilterBar>
      <DataTable<MailRow>
        caption={t`Thư của hệ thống`}
        file={{ list: 'mails', filter }}
        of={{ ...asked, data: asked.data?.mails }}
        columns={shownColumns(columns, search.columns)}
        rowKey={({ id }) => id}
        pinned
        cards
        order={order ?? 'NEWEST'}
        onOrder={(chosen) => {
          narrow({ order: chosen as typeof search.order });
        }}
        onPage={(next) => {
          go({ ...search, after: next });
        }}
        isFirstPage={search.after === undefined}
        empty={
          <Empty title={narrowed ? <Trans>Không có thư nào khớp với điều kiện</Trans> : <Trans>Hệ thống chưa gửi thư nào</Trans>}>
            <p>
              <Trans>Thư mời, thông báo và liên kết đặt mật khẩu hiện ở đây khi được gửi.</Trans>
            </p>
          </Empty>
        }
      />
    </>
  );
}

function useColumns(again: () => void): readonly Column<MailRow>[] {
  const { t } = useLingui();
  const topics = useTopicNames();
  const moment = (at: string | null) => <span className="no-break">{at === null ? '–' : dayAndClock(at)}</span>;
  return [
    {
      key: 'to',
      inFile: ['recipientName'],
      head: t`Người nhận`,
      names: true,
      cell: ({ recipient }) => (
        <Link to="/people/$personId" params={{ personId: recipient.id }}>
          {recipient.fullName}
        </Link>
      ),
    },
    { key: 'address', inFile: ['recipientAddress'], head: t`Địa chỉ`, cell: ({ recipientAddress }) => recipientAddress },
    { key: 'topic', head: t`Về việc`, cell: ({ topic }) => (topic === null ? <Trans>Thư tổng hợp trong ngày</Trans> : topics[topic]) },
    { key: 'about', inFile: ['about'], head: t`Loại tin`, away: true, cell: ({ about }) => (about === null ? '–' : <code>{about}</code>) },
    { key: 'state', inFile: ['state'], head: t`Trạng thái`, cell: ({ state }) => <MailMark of={state} /> },
    { key: 'created', inFile: ['createdAt'], head: t`Lập lúc`, order: BY_AGE, cell: ({ createdAt }) => moment(createdAt) },
    { key: 'sent', inFile: ['sentAt'], head: t`Gửi lúc`, away: true, cell: ({ sentAt }) => moment(sentAt) },
    { key: 'attempts', inFile: ['attempts'], head: t`Số lần thử`, numeric: true, cell: ({ attempts }) => number(attempts) },
    { key: 'next', inFile: ['nextAttemptAt'], head: t`Thử lại lúc`, away: true, cell: ({ nextAttemptAt }) => moment(nextAttemptAt) },
    { key: 'error', inFile: ['error'], head: t`Lỗi`, cell: ({ error }) => error ?? '–' },
    { key: 'proof', inFile: ['messageId'], head: t`Mã thư`, away: true, cell: ({ messageId }) => messageId ?? '–' },
    {
      key: 'acts',
      head: t`Thao tác`,
      fixed: true,
      cell: (row) => <DeliveryActs row={{ ...row, about: row.recipient.fullName }} again={again} />,
    },
  ];
}
