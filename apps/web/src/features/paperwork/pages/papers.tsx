import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk } from '../../../api/ask';
import { useMe } from '../../../api/session';
import { Bar } from '../../../ui/bar';
import { Button, LinkButton } from '../../../ui/button';
import { DataTable } from '../../../ui/data-table';
import { day, dayAndClock } from '../../../ui/format';
import { Check, Lock } from '../../../ui/icons';
import { Empty } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { DemoMark, StateMark } from '../../../ui/state-mark';
import { PAPERS, type PaperRow, type PaperState } from '../paper.query';
import { DraftPaper } from '../parts/draft-paper';
import { numbered, usePaperKinds, usePaperStates } from '../parts/words';

/** The papers of the office, the latest drafted first. */
export function Page() {
  const { t } = useLingui();
  const me = useMe();
  const kinds = usePaperKinds();
  const [after, setAfter] = useState<string>();
  const [drafting, setDrafting] = useState(false);
  const asked = useAsk(PAPERS, { after: after ?? null });
  return (
    <>
      <Bar crumbs={[{ label: t`Việc của tôi`, link: { to: '/home' } }, { label: t`Văn bản` }]} />
      <PageHead
        title={t`Văn bản`}
        acts={
          <>
            <LinkButton to="/paper-templates">
              <Trans>Mẫu văn bản</Trans>
            </LinkButton>{' '}
            {me.canDraftPaper && !drafting && (
              <Button
                kind="primary"
                onClick={() => {
                  setDrafting(true);
                }}
              >
                <Trans>Lập văn bản</Trans>
              </Button>
            )}
          </>
        }
      >
        <Trans>Biên bản, tờ trình, quyết định và báo cáo được lập từ dữ liệu đang có, theo thể thức của Nghị định 30/2020/NĐ-CP.</Trans>
      </PageHead>
      {drafting && (
        <DraftPaper
          onClose={() => {
            setDrafting(false);
          }}
        />
      )}
      <DataTable<PaperRow>
        caption={t`Văn bản`}
        file={{ list: 'papers', filter: {} }}
        of={{ ...asked, data: asked.data?.papers }}
        rowKey={({ id }) => id}
        cards
        onPage={setAfter}
        isFirstPage={after === undefined}
        columns={[
          {
            key: 'subject',
            names: true,
            head: t`Trích yếu`,
            cell: (row) => (
              <>
                <Link to="/papers/$paperId" params={{ paperId: row.id }}>
                  {row.subject}
                </Link>{' '}
                {row.illustrative && <DemoMark />}
              </>
            ),
          },
          { key: 'kind', head: t`Loại văn bản`, cell: ({ kind }) => kinds[kind] },
          {
            key: 'number',
            head: t`Số, ký hiệu`,
            cell: ({ number, symbol }) => <span className="num no-break">{numbered(number, symbol)}</span>,
          },
          { key: 'state', head: t`Trạng thái`, cell: ({ state }) => <PaperMark state={state} /> },
          {
            key: 'when',
            head: t`Ngày`,
            cell: ({ signedOn, draftedAt }) => (
              <span className="no-break">
                {signedOn === null ? <Trans>lập {dayAndClock(draftedAt)}</Trans> : <Trans>ký {day(signedOn)}</Trans>}
              </span>
            ),
          },
        ]}
        empty={
          <Empty title={<Trans>Chưa có văn bản nào</Trans>}>
            <p>
              <Trans>Văn bản hiện ở đây khi được lập.</Trans>
            </p>
          </Empty>
        }
      />
    </>
  );
}

export function PaperMark({ state }: { readonly state: PaperState }) {
  const words = usePaperStates();
  if (state === 'DRAFT') return <StateMark>{words.DRAFT}</StateMark>;
  return (
    <StateMark tone={state === 'SIGNED' ? 'done' : 'soon'} icon={state === 'SIGNED' ? Check : Lock}>
      {words[state]}
    </StateMark>
  );
}
