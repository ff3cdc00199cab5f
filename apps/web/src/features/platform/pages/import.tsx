import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { useAsk } from '../../../api/ask';
import { Bar } from '../../../ui/bar';
import { Button } from '../../../ui/button';
import { Confirm } from '../../../ui/confirm';
import { type Column, DataTable } from '../../../ui/data-table';
import { dayAndClock, named, number } from '../../../ui/format';
import { Answer, Empty, Note } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { Segments } from '../../../ui/segments';
import { useToast } from '../../../ui/toast';
import { ChooseSheet } from '../choose-sheet';
import { ImportJob } from '../import-job';
import { FateMark, ImportStateMark } from '../import-state';
import styles from '../imports.module.css';
import { APPLY_IMPORT, GIVE_UP_IMPORT, IMPORT, type ImportRead, type ImportRowRead } from '../imports.query';
import { useSheet } from '../use-sheet';

type Fate = ImportRowRead['fate'];

/** A sheet that is brought in: what is wrong with which row, what would become of the others, then the whole of it. */
export function Page() {
  const { t } = useLingui();
  const { importId } = useParams({ from: '/inside/imports/$importId' });
  const search = useSearch({ from: '/inside/imports/$importId' });
  const go = useNavigate({ from: '/imports/$importId' });
  const fate = search.fate ?? null;
  const asked = useAsk(IMPORT, { id: importId, fate, after: search.after ?? null });
  return (
    <Answer of={asked}>
      {({ import: one, importRows }) => {
        if (!one) return <Empty title={<Trans>Không có lần nhập này, hoặc lần nhập không thuộc phạm vi của ông/bà</Trans>} />;
        const show = (fate: Fate | undefined) => void go({ search: { fate } });
        return (
          <>
            <Bar crumbs={[{ label: t`Nhập từ tệp`, link: { to: '/imports', search: { kind: one.kind } } }, { label: one.title }]} />
            <PageHead title={one.title} acts={one.own && <Acts key={one.version} of={one} onChange={asked.again} />}>
              {[one.fileName, named(one.unit), one.personName, dayAndClock(one.appliedAt ?? one.checkedAt ?? one.createdAt)]
                .filter(Boolean)
                .join(' · ')}
            </PageHead>
            <div className={styles.stack}>
              <p className={styles.row}>
                <ImportStateMark of={one} />
              </p>
              {one.own && one.jobId !== null && <ImportJob key={one.jobId} id={one.jobId} onOver={asked.again} />}
              <Advice of={one} onRead={asked.again} />
              {one.checkedAt !== null && (
                <Panel flush title={t`Từng dòng của tệp`} side={<Fates of={one} fate={search.fate} onShow={show} />}>
                  <DataTable
                    file={{ list: 'importRows', filter: { importId, fate } }}
                    caption={t`Từng dòng của tệp`}
                    of={{ ...asked, data: importRows }}
                    columns={useColumns()}
                    rowKey={({ id }) => id}
                    inOneOrder="given"
                    cards
                    isFirstPage={search.after === undefined}
                    onPage={(after) => void go({ search: { ...search, after } })}
                    empty={<Empty title={one.own ? <Trans>Không có dòng nào</Trans> : <Trans>Chỉ người nhập xem được từng dòng</Trans>} />}
                  />
                </Panel>
              )}
            </div>
          </>
        );
      }}
    </Answer>
  );
}

/** What to do next. */
function Advice({
  of: { id, own, state, running, problemCount, rowsUntil, makeCount, changeCount },
  onRead,
}: {
  readonly of: ImportRead;
  readonly onRead: () => void;
}) {
  const { way, bring } = useSheet({ importId: id }, onRead);
  if (!own || running || state === 'GIVEN_UP') return null;
  if (state === 'APPLIED')
    return (
      <Note tone="done">
        <Trans>
          Đã ghi: {number(makeCount)} dòng thêm mới, {number(changeCount)} dòng thay đổi.
        </Trans>{' '}
        {rowsUntil !== null && <Trans>Từng dòng được giữ đến {dayAndClock(rowsUntil)}.</Trans>}
      </Note>
    );
  return (
    <Note tone={problemCount > 0 ? 'late' : 'ink'}>
      <div className={styles.stack}>
        {problemCount > 0 ? (
          <p>
            <Plural
              value={problemCount}
              one="# dòng phải sửa; chưa dòng nào được ghi. Sửa trong tệp theo cột “Phải làm gì”, lưu lại rồi chọn tệp đã sửa."
              other="# dòng phải sửa; chưa dòng nào được ghi. Sửa trong tệp theo cột “Phải làm gì”, lưu lại rồi chọn tệp đã sửa."
            />
          </p>
        ) : (
          <p>
            <Trans>Chưa có gì được ghi. Có thể thay bằng tệp khác trước khi ghi.</Trans>
          </p>
        )}
        <ChooseSheet way={way} onFile={bring} again />
      </div>
    </Note>
  );
}

function Acts({ of, onChange }: { readonly of: ImportRead; readonly onChange: () => void }) {
  const toast = useToast();
  const [asking, setAsking] = useState<'apply' | 'giveUp' | null>(null);
  const [apply, giveUp] = [useAct(APPLY_IMPORT), useAct(GIVE_UP_IMPORT)];
  const { id, state, running, makeCount, changeCount, leaveCount, whyNotApply, whyNotGiveUp, version } = of;
  if (state === 'APPLIED' || state === 'GIVEN_UP') return null;
  const why = whyNotApply && state === 'CHECKED' ? 'why-not-apply' : undefined;
  const close = () => {
    setAsking(null);
  };
  const run = async (act: 'apply' | 'giveUp') => {
    const outcome = act === 'apply' ? await apply.run({ importId: id, version }) : await giveUp.run({ importId: id });
    if (outcome.kind !== 'done') return;
    close();
    if (act === 'giveUp') toast(<Trans>Đã bỏ lần nhập này.</Trans>);
    onChange();
  };
  const writes = makeCount + changeCount;
  return (
    <>
      {!whyNotGiveUp && (
        <Button
          onClick={() => {
            setAsking('giveUp');
          }}
        >
          <Trans>Bỏ lần nhập này…</Trans>
        </Button>
      )}
      {state === 'CHECKED' && !running && (
        <>
          <Button
            kind="primary"
            shut={why ?? false}
            onClick={() => {
              setAsking('apply');
            }}
          >
            <Plural value={writes} one="Ghi # dòng…" other="Ghi # dòng…" />
          </Button>
          {whyNotApply && (
            <p id="why-not-apply" className="caption">
              {whyNotApply.message}
            </p>
          )}
        </>
      )}
      {asking === 'apply' && (
        <Confirm
          title={<Trans>Ghi danh sách</Trans>}
          act={<Plural value={writes} one="Ghi # dòng" other="Ghi # dòng" />}
          keep={<Trans>Chưa ghi</Trans>}
          destructive={false}
          {...{ busy: apply.busy, refusal: apply.refusal, broken: apply.broken }}
          onAct={() => void run('apply')}
          onClose={close}
        >
          <ul>
            <li>
              <Trans>{number(makeCount)} dòng thêm mới</Trans>
            </li>
            <li>
              <Trans>{number(changeCount)} dòng thay đổi hoặc bổ sung</Trans>
            </li>
            <li>
              <Trans>{number(leaveCount)} dòng giữ nguyên vì đã có đủ</Trans>
            </li>
          </ul>
          <p>
            <Trans>
              Mọi dòng được ghi cùng lúc. Nếu từ lúc kiểm tra đến lúc ghi có thay đổi làm khác kết quả, không dòng nào được ghi.
            </Trans>
          </p>
        </Confirm>
      )}
      {asking === 'giveUp' && (
        <Confirm
          title={<Trans>Bỏ lần nhập này</Trans>}
          act={<Trans>Bỏ lần nhập</Trans>}
          keep={<Trans>Không bỏ</Trans>}
          {...{ busy: giveUp.busy, refusal: giveUp.refusal, broken: giveUp.broken }}
          onAct={() => void run('giveUp')}
          onClose={close}
        >
          <p>
            <Trans>Tệp và kết quả kiểm tra bị xóa. Chưa có gì được ghi vào hệ thống.</Trans>
          </p>
        </Confirm>
      )}
    </>
  );
}

interface FatesProps {
  readonly of: ImportRead;
  readonly fate: Fate | undefined;
  readonly onShow: (fate: Fate | undefined) => void;
}

function Fates({ of: { makeCount, changeCount, leaveCount, problemCount }, fate, onShow }: FatesProps) {
  const { t } = useLingui();
  return (
    <Segments<Fate | 'ALL'>
      label={t`Chỉ hiện`}
      value={fate ?? 'ALL'}
      onChange={(chosen) => {
        onShow(chosen === 'ALL' ? undefined : chosen);
      }}
      choices={[
        { value: 'ALL', label: t`Tất cả` },
        { value: 'PROBLEM', label: t`Phải sửa (${number(problemCount)})` },
        { value: 'MAKE', label: t`Thêm mới (${number(makeCount)})` },
        { value: 'CHANGE', label: t`Thay đổi (${number(changeCount)})` },
        { value: 'LEAVE', label: t`Đã có (${number(leaveCount)})` },
      ]}
    />
  );
}

function useColumns(): readonly Column<ImportRowRead>[] {
  const { t } = useLingui();
  return [
    { key: 'number', head: t`Dòng`, numeric: true, cell: (row) => number(row.number) },
    {
      key: 'subject',
      head: t`Nội dung`,
      names: true,
      cell: ({ subject, cells }) =>
        subject === '' ? <span className={styles.typed}>{cells.map(({ typed }) => typed).join(' · ')}</span> : subject,
    },
    { key: 'fate', head: t`Kết quả`, cell: ({ fate }) => <FateMark of={fate} /> },
    {
      key: 'what',
      head: t`Phải làm gì, hoặc sẽ làm gì`,
      cell: ({ steps, problems }) => (
        <ul className={styles.lines}>
          {problems.map(({ head, value, code, message }) => (
            <li key={`${head ?? ''}${code}`}>
              {head !== null && <b>{head}</b>}
              {value !== null && value !== '' && <span className={styles.typed}> “{value}”</span>}
              {(head !== null || (value !== null && value !== '')) && ': '}
              {message}
            </li>
          ))}
          {problems.length === 0 && steps.map((step) => <li key={step}>{step}</li>)}
        </ul>
      ),
    },
  ];
}
