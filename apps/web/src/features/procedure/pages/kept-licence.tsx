import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { type Asked, useAsk } from '../../../api/ask';
import { Bar } from '../../../ui/bar';
import { Button } from '../../../ui/button';
import { type Column, type Connection, DataTable } from '../../../ui/data-table';
import { day, dayAndClock, named } from '../../../ui/format';
import { Answer, Empty, Note } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { DemoMark } from '../../../ui/state-mark';
import { CorrectionForm } from '../parts/correct-licence';
import { ContactForm, EndLicence, RemindersWanted, RenewalForm } from '../parts/licence-acts';
import { ChannelWord, FileBy, LicenceMark, ReminderMark, StepWord } from '../parts/licence-words';
import styles from '../parts/licences.module.css';
import { Returned } from '../parts/reminder-acts';
import { LICENCE, type LicenceRow } from '../register.query';
import { type ReminderRow } from '../reminder.query';

/** One licence as its office keeps it: what it says, how its holder is reached, and what they were told. */
export function Page() {
  const { t } = useLingui();
  const { licenceId } = useParams({ from: '/inside/licences/$licenceId' });
  const [after, setAfter] = useState<string>();
  const asked = useAsk(LICENCE, { id: licenceId, after: after ?? null });
  const licence = asked.data?.licence;
  return (
    <>
      <Bar
        crumbs={[
          { label: t`Việc của tôi`, link: { to: '/home' } },
          { label: t`Sổ giấy phép`, link: { to: '/licences' } },
          { label: licence?.licenceNumber ?? '…' },
        ]}
      />
      <Answer of={asked}>
        {({ licence: found, reminders }) =>
          found ? (
            <Licence key={found.id} of={found} again={asked.again}>
              <Way of={{ ...asked, data: reminders }} onPage={setAfter} isFirstPage={after === undefined} />
            </Licence>
          ) : (
            <>
              <PageHead title={t`Không có giấy phép này`} />
              <Empty title={<Trans>Giấy không có trong sổ, hoặc thuộc đơn vị khác</Trans>} />
            </>
          )
        }
      </Answer>
    </>
  );
}

interface LicenceProps {
  readonly of: LicenceRow;
  readonly again: () => void;
  readonly children: ReactNode;
}

function Licence({ of, again, children }: LicenceProps) {
  const navigate = useNavigate();
  const [typing, setTyping] = useState<'RENEWAL' | 'CONTACT' | 'CORRECTION' | null>(null);
  const close = () => {
    setTyping(null);
  };
  return (
    <>
      <PageHead
        title={of.holder}
        acts={
          of.canEdit &&
          typing === null && (
            <>
              <EndLicence of={of} again={again} />
              <RemindersWanted of={of} again={again} />
              <Button
                onClick={() => {
                  setTyping('CONTACT');
                }}
              >
                <Trans>Sửa cách liên hệ</Trans>
              </Button>
              <Button
                onClick={() => {
                  setTyping('CORRECTION');
                }}
              >
                <Trans>Đính chính</Trans>
              </Button>
              <Button
                kind="primary"
                onClick={() => {
                  setTyping('RENEWAL');
                }}
              >
                <Trans>Ghi cấp lại</Trans>
              </Button>
            </>
          )
        }
      >
        {of.kind.name} · {of.licenceNumber} {of.illustrative && <DemoMark />}
      </PageHead>
      <div className={styles.page}>
        {typing === 'CONTACT' && <ContactForm of={of} onClose={close} again={again} />}
        {typing === 'CORRECTION' && <CorrectionForm of={of} onClose={close} again={again} />}
        {typing === 'RENEWAL' && (
          <RenewalForm
            of={of}
            onClose={close}
            onRenewed={(licenceId) => {
              void navigate({ to: '/licences/$licenceId', params: { licenceId } });
            }}
          />
        )}
        {of.wantsNone && (
          <Note>
            <Trans>Chủ cơ sở đã đề nghị không nhắc về giấy này.</Trans>
          </Note>
        )}
        <Facts of={of} />
        {children}
      </div>
    </>
  );
}

function Facts({ of }: { readonly of: LicenceRow }) {
  const { t } = useLingui();
  const none = t`chưa có`;
  const reached = [of.contact, of.phone, of.email, of.address];
  const isTold = of.canEdit || reached.some((part) => part !== null);
  return (
    <Panel title={<Trans>Giấy phép</Trans>} side={<LicenceMark of={of} />}>
      <dl className={styles.facts}>
        <Fact head={t`Đơn vị quản lý`}>{named(of.unit)}</Fact>
        <Fact head={t`Ngày cấp`}>{day(of.issuedOn)}</Fact>
        <Fact head={t`Hết hạn`}>{of.expiresOn === null ? t`không thời hạn` : day(of.expiresOn)}</Fact>
        <Fact head={t`Hạn nộp hồ sơ cấp lại`}>
          <FileBy of={of} />
        </Fact>
        {isTold ? (
          <>
            <Fact head={t`Người đại diện`}>{of.contact ?? none}</Fact>
            <Fact head={t`Điện thoại`}>{of.phone ? <a href={`tel:${of.phone}`}>{of.phone}</a> : none}</Fact>
            <Fact head={t`Thư điện tử`}>{of.email ?? none}</Fact>
            <Fact head={t`Địa chỉ kinh doanh`}>{of.address ?? none}</Fact>
          </>
        ) : (
          <Fact head={t`Liên hệ`}>
            <Trans>chỉ cán bộ của đơn vị quản lý xem được</Trans>
          </Fact>
        )}
        {of.renewedOn !== null && <Fact head={t`Ngày nộp hồ sơ cấp lại`}>{day(of.renewedOn)}</Fact>}
        {of.successorId !== null && (
          <Fact head={t`Giấy thay thế`}>
            <Link to="/licences/$licenceId" params={{ licenceId: of.successorId }}>
              <Trans>Xem giấy mới</Trans>
            </Link>
          </Fact>
        )}
        {of.predecessorId !== null && (
          <Fact head={t`Giấy trước đó`}>
            <Link to="/licences/$licenceId" params={{ licenceId: of.predecessorId }}>
              <Trans>Xem giấy cũ</Trans>
            </Link>
          </Fact>
        )}
      </dl>
    </Panel>
  );
}

function Fact({ head, children }: { readonly head: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{head}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface WayProps {
  readonly of: Asked<Connection<ReminderRow>>;
  readonly onPage: (after: string | undefined) => void;
  readonly isFirstPage: boolean;
}

/** What its holder was told, and what is still to come. */
function Way({ of, onPage, isFirstPage }: WayProps) {
  const { t } = useLingui();
  const acts: Column<ReminderRow> = {
    ...{ key: 'acts', fixed: true, head: t`Thao tác` },
    cell: (row) => row.canReturn && <Returned of={row} again={of.again} />,
  };
  const hasActs = (of.data?.edges ?? []).some(({ node }) => node.canReturn);
  const hasPages = !isFirstPage || of.data?.pageInfo.hasNextPage;
  const columns: readonly Column<ReminderRow>[] = [
    { key: 'step', names: true, head: t`Lần nhắc`, cell: (row) => <StepWord of={row} /> },
    { key: 'due', head: t`Ngày nhắc`, cell: ({ dueOn }) => <span className="no-break">{day(dueOn)}</span> },
    { key: 'channel', head: t`Cách nhắc`, cell: ({ channel }) => <ChannelWord of={channel} /> },
    { key: 'state', head: t`Kết quả`, cell: (row) => <ReminderMark of={row} /> },
    {
      key: 'at',
      head: t`Ghi lúc`,
      cell: ({ at, byName }) =>
        at === null ? (
          '–'
        ) : (
          <>
            <span className="no-break">{dayAndClock(at)}</span>
            <div className="secondary">{byName ?? <Trans>hệ thống</Trans>}</div>
          </>
        ),
    },
  ];
  return (
    <Panel title={<Trans>Các lần nhắc</Trans>} flush>
      <DataTable<ReminderRow>
        caption={t`Các lần nhắc`}
        file="few"
        of={of}
        rowKey={({ id }) => id}
        inOneOrder="few"
        cards
        columns={hasActs ? [...columns, acts] : columns}
        onPage={hasPages ? onPage : undefined}
        isFirstPage={isFirstPage}
        empty={
          <Empty title={<Trans>Chưa lên lịch nhắc</Trans>}>
            <p>
              <Trans>Lịch nhắc được lập khi gần đến hạn nộp hồ sơ. Giấy không thời hạn thì không nhắc.</Trans>
            </p>
          </Empty>
        }
      />
    </Panel>
  );
}
