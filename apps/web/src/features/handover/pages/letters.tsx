import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk } from '../../../api/ask';
import { useMe } from '../../../api/session';
import { ActButton } from '../../../ui/act-button';
import { Bar } from '../../../ui/bar';
import { Button } from '../../../ui/button';
import { DataTable } from '../../../ui/data-table';
import { day, named } from '../../../ui/format';
import { Empty } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { DemoMark } from '../../../ui/state-mark';
import styles from '../handover.module.css';
import { APPROVE_TEMPLATE, LETTER_TEMPLATES, type TemplateRow } from '../letter.query';
import { MakeLetter } from '../parts/make-letter';
import { WriteTemplate } from '../parts/write-template';

/** Templates of letters: written by an officer, approved by the head, used from then on. */
export function Page() {
  const { t } = useLingui();
  const me = useMe();
  const { after } = useSearch({ from: '/inside/letters' });
  const navigate = useNavigate({ from: '/letters' });
  const asked = useAsk(LETTER_TEMPLATES, { after: after ?? null });
  const [writing, setWriting] = useState(false);
  const kinds = { CONGRATULATION: t`Thư chúc mừng`, CONDOLENCE: t`Thư chia buồn` };
  const usable = asked.data?.letterTemplates.edges.map(({ node }) => node).filter((one) => one.usable) ?? [];
  return (
    <>
      <Bar crumbs={[{ label: t`Việc của tôi`, link: { to: '/home' } }, { label: t`Thư chúc mừng, chia buồn` }]} />
      <PageHead
        title={t`Thư chúc mừng, chia buồn`}
        acts={
          me.canWriteLetterTemplate &&
          !writing && (
            <Button
              onClick={() => {
                setWriting(true);
              }}
            >
              <Trans>Soạn mẫu thư</Trans>
            </Button>
          )
        }
      >
        <Trans>Tên người nhận chỉ dùng để in thư, không được lưu ở đâu.</Trans>
      </PageHead>
      <div className={styles.page}>
        {usable.length > 0 && <MakeLetter of={usable} kinds={kinds} />}
        {writing && (
          <WriteTemplate
            kinds={kinds}
            onDone={() => {
              setWriting(false);
              asked.again();
            }}
          />
        )}
        <DataTable<TemplateRow>
          caption={t`Mẫu thư`}
          file={{ list: 'letterTemplates', filter: { current: true } }}
          of={{ ...asked, data: asked.data?.letterTemplates }}
          rowKey={({ id }) => id}
          inOneOrder="few"
          cards
          onPage={(next) => void navigate({ search: { after: next }, resetScroll: false })}
          isFirstPage={after === undefined}
          columns={[
            {
              key: 'kind',
              names: true,
              head: t`Loại thư`,
              cell: ({ kind, illustrative }) => (
                <>
                  {kinds[kind]} {illustrative && <DemoMark />}
                </>
              ),
            },
            { key: 'unit', head: t`Đơn vị`, cell: ({ unit }) => named(unit) },
            { key: 'text', head: t`Nội dung`, cell: ({ text }) => text },
            { key: 'state', head: t`Tình trạng`, cell: (template) => <State of={template} /> },
            { key: 'acts', fixed: true, head: t`Việc`, cell: (template) => <Approve of={template} again={asked.again} /> },
          ]}
          empty={<Empty title={<Trans>Chưa có mẫu thư nào</Trans>} />}
        />
      </div>
    </>
  );
}

function State({ of: { state, approvedByName, approvedOn } }: { readonly of: TemplateRow }) {
  if (state === 'PROPOSED') return <Trans>Chờ người đứng đầu duyệt</Trans>;
  return (
    <Trans>
      {approvedByName} duyệt ngày {approvedOn && day(approvedOn)}
    </Trans>
  );
}

function Approve({ of, again }: { readonly of: TemplateRow; readonly again: () => void }) {
  if (of.whyNotApprove) return null;
  return (
    <ActButton
      of={APPROVE_TEMPLATE}
      kind="primary"
      size="small"
      title={<Trans>Duyệt mẫu thư</Trans>}
      act={<Trans>Duyệt</Trans>}
      keep={<Trans>Chưa duyệt</Trans>}
      destructive={false}
      input={() => ({ letterTemplateId: of.id, version: of.version })}
      said={<Trans>Đã duyệt; thư được in theo mẫu này.</Trans>}
      onDone={again}
    >
      <p>{of.text}</p>
    </ActButton>
  );
}
