import { type I18n, type MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { useAsk } from '../../../api/ask';
import { BY_AGE } from '../../../ui/orders';
import { Bar } from '../../../ui/bar';
import { type Column, DataTable } from '../../../ui/data-table';
import { FilterBar, FilterDay, FilterSearch, FilterSelect } from '../../../ui/filter-bar';
import { dayAndClock, number } from '../../../ui/format';
import { Empty } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { Tag } from '../../../ui/state-mark';
import { AUDIT, type AuditRow } from '../audit.query';
import { AuditHeadPanel } from '../audit-head';
import styles from '../audit.module.css';
import { ACTS, SUBJECTS } from '../words';

/** Who did what with what and when; what it was and became, where that is the reader's to see. */
export function Page() {
  const { t, i18n } = useLingui();
  const search = useSearch({ from: '/inside/audit' });
  const navigate = useNavigate({ from: '/audit' });
  const go = (next: typeof search) => {
    void navigate({ search: next });
  };
  const narrow = (part: typeof search) => {
    go({ ...search, after: undefined, ...part });
  };
  const filter = {
    actorId: search.actor ?? null,
    operation: search.operation ?? null,
    subjectType: search.type ?? null,
    subjectId: search.subject ?? null,
  };
  const [from, to] = [search.from ?? null, search.to ?? null];
  const order = search.order ?? null;
  const asked = useAsk(AUDIT, { ...filter, from, to, order, after: search.after ?? null });
  const narrowed = [search.actor, search.operation, search.type, search.subject, search.from, search.to].some(
    (value) => value !== undefined,
  );
  return (
    <>
      <Bar crumbs={[{ label: t`Việc của tôi`, link: { to: '/home' } }, { label: t`Nhật ký` }]} />
      <PageHead title={t`Nhật ký`}>
        <Trans>Bấm vào người, việc hoặc đối tượng để chỉ xem những dòng cùng loại. Việc xem nhật ký cũng được ghi lại.</Trans>
      </PageHead>
      <FilterBar
        label={t`Tìm trong nhật ký`}
        onClear={
          narrowed
            ? () => {
                go({ order: search.order });
              }
            : undefined
        }
      >
        <FilterSelect
          label={t`Việc đã làm`}
          value={search.operation}
          choices={choicesOf(ACTS, i18n)}
          onChange={(value) => {
            narrow({ operation: value });
          }}
        />
        <FilterSelect
          label={t`Đối tượng`}
          value={search.type}
          choices={choicesOf(SUBJECTS, i18n)}
          onChange={(value) => {
            narrow({ type: value });
          }}
        />
        <FilterSearch
          label={t`Mã đối tượng`}
          value={search.subject}
          onChange={(value) => {
            narrow({ subject: value });
          }}
        />
        <FilterDay
          label={t`Từ ngày`}
          value={search.from}
          onChange={(value) => {
            narrow({ from: value });
          }}
        />
        <FilterDay
          label={t`Đến ngày`}
          value={search.to}
          onChange={(value) => {
            narrow({ to: value });
          }}
        />
        {search.actor !== undefined && (
          <Tag tone="ink">
            <Trans>một người</Trans>
          </Tag>
        )}
      </FilterBar>
      <DataTable<AuditRow>
        caption={t`Nhật ký`}
        file={{ list: 'auditEntries', filter: { ...filter, doneFrom: from, doneTo: to, order } }}
        of={{ ...asked, data: asked.data?.auditEntries }}
        columns={useColumns()}
        rowKey={({ hash }) => hash}
        cards
        order={order ?? 'NEWEST'}
        onOrder={(chosen) => {
          narrow({ order: chosen as typeof search.order });
        }}
        onPage={(after) => {
          go({ ...search, after });
        }}
        isFirstPage={search.after === undefined}
        empty={<Empty title={<Trans>Không có việc nào khớp với điều kiện</Trans>} />}
      />
      <div className={styles.head}>
        <AuditHeadPanel />
      </div>
    </>
  );
}

type Words = Readonly<Record<string, MessageDescriptor>>;

/** In words; what has none by its name, as it is written. */
function said(words: Words, name: string, i18n: I18n): ReactNode {
  const known = words[name];
  return known ? i18n._(known) : <code>{name}</code>;
}

/** In the order of the alphabet. */
function choicesOf(words: Words, i18n: I18n): { value: string; label: string }[] {
  const { compare } = new Intl.Collator(i18n.locale);
  return Object.entries(words)
    .map(([value, word]) => ({ value, label: i18n._(word) }))
    .toSorted((a, b) => compare(a.label, b.label));
}

function useColumns(): readonly Column<AuditRow>[] {
  const { t, i18n } = useLingui();
  const search = useSearch({ from: '/inside/audit' });
  return [
    { key: 'seq', head: t`Số`, numeric: true, cell: ({ seq }) => (seq === null ? '–' : number(seq)) },
    { key: 'at', head: t`Lúc`, order: BY_AGE, cell: ({ at }) => <span className="no-break">{dayAndClock(at)}</span> },
    {
      key: 'actor',
      head: t`Người làm`,
      cell: ({ actorId, actorName }) => (
        <Link to="/audit" search={{ ...search, actor: actorId, after: undefined }}>
          {actorName ?? <Trans>Hệ thống</Trans>}
        </Link>
      ),
    },
    {
      key: 'operation',
      head: t`Việc đã làm`,
      names: true,
      cell: ({ operation }) => (
        <Link to="/audit" search={{ ...search, operation, after: undefined }}>
          {said(ACTS, operation, i18n)}
        </Link>
      ),
    },
    {
      key: 'subject',
      head: t`Đối tượng`,
      cell: ({ subjectType, subjectId }) => (
        <span className={styles.subject}>
          <Link to="/audit" search={{ ...search, type: subjectType, after: undefined }}>
            {said(SUBJECTS, subjectType, i18n)}
          </Link>
          <Link className="caption" to="/audit" search={{ subject: subjectId }}>
            {subjectId.slice(0, 8)}…
          </Link>
        </span>
      ),
    },
    { key: 'content', head: t`Nội dung`, cell: (row) => <Content of={row} /> },
  ];
}

function Content({ of: { readable, before, after, reason, hash } }: { readonly of: AuditRow }) {
  if (!readable)
    return (
      <span className="caption">
        <Trans>không thuộc quyền xem</Trans>
      </span>
    );
  return (
    <details className={styles.content}>
      <summary>{reason ?? <Trans>Xem</Trans>}</summary>
      <dl>
        <dt>
          <Trans>Trước</Trans>
        </dt>
        <dd>
          <code>{before ?? '–'}</code>
        </dd>
        <dt>
          <Trans>Sau</Trans>
        </dt>
        <dd>
          <code>{after ?? '–'}</code>
        </dd>
        <dt>
          <Trans>Mã</Trans>
        </dt>
        <dd>
          <code>{hash}</code>
        </dd>
      </dl>
    </details>
  );
}
