import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { ActButton } from '../../../ui/act-button';
import { Bar } from '../../../ui/bar';
import { DataTable } from '../../../ui/data-table';
import { dayAndClock } from '../../../ui/format';
import { Empty } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { CONFIRM_RESET, FACTOR_RESETS, type FactorResetRow, REFUSE_RESET } from '../admin/resets.query';
import styles from '../admin/admin.module.css';

/** Second factors that were lost and wait for a second person to take them off. */
export function Page() {
  const { t } = useLingui();
  const { after } = useSearch({ from: '/inside/factor-resets' });
  const navigate = useNavigate({ from: '/factor-resets' });
  const asked = useAsk(FACTOR_RESETS, { after: after ?? null });
  return (
    <>
      <Bar crumbs={[{ label: t`Việc của tôi`, link: { to: '/home' } }, { label: t`Xác thực hai bước bị mất` }]} />
      <PageHead title={t`Xác thực hai bước bị mất`}>
        <Trans>Bỏ xác thực hai bước của người có quyền trong việc chấm cần hai người: một người đề nghị, một người xác nhận.</Trans>
      </PageHead>
      <DataTable<FactorResetRow>
        caption={t`Đề nghị đang chờ`}
        file="few"
        of={{ ...asked, data: asked.data?.factorResets }}
        rowKey={({ id }) => id}
        inOneOrder="work"
        onPage={(next) => void navigate({ search: { after: next } })}
        isFirstPage={after === undefined}
        columns={[
          {
            key: 'name',
            head: t`Họ và tên`,
            names: true,
            cell: ({ person }) => (
              <Link to="/people/$personId" params={{ personId: person.id }}>
                {person.fullName}
              </Link>
            ),
          },
          { key: 'reason', head: t`Lý do`, cell: ({ reason }) => reason },
          { key: 'by', head: t`Người đề nghị`, cell: ({ proposedByName }) => proposedByName ?? '–' },
          { key: 'at', head: t`Lúc`, cell: ({ proposedAt }) => <span className="no-break">{dayAndClock(proposedAt)}</span> },
          { key: 'acts', head: t`Thao tác`, fixed: true, cell: (row) => <Decide reset={row} onDone={asked.again} /> },
        ]}
        empty={
          <Empty title={<Trans>Không có đề nghị nào đang chờ</Trans>}>
            <p>
              <Trans>Đề nghị được lập ở trang của người mất thiết bị xác thực.</Trans>
            </p>
          </Empty>
        }
      />
    </>
  );
}

function Decide({ reset, onDone }: { readonly reset: FactorResetRow; readonly onDone: () => void }) {
  const { t } = useLingui();
  const { id: resetId, version, canConfirm, canRefuse, whyNotConfirm } = reset;
  const { fullName: personName } = reset.person;
  return (
    <span className={styles.acts}>
      {canConfirm && (
        <ActButton
          of={CONFIRM_RESET}
          size="small"
          name={t`Xác nhận, ${personName}`}
          title={<Trans>Bỏ xác thực hai bước của {personName}</Trans>}
          act={<Trans>Xác nhận</Trans>}
          keep={<Trans>Chưa xác nhận</Trans>}
          input={() => ({ resetId, version })}
          said={t`Đã bỏ xác thực hai bước của ${personName}`}
          onDone={onDone}
        >
          <Trans>Mọi phiên đăng nhập của người này kết thúc; lần đăng nhập sau phải thiết lập lại.</Trans>
        </ActButton>
      )}
      {whyNotConfirm && <span className="caption">{whyNotConfirm.message}</span>}
      {canRefuse && (
        <ActButton
          of={REFUSE_RESET}
          size="small"
          name={t`Không xác nhận, ${personName}`}
          title={<Trans>Không xác nhận</Trans>}
          act={<Trans>Không xác nhận</Trans>}
          keep={<Trans>Quay lại</Trans>}
          reason={{ label: <Trans>Lý do</Trans>, path: 'reason' }}
          input={(reason) => ({ resetId, version, reason })}
          onDone={onDone}
        >
          <Trans>Xác thực hai bước của {personName} giữ nguyên.</Trans>
        </ActButton>
      )}
    </span>
  );
}
