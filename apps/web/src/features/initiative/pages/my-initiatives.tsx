import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk } from '../../../api/ask';
import { Bar } from '../../../ui/bar';
import { Button, LinkButton } from '../../../ui/button';
import { DataTable } from '../../../ui/data-table';
import { deadline, named, titled } from '../../../ui/format';
import { Empty } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { BeginDossier } from '../begin-dossier';
import { MINE, type MyContest, type MyRow } from '../initiatives.query';
import { InitiativeStateMark, NextStep } from '../state';

const ROWS = 25;
const OVER: readonly MyContest['phase'][] = ['PUBLISHED', 'ARCHIVED', 'CANCELLED'];

/** What one has written or is named in: where each stands, what comes next and until when, one act a row. */
export function Page() {
  const { t } = useLingui();
  const { after } = useSearch({ from: '/inside/initiatives' });
  const navigate = useNavigate({ from: '/initiatives' });
  const [begun, setBegun] = useState<MyContest | null>(null);
  const asked = useAsk(MINE, { first: ROWS, after: after ?? null });
  const contests = asked.data?.contests.edges.map(({ node }) => node) ?? [];
  const open = contests.filter(({ canDraft }) => canDraft);
  const runs = ({ contest }: MyRow) => contests.some(({ id, phase }) => id === contest.id && !OVER.includes(phase));
  const dueOf = (row: MyRow) =>
    row.state === 'RETURNED'
      ? row.returnDueAt
      : row.state === 'DRAFT'
        ? contests.find(({ id }) => id === row.contest.id)?.lastMoment
        : null;
  return (
    <>
      <Bar crumbs={[{ label: t`Việc của tôi`, link: { to: '/home' } }, { label: t`Sáng kiến của tôi` }]} />
      <PageHead
        title={t`Sáng kiến của tôi`}
        acts={open.map((contest) => (
          <Button
            key={contest.id}
            kind="primary"
            onClick={() => {
              setBegun(contest);
            }}
          >
            <Trans>Viết hồ sơ mới, cuộc thi {contest.year}</Trans>
          </Button>
        ))}
      />
      <DataTable<MyRow>
        file="own"
        cards
        caption={t`Sáng kiến của tôi`}
        of={{ ...asked, data: asked.data?.myInitiatives }}
        rowKey={({ id }) => id}
        inOneOrder="own"
        onPage={(next) => void navigate({ search: { after: next } })}
        isFirstPage={after === undefined}
        columns={[
          { key: 'title', names: true, head: t`Sáng kiến`, cell: (row) => <Title row={row} /> },
          { key: 'state', head: t`Trạng thái`, cell: ({ state }) => <InitiativeStateMark state={state} /> },
          { key: 'next', head: t`Bước tiếp theo`, cell: (row) => <NextStep state={row.state} running={runs(row)} /> },
          { key: 'due', head: t`Hạn`, cell: (row) => <Due at={dueOf(row) ?? null} /> },
          { key: 'act', head: t`Việc`, cell: (row) => <Open row={row} /> },
        ]}
        empty={
          <Empty title={<Trans>Chưa có hồ sơ nào</Trans>}>
            <p>
              {open.length > 0 ? (
                <Trans>Hồ sơ hiện ở đây từ khi bắt đầu viết; nội dung được lưu dần.</Trans>
              ) : (
                <Trans>Khi có cuộc thi đang nhận hồ sơ, nút viết hồ sơ mới hiện ở đầu trang này.</Trans>
              )}
            </p>
          </Empty>
        }
      />
      {begun && (
        <BeginDossier
          contest={begun}
          onClose={() => {
            setBegun(null);
          }}
        />
      )}
    </>
  );
}

function Title({ row }: { readonly row: MyRow }) {
  return (
    <>
      {row.title || <Trans>Chưa có tên</Trans>}
      <span className="caption">
        <br />
        {[row.receiptNumber, titled(row.contest), named(row.area)].filter(Boolean).join(' · ')}
      </span>
    </>
  );
}

function Due({ at }: { readonly at: string | null }) {
  return at ? <span>{deadline(at)}</span> : <Trans>Không có hạn</Trans>;
}

function Open({ row }: { readonly row: MyRow }) {
  const { t } = useLingui();
  const name = row.title || t`Chưa có tên`;
  return (
    <LinkButton
      to="/initiatives/$initiativeId"
      params={{ initiativeId: row.id }}
      aria-label={row.canEdit ? t`Viết tiếp: ${name}` : t`Xem: ${name}`}
    >
      {row.canEdit ? <Trans>Viết tiếp</Trans> : <Trans>Xem</Trans>}
    </LinkButton>
  );
}
