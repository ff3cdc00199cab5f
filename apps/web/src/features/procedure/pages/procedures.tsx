import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useAsk } from '../../../api/ask';
import { may, useSession } from '../../../api/session';
import { Button } from '../../../ui/button';
import { type Column, DataTable } from '../../../ui/data-table';
import { ExportButton } from '../../../ui/export-button';
import { CheckField, SelectField, TextField } from '../../../ui/field';
import { day } from '../../../ui/format';
import { Empty } from '../../../ui/note';
import { PublicHead, PublicPage } from '../../../ui/public-page';
import { DemoMark, Tag } from '../../../ui/state-mark';
import { LevelWord } from '../parts/level-word';
import { PROCEDURES, PROCEDURE_FIELDS, type ProcedureRow } from '../procedure.query';
import { type ProceduresSearch } from '../searches';
import styles from './procedures.module.css';

/** The catalogue of procedures; what is looked for and where one stands is in the address. */
export function Page() {
  const { t } = useLingui();
  const { after, ...filter } = useSearch({ from: '/public/procedures' });
  const navigate = useNavigate({ from: '/procedures' });
  const go = (next: ProceduresSearch) => {
    void navigate({ search: next });
  };
  const { me } = useSession();
  const { search, field, unchecked } = filter;
  const listed = { search: search ?? null, fieldName: field ?? null, unchecked: unchecked ?? null, order: filter.order ?? null };
  const asked = useAsk(PROCEDURES, { ...listed, after: after ?? null });
  const found = asked.data?.procedures;
  const count = found?.totalCount;
  return (
    <PublicPage>
      <PublicHead title={t`Thủ tục hành chính`}>
        <Trans>
          Danh mục thủ tục của các quầy trong huyện. Nội dung chính thức là nội dung trên Cổng Dịch vụ công quốc gia; mỗi thủ tục có địa chỉ
          dẫn đến Cổng và ngày đối chiếu.
        </Trans>
      </PublicHead>
      <Filters filter={filter} onChange={go} />
      <p className={styles.count} role="status">
        {count !== undefined && count > 0 && <Plural value={count} one="# thủ tục" other="# thủ tục" />}
        {(found?.edges ?? []).some(({ node }) => node.illustrative) && <DemoMark />}
        {may(me, 'procedure:edit') && <ExportButton list="procedures" filter={listed} />}
      </p>
      <DataTable
        caption={t`Thủ tục hành chính`}
        file="public"
        of={{ ...asked, data: found }}
        columns={useColumns()}
        rowKey={({ id }) => id}
        cards
        empty={<Empty title={<Trans>Không có thủ tục nào khớp với điều kiện tìm</Trans>} />}
        onPage={(cursor) => {
          go({ ...filter, after: cursor });
        }}
        isFirstPage={after === undefined}
        order={filter.order ?? 'NAME'}
        onOrder={(order) => {
          go({ ...filter, order: order as ProceduresSearch['order'] });
        }}
      />
    </PublicPage>
  );
}

function Filters({ filter, onChange }: { readonly filter: ProceduresSearch; readonly onChange: (filter: ProceduresSearch) => void }) {
  const { t } = useLingui();
  const [search, setSearch] = useState(filter.search ?? '');
  useEffect(() => {
    setSearch(filter.search ?? '');
  }, [filter.search]);
  const { data } = useAsk(PROCEDURE_FIELDS, {});
  return (
    <form
      role="search"
      className={styles.filters}
      onSubmit={(event) => {
        event.preventDefault();
        onChange({ ...filter, search: search.trim() || undefined });
      }}
    >
      <div className={styles.search}>
        <TextField
          label={t`Tìm theo tên hoặc mã thủ tục`}
          hint={t`Có dấu hay không dấu đều được`}
          name="search"
          type="search"
          value={search}
          onChange={setSearch}
        />
        <Button type="submit" size="large">
          <Trans>Tìm</Trans>
        </Button>
      </div>
      <SelectField
        label={t`Lĩnh vực`}
        name="field"
        value={filter.field ?? ''}
        onChange={(field) => {
          onChange({ ...filter, field: field || undefined });
        }}
      >
        <option value="">{t`Tất cả`}</option>
        {(data?.procedureFields ?? []).map(({ fieldName, procedureCount }) => (
          <option key={fieldName} value={fieldName}>
            {fieldName} ({procedureCount})
          </option>
        ))}
      </SelectField>
      <CheckField
        label={t`Chỉ thủ tục chưa đối chiếu trong 12 tháng qua`}
        name="unchecked"
        checked={filter.unchecked ?? false}
        onChange={(unchecked) => {
          onChange({ ...filter, unchecked: unchecked || undefined });
        }}
      />
    </form>
  );
}

function useColumns(): readonly Column<ProcedureRow>[] {
  const { t } = useLingui();
  return [
    {
      key: 'name',
      head: t`Thủ tục`,
      names: true,
      order: 'NAME',
      cell: ({ id, name }) => (
        <Link to="/procedures/$procedureId" params={{ procedureId: id }}>
          {name}
        </Link>
      ),
    },
    { key: 'code', head: t`Mã`, order: 'CODE', cell: ({ procedureCode }) => <span className="num no-break">{procedureCode}</span> },
    { key: 'field', head: t`Lĩnh vực`, cell: ({ fieldName }) => fieldName },
    { key: 'level', head: t`Cấp thực hiện`, cell: ({ level }) => <LevelWord of={level} /> },
    {
      key: 'checked',
      head: t`Đối chiếu ngày`,
      cell: ({ checkedOn, unchecked }) => (
        <>
          <span className="no-break">{day(checkedOn)}</span>{' '}
          {unchecked && (
            <Tag tone="soon">
              <Trans>quá 12 tháng</Trans>
            </Tag>
          )}
        </>
      ),
    },
  ];
}
