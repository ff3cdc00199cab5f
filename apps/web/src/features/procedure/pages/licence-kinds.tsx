import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type Asked, useAsk } from '../../../api/ask';
import { useMe } from '../../../api/session';
import { Bar } from '../../../ui/bar';
import { Button } from '../../../ui/button';
import { type Column, type Connection, DataTable } from '../../../ui/data-table';
import { day, named, number } from '../../../ui/format';
import { Icon } from '../../../ui/icon';
import { Plus } from '../../../ui/icons';
import { Empty } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { DemoMark, Tag } from '../../../ui/state-mark';
import { LICENCE_KINDS, type LicenceCountRow, type LicenceKindRow } from '../licence-kind.query';
import { ChangedKind, NewKind } from '../parts/kind-form';
import { TermWord } from '../parts/licence-words';
import styles from '../parts/licences.module.css';

/** The kinds of licences whose holders are reminded, and how the licences of each unit stand. */
export function Page() {
  const { t } = useLingui();
  const { canEnterLicenceKind } = useMe();
  const asked = useAsk(LICENCE_KINDS, {});
  const [typing, setTyping] = useState<LicenceKindRow | 'NEW' | null>(null);
  const close = (changed: boolean) => {
    setTyping(null);
    if (changed) asked.again();
  };
  return (
    <>
      <Bar crumbs={[{ label: t`Việc của tôi`, link: { to: '/home' } }, { label: t`Loại giấy phép` }]} />
      <PageHead
        title={t`Loại giấy phép`}
        acts={
          canEnterLicenceKind &&
          typing === null && (
            <Button
              kind="primary"
              onClick={() => {
                setTyping('NEW');
              }}
            >
              <Icon of={Plus} />
              <Trans>Thêm loại giấy</Trans>
            </Button>
          )
        }
      >
        <Trans>Thời hạn, hạn nộp hồ sơ cấp lại và các lần nhắc của từng loại giấy. Hạn nộp được tính ngược từ ngày hết hạn.</Trans>
      </PageHead>
      <div className={styles.page}>
        {typing === 'NEW' && <NewKind onClose={close} />}
        {typing !== null && typing !== 'NEW' && <ChangedKind key={typing.id} of={typing} onClose={close} />}
        <DataTable<LicenceKindRow>
          caption={t`Loại giấy phép`}
          file="few"
          of={rowsOf(asked, asked.data?.licenceKinds)}
          rowKey={({ id }) => id}
          inOneOrder="few"
          cards
          columns={useKindColumns(setTyping)}
          empty={<Empty title={<Trans>Chưa có loại giấy nào</Trans>} />}
        />
        <Panel title={<Trans>Tình hình theo đơn vị</Trans>} flush>
          <DataTable<LicenceCountRow>
            caption={t`Tình hình theo đơn vị`}
            file="reckoned"
            of={rowsOf(asked, asked.data?.licenceCounts)}
            rowKey={({ unit, kind }) => `${unit.id} ${kind.id}`}
            inOneOrder="given"
            cards
            columns={useCountColumns()}
            empty={<Empty title={<Trans>Chưa đơn vị nào có giấy phép trong sổ</Trans>} />}
          />
        </Panel>
      </div>
    </>
  );
}

/** Rows that came whole with the one answer, as a table takes them. */
const rowsOf = <Row,>(asked: Asked<unknown>, rows: readonly Row[] | undefined): Asked<Connection<Row>> => ({
  ...asked,
  data: rows && { edges: rows.map((node) => ({ node })), pageInfo: { hasNextPage: false } },
});

function useKindColumns(onEdit: (kind: LicenceKindRow) => void): readonly Column<LicenceKindRow>[] {
  const { t } = useLingui();
  return [
    { key: 'name', names: true, head: t`Loại giấy`, cell: (kind) => <Kind of={kind} /> },
    { key: 'term', head: t`Thời hạn`, cell: ({ term }) => (term ? <TermWord of={term} /> : <Trans>không thời hạn</Trans>) },
    { key: 'before', head: t`Nộp hồ sơ trước`, cell: ({ term, fileBefore }) => (term ? <TermWord of={fileBefore} /> : '–') },
    { key: 'steps', head: t`Nhắc trước (ngày)`, cell: ({ steps }) => steps.join(', ') || '–' },
    { key: 'procedure', head: t`Thủ tục cấp lại`, cell: (kind) => <Procedure of={kind} /> },
    { key: 'basis', head: t`Căn cứ pháp lý`, cell: ({ legalBasis }) => legalBasis },
    {
      key: 'acts',
      fixed: true,
      head: t`Thao tác`,
      cell: (kind) =>
        kind.canEdit && (
          <Button
            size="small"
            aria-label={t`Sửa ${kind.name}`}
            onClick={() => {
              onEdit(kind);
            }}
          >
            <Trans>Sửa</Trans>
          </Button>
        ),
    },
  ];
}

function Kind({ of: { name, kindCode, inForce, startsOn, endsOn, illustrative } }: { readonly of: LicenceKindRow }) {
  return (
    <div className={styles.holder}>
      <span>{name}</span>
      <span className={styles.marks}>
        <span className="secondary">{kindCode}</span>
        {!inForce && (
          <Tag>
            {endsOn === null ? (
              <Trans>áp dụng từ {day(startsOn)}</Trans>
            ) : (
              <Trans>
                áp dụng {day(startsOn)} – {day(endsOn)}
              </Trans>
            )}
          </Tag>
        )}
        {illustrative && <DemoMark />}
      </span>
    </div>
  );
}

function Procedure({ of: { procedure } }: { readonly of: LicenceKindRow }) {
  if (!procedure) return <span className="secondary">–</span>;
  return (
    <Link to="/procedures/$procedureId" params={{ procedureId: procedure.id }}>
      {procedure.name}
    </Link>
  );
}

function useCountColumns(): readonly Column<LicenceCountRow>[] {
  const { t } = useLingui();
  return [
    { key: 'unit', names: true, head: t`Đơn vị`, cell: ({ unit }) => named(unit) },
    { key: 'kind', head: t`Loại giấy`, cell: ({ kind }) => kind.name },
    { key: 'valid', numeric: true, head: t`Còn hạn`, cell: ({ valid }) => number(valid) },
    { key: 'due', numeric: true, head: t`Đến kỳ nộp`, cell: ({ due }) => number(due) },
    { key: 'overdue', numeric: true, head: t`Quá hạn nộp`, cell: ({ overdue }) => number(overdue) },
    { key: 'expired', numeric: true, head: t`Đã hết hạn`, cell: ({ expired }) => number(expired) },
  ];
}
