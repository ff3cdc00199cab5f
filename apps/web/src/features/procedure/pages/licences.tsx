import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk } from '../../../api/ask';
import { useMe } from '../../../api/session';
import { Bar } from '../../../ui/bar';
import { Button, LinkButton } from '../../../ui/button';
import { ColumnChoice, shownColumns } from '../../../ui/column-choice';
import { type Column, DataTable } from '../../../ui/data-table';
import { FilterBar, FilterSearch, FilterSelect } from '../../../ui/filter-bar';
import { day, named } from '../../../ui/format';
import { Icon } from '../../../ui/icon';
import { Plus, Upload } from '../../../ui/icons';
import { Empty } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { DemoMark, Tag } from '../../../ui/state-mark';
import { today } from '../../../ui/today';
import { FileBy, LicenceMark } from '../parts/licence-words';
import styles from '../parts/licences.module.css';
import { NewLicence } from '../parts/new-licence';
import { LICENCES, LICENCE_CHOICES, type LicenceChoices, type LicenceRow } from '../register.query';
import { LICENCE_STANDINGS, LICENCE_STATES, type LicencesSearch } from '../searches';

/** The licences that the units keep, by their end; what is looked for is in the address. */
export function Page() {
  const { t } = useLingui();
  const edits = useMe().canEnterLicence;
  const search: LicencesSearch = useSearch({ from: '/inside/licences' });
  const { after, ...narrowed } = search;
  const navigate = useNavigate({ from: '/licences' });
  const go = (next: LicencesSearch) => {
    void navigate({ search: next, resetScroll: false });
  };
  const [typing, setTyping] = useState(false);
  const choices = useAsk(LICENCE_CHOICES, {}).data;
  const filter = {
    ...{ search: narrowed.search ?? null, unitId: narrowed.unit ?? null, kindId: narrowed.kind ?? null },
    ...{ state: narrowed.state ?? null, standing: narrowed.standing ?? null },
  };
  const ordered = { ...filter, order: narrowed.order ?? null };
  const columns = useColumns();
  const asked = useAsk(LICENCES, { ...ordered, after: after ?? null });
  const isNarrowed = Object.values(filter).some((value) => value !== null);
  return (
    <>
      <Bar crumbs={[{ label: t`Việc của tôi`, link: { to: '/home' } }, { label: t`Sổ giấy phép` }]} />
      <PageHead title={t`Sổ giấy phép`} acts={edits && !typing && <Acts onNew={setTyping} />}>
        <Trans>Giấy phép, giấy chứng nhận đã cấp cho các cơ sở, giấy hết hạn sớm nhất đứng trước.</Trans>
      </PageHead>
      {typing && (
        <NewLicence
          choices={choices}
          onClose={(licenceId) => {
            setTyping(false);
            if (licenceId !== undefined) void navigate({ to: '/licences/$licenceId', params: { licenceId } });
          }}
        />
      )}
      <Filters of={narrowed} choices={choices} isNarrowed={isNarrowed} columns={columns} onChange={go} />
      <DataTable<LicenceRow>
        caption={t`Sổ giấy phép`}
        file={{ list: 'licences', filter: ordered }}
        of={{ ...asked, data: asked.data?.licences }}
        rowKey={({ id }) => id}
        cards
        order={narrowed.order ?? 'EXPIRY'}
        onOrder={(order) => {
          go({ ...narrowed, order: order as typeof narrowed.order });
        }}
        onPage={(cursor) => {
          go({ ...narrowed, after: cursor });
        }}
        isFirstPage={after === undefined}
        columns={shownColumns(columns, search.columns)}
        empty={
          isNarrowed ? (
            <Empty title={<Trans>Không có giấy phép nào khớp với điều kiện tìm</Trans>} />
          ) : (
            <Empty title={<Trans>Chưa có giấy phép nào</Trans>}>
              <p>
                <Trans>Danh sách Excel của đơn vị được nhập một lần; từ đó hệ thống lên lịch nhắc từng cơ sở.</Trans>
              </p>
            </Empty>
          )
        }
      />
    </>
  );
}

function Acts({ onNew }: { readonly onNew: (typing: boolean) => void }) {
  return (
    <>
      <LinkButton to="/imports" search={{ kind: 'licences' }}>
        <Icon of={Upload} />
        <Trans>Nhập từ tệp</Trans>
      </LinkButton>
      <LinkButton to="/reminders">
        <Trans>Nhắc hạn hôm nay</Trans>
      </LinkButton>
      <Button
        kind="primary"
        onClick={() => {
          onNew(true);
        }}
      >
        <Icon of={Plus} />
        <Trans>Ghi một giấy phép</Trans>
      </Button>
    </>
  );
}

interface FiltersProps {
  readonly of: LicencesSearch;
  readonly choices: LicenceChoices | undefined;
  readonly isNarrowed: boolean;
  readonly columns: readonly Column<LicenceRow>[];
  readonly onChange: (search: LicencesSearch) => void;
}

function Filters({ of, choices, isNarrowed, columns, onChange }: FiltersProps) {
  const { t } = useLingui();
  const standings = { VALID: t`còn hạn`, DUE: t`đến kỳ nộp hồ sơ`, OVERDUE: t`quá hạn nộp hồ sơ`, EXPIRED: t`đã hết hạn` };
  const states = { ACTIVE: t`đang có hiệu lực`, RENEWED: t`đã cấp lại`, REVOKED: t`bị thu hồi`, CLOSED: t`cơ sở đã nghỉ` };
  const reached = useMe().permissions.find(({ name }) => name === 'licence:read')?.unitIds ?? [];
  const units = (choices?.publicUnits ?? []).filter(({ id, validTo }) => reached.includes(id) && (validTo === null || validTo >= today()));
  return (
    <FilterBar
      label={t`Điều kiện tìm`}
      onClear={
        isNarrowed
          ? () => {
              onChange({ columns: of.columns, order: of.order });
            }
          : undefined
      }
      side={
        <ColumnChoice
          columns={columns}
          chosen={of.columns}
          onChange={(chosen) => {
            onChange({ ...of, columns: chosen });
          }}
        />
      }
    >
      <FilterSearch
        label={t`Tên cơ sở, số giấy, số điện thoại`}
        value={of.search}
        onChange={(search) => {
          onChange({ ...of, search });
        }}
      />
      <FilterSelect
        label={t`Thời hạn`}
        value={of.standing}
        choices={LICENCE_STANDINGS.map((value) => ({ value, label: standings[value] }))}
        onChange={(chosen) => {
          onChange({ ...of, standing: LICENCE_STANDINGS.find((one) => one === chosen) });
        }}
      />
      <FilterSelect
        label={t`Trạng thái`}
        value={of.state}
        choices={LICENCE_STATES.map((value) => ({ value, label: states[value] }))}
        onChange={(chosen) => {
          onChange({ ...of, state: LICENCE_STATES.find((one) => one === chosen) });
        }}
      />
      <FilterSelect
        label={t`Loại giấy`}
        value={of.kind}
        choices={(choices?.licenceKinds ?? []).map(({ id, name, inForce, startsOn }) => ({
          value: id,
          label: inForce ? name : `${name} (${day(startsOn)})`,
        }))}
        onChange={(kind) => {
          onChange({ ...of, kind });
        }}
      />
      {units.length > 1 && (
        <FilterSelect
          label={t`Đơn vị`}
          value={of.unit}
          choices={units.map((unit) => ({ value: unit.id, label: named(unit) }))}
          onChange={(unit) => {
            onChange({ ...of, unit });
          }}
        />
      )}
    </FilterBar>
  );
}

function useColumns(): readonly Column<LicenceRow>[] {
  const { t } = useLingui();
  return [
    {
      key: 'holder',
      inFile: ['holder', 'contact', 'phone', 'email', 'address'],
      names: true,
      head: t`Cơ sở`,
      order: 'HOLDER',
      cell: (row) => <Holder of={row} />,
    },
    { key: 'kind', inFile: ['kind'], head: t`Loại giấy`, cell: ({ kind }) => kind.name },
    {
      key: 'number',
      inFile: ['number', 'issuedOn'],
      head: t`Số giấy`,
      cell: ({ licenceNumber }) => <span className="no-break">{licenceNumber}</span>,
    },
    { key: 'unit', inFile: ['unit'], head: t`Đơn vị`, cell: ({ unit }) => named(unit) },
    {
      key: 'expires',
      inFile: ['expiresOn'],
      head: t`Hết hạn`,
      order: ['EXPIRY', 'EXPIRY_LAST'],
      cell: ({ expiresOn }) => (expiresOn === null ? <Trans>không thời hạn</Trans> : <span className="no-break">{day(expiresOn)}</span>),
    },
    { key: 'file', inFile: ['fileBy'], head: t`Hạn nộp hồ sơ`, cell: (row) => <FileBy of={row} /> },
    { key: 'standing', inFile: ['state', 'standing'], head: t`Tình trạng`, cell: (row) => <LicenceMark of={row} /> },
  ];
}

function Holder({ of: { id, holder, wantsNone, illustrative } }: { readonly of: LicenceRow }) {
  return (
    <div className={styles.holder}>
      <Link to="/licences/$licenceId" params={{ licenceId: id }}>
        {holder}
      </Link>
      {(wantsNone || illustrative) && (
        <span className={styles.marks}>
          {wantsNone && (
            <Tag>
              <Trans>không nhận nhắc</Trans>
            </Tag>
          )}
          {illustrative && <DemoMark />}
        </span>
      )}
    </div>
  );
}
