import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { useAsk } from '../../../api/ask';
import { type AgeOrder, BY_AGE } from '../../../ui/orders';
import { Bar } from '../../../ui/bar';
import { Button } from '../../../ui/button';
import { type Column, DataTable } from '../../../ui/data-table';
import { JobDialog } from '../../../ui/export-button';
import { SelectField } from '../../../ui/field';
import { dayAndClock, fileSize, named, number } from '../../../ui/format';
import { Icon } from '../../../ui/icon';
import { Download } from '../../../ui/icons';
import { Answer, Broken, Empty, Note } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { ChooseSheet } from '../choose-sheet';
import { ImportStateMark } from '../import-state';
import styles from '../imports.module.css';
import { IMPORT_KINDS, IMPORTS, type ImportKindRead, type ImportRead, MAKE_TEMPLATE } from '../imports.query';
import { useSheet } from '../use-sheet';

/** Bringing in many things by a sheet: a new one, and those that were brought in before. */
export function Page() {
  const { t } = useLingui();
  const search = useSearch({ from: '/inside/imports' });
  const go = useNavigate({ from: '/imports' });
  const kinds = useAsk(IMPORT_KINDS, {});
  return (
    <>
      <Bar crumbs={[{ label: t`Việc của tôi`, link: { to: '/home' } }, { label: t`Nhập từ tệp` }]} />
      <PageHead title={t`Nhập từ tệp`}>
        <Trans>Tệp được kiểm tra từng dòng trước. Chưa có gì được ghi cho đến khi ông/bà xem kết quả kiểm tra và đồng ý.</Trans>
      </PageHead>
      <Answer of={kinds}>
        {({ importKinds }) => {
          const chosen = importKinds.find(({ name }) => name === search.kind) ?? importKinds[0];
          if (!chosen) return <Empty title={<Trans>Tài khoản này không nhập danh sách nào từ tệp</Trans>} />;
          return (
            <div className={styles.stack}>
              <Panel title={t`Lần nhập mới`}>
                <div className={styles.stack}>
                  {importKinds.length > 1 && (
                    <SelectField label={t`Danh sách`} name="kind" value={chosen.name} onChange={(kind) => void go({ search: { kind } })}>
                      {importKinds.map(({ name, title }) => (
                        <option key={name} value={name}>
                          {title}
                        </option>
                      ))}
                    </SelectField>
                  )}
                  <NewImport key={chosen.name} kind={chosen} />
                </div>
              </Panel>
              <History
                kind={chosen}
                of={search}
                onOrder={(order) => void go({ search: { ...search, after: undefined, order } })}
                onPage={(after) => void go({ search: { ...search, after } })}
              />
            </div>
          );
        }}
      </Answer>
    </>
  );
}

function NewImport({ kind }: { readonly kind: ImportKindRead }) {
  const go = useNavigate();
  const { way, bring } = useSheet({ begin: { kind: kind.name, unitId: kind.unit.id } }, (importId) => {
    void go({ to: '/imports/$importId', params: { importId } });
  });
  const unit = named(kind.unit);
  return (
    <>
      <p>
        {kind.unitIs}: <b>{unit}</b>.{' '}
        <Trans>
          Tệp XLSX hoặc CSV (UTF-8), tối đa {number(kind.maxRows)} dòng và {fileSize(kind.maxBytes)}.
        </Trans>
      </p>
      <div className={styles.row}>
        <ChooseSheet way={way} onFile={bring} again={false} />
        <Template kind={kind.name} />
      </div>
      <details>
        <summary>
          <Plural value={kind.columns.length} one="Cách ghi # cột" other="Cách ghi # cột" />
        </summary>
        <dl className={styles.lines}>
          {kind.columns.map(({ key, head, required, hint, example }) => (
            <div key={key}>
              <dt>
                <b>{head}</b> {required && <Trans>(bắt buộc)</Trans>}
              </dt>
              <dd className="secondary">
                {hint}
                {example !== '' && (
                  <>
                    . <Trans>Ví dụ: {example}</Trans>
                  </>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}

function Template({ kind }: { readonly kind: ImportKindRead['name'] }) {
  const act = useAct(MAKE_TEMPLATE);
  const [jobId, setJobId] = useState<string | null>(null);
  const make = async () => {
    const outcome = await act.run({ kind });
    if (outcome.kind === 'done') setJobId(outcome.result.id);
  };
  return (
    <>
      <Button kind="plain" busy={act.busy} onClick={() => void make()}>
        <Icon of={Download} />
        <Trans>Tải tệp mẫu</Trans>
      </Button>
      {act.refusal && <Note tone="late">{act.refusal.message}</Note>}
      {act.broken && <Broken error={act.broken} />}
      {jobId !== null && (
        <JobDialog
          id={jobId}
          onClose={() => {
            setJobId(null);
          }}
        />
      )}
    </>
  );
}

interface HistoryProps {
  readonly kind: ImportKindRead;
  readonly of: { readonly order?: AgeOrder; readonly after?: string };
  readonly onOrder: (order: AgeOrder) => void;
  readonly onPage: (after: string | undefined) => void;
}

function History({ kind, of: { order, after }, onOrder, onPage }: HistoryProps) {
  const { t } = useLingui();
  const asked = useAsk(IMPORTS, { kind: kind.name, order: order ?? null, after: after ?? null });
  const columns: readonly Column<ImportRead>[] = [
    {
      key: 'file',
      head: t`Tệp`,
      names: true,
      cell: ({ id, fileName }) => (
        <Link to="/imports/$importId" params={{ importId: id }}>
          {fileName ?? t`Không còn tệp`}
        </Link>
      ),
    },
    { key: 'state', head: t`Trạng thái`, cell: (one) => <ImportStateMark of={one} /> },
    { key: 'who', head: t`Người nhập`, cell: ({ personName }) => personName },
    { key: 'begun', head: t`Bắt đầu`, order: BY_AGE, cell: ({ createdAt }) => <span className="no-break">{dayAndClock(createdAt)}</span> },
    {
      key: 'at',
      head: t`Ghi lúc`,
      cell: ({ appliedAt }) => <span className="no-break">{appliedAt === null ? '–' : dayAndClock(appliedAt)}</span>,
    },
    { key: 'make', head: t`Thêm mới`, numeric: true, cell: ({ makeCount }) => number(makeCount) },
    { key: 'change', head: t`Thay đổi`, numeric: true, cell: ({ changeCount }) => number(changeCount) },
    { key: 'leave', head: t`Đã có`, numeric: true, cell: ({ leaveCount }) => number(leaveCount) },
    { key: 'problem', head: t`Phải sửa`, numeric: true, cell: ({ problemCount }) => number(problemCount) },
  ];
  return (
    <Panel flush title={t`Các lần nhập`}>
      <DataTable
        file="own"
        caption={t`Các lần nhập`}
        of={{ ...asked, data: asked.data?.imports }}
        columns={columns}
        rowKey={({ id }) => id}
        cards
        order={order ?? 'NEWEST'}
        onOrder={(chosen) => {
          onOrder(chosen as AgeOrder);
        }}
        isFirstPage={after === undefined}
        onPage={onPage}
        empty={<Empty title={<Trans>Chưa có lần nhập nào</Trans>} />}
      />
    </Panel>
  );
}
