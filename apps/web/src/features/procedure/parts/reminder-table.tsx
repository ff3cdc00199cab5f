import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { type Asked } from '../../../api/ask';
import { type Column, type Connection, DataTable, type Selection, type TableFile } from '../../../ui/data-table';
import { day } from '../../../ui/format';
import { Clock, Warning } from '../../../ui/icons';
import { Empty } from '../../../ui/note';
import { DemoMark, Tag } from '../../../ui/state-mark';
import { type ReminderRow } from '../reminder.query';
import { FileBy, ReminderMark, StepWord } from './licence-words';
import styles from './licences.module.css';
import { CallOutcomes } from './reminder-acts';

interface ReminderTableProps {
  readonly of: Asked<Connection<ReminderRow>>;
  readonly file: TableFile;
  readonly selection: Selection<ReminderRow> | undefined;
  readonly onPage: (after: string | undefined) => void;
  readonly isFirstPage: boolean;
}

/** Holders who are to be told today; on a phone each is a card with a number to press. */
export function ReminderTable({ of, ...rest }: ReminderTableProps) {
  const { t } = useLingui();
  const columns: readonly Column<ReminderRow>[] = [
    { key: 'holder', names: true, head: t`Cơ sở`, cell: (row) => <Holder of={row} /> },
    { key: 'file', head: t`Hạn nộp hồ sơ`, cell: (row) => <FileBy of={row} /> },
    { key: 'expires', head: t`Hết hạn`, cell: ({ expiresOn }) => <span className="no-break">{day(expiresOn)}</span> },
    { key: 'reach', head: t`Liên hệ`, cell: (row) => <Reach of={row} /> },
    {
      key: 'acts',
      fixed: true,
      head: t`Kết quả`,
      cell: (row) =>
        row.canAct && row.channel !== 'MAIL' && row.phone !== null ? <CallOutcomes of={row} again={of.again} /> : <ReminderMark of={row} />,
    },
  ];
  return (
    <DataTable<ReminderRow>
      {...rest}
      caption={t`Cơ sở cần nhắc hôm nay`}
      of={of}
      rowKey={({ id }) => id}
      inOneOrder="work"
      cards
      columns={columns}
      empty={<Empty title={<Trans>Mục này hôm nay không còn việc</Trans>} />}
    />
  );
}

function Holder({ of }: { readonly of: ReminderRow }) {
  const { licence, holder, kind, illustrative, late, attempts, state } = of;
  return (
    <div className={styles.holder}>
      <Link to="/licences/$licenceId" params={{ licenceId: licence.id }}>
        {holder}
      </Link>
      <span className="secondary">
        {kind.name}, <span className="no-break">{licence.licenceNumber}</span>
      </span>
      <span className={styles.marks}>
        <span className="secondary">
          <StepWord of={of} />
        </span>
        {late && (
          <Tag tone="late" icon={Warning}>
            <Trans>nhắc trễ</Trans>
          </Tag>
        )}
        {attempts > 0 && (
          <Tag tone="soon" icon={Clock}>
            <Trans>đã gọi {attempts} lần</Trans>
          </Tag>
        )}
        {state === 'FAILED' && (
          <Tag tone="late" icon={Warning}>
            <Trans>không đến được</Trans>
          </Tag>
        )}
        {illustrative && <DemoMark />}
      </span>
    </div>
  );
}

/** Who to speak with, and by what. */
function Reach({ of: { contact, phone, email, address } }: { readonly of: ReminderRow }) {
  return (
    <div className={styles.holder}>
      {phone ? (
        <a className={styles.phone} href={`tel:${phone}`}>
          {phone.replace(/^(\d{4})(\d{3})(\d+)$/, '$1 $2 $3')}
        </a>
      ) : (
        <span className="secondary">
          <Trans>không có điện thoại</Trans>
        </span>
      )}
      {contact && <span>{contact}</span>}
      {email && <span className="secondary">{email}</span>}
      {address && <span className="secondary">{address}</span>}
    </div>
  );
}
