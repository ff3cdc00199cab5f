import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { ActButton } from '../../../ui/act-button';
import { type Column, DataTable } from '../../../ui/data-table';
import { dayAndClock } from '../../../ui/format';
import { Check, Clock, Minus } from '../../../ui/icons';
import { Empty } from '../../../ui/note';
import { type AgeOrder, BY_AGE } from '../../../ui/orders';
import { StateMark } from '../../../ui/state-mark';
import styles from './admin.module.css';
import { CONFIRM_MERGE, MERGES, type MergeRow, REFUSE_MERGE, UNDO_MERGE } from './merge.query';

/** Merges that wait, hold or were undone. */
export function MergesTable() {
  const { t } = useLingui();
  const { merges, mergesAfter } = useSearch({ from: '/inside/doubles' });
  const navigate = useNavigate({ from: '/doubles' });
  const asked = useAsk(MERGES, { order: merges ?? null, after: mergesAfter ?? null });
  return (
    <DataTable<MergeRow>
      caption={t`Các lần gộp`}
      file={{ list: 'personMerges', filter: { order: merges ?? null } }}
      of={{ ...asked, data: asked.data?.personMerges }}
      columns={useColumns(asked.again)}
      rowKey={({ id }) => id}
      cards
      order={merges ?? 'NEWEST'}
      onOrder={(order) => {
        void navigate({ search: (was) => ({ ...was, merges: order as AgeOrder, mergesAfter: undefined }), resetScroll: false });
      }}
      onPage={(after) => {
        void navigate({ search: (was) => ({ ...was, mergesAfter: after }), resetScroll: false });
      }}
      isFirstPage={mergesAfter === undefined}
      empty={<Empty title={<Trans>Chưa gộp hồ sơ nào</Trans>} />}
    />
  );
}

function useColumns(again: () => void): readonly Column<MergeRow>[] {
  const { t } = useLingui();
  const record = ({ id, fullName }: MergeRow['kept']) => (
    <Link to="/people/$personId" params={{ personId: id }}>
      {fullName}
    </Link>
  );
  return [
    { key: 'merged', head: t`Hồ sơ được gộp`, names: true, cell: ({ merged }) => record(merged) },
    { key: 'kept', head: t`Vào hồ sơ`, cell: ({ kept }) => record(kept) },
    { key: 'state', head: t`Trạng thái`, cell: ({ state }) => <State of={state} /> },
    {
      key: 'reason',
      head: t`Lý do`,
      cell: ({ reason, undoReason, whyNotConfirm }) => (
        <>
          {undoReason ?? reason}
          {whyNotConfirm && <span className="caption">{whyNotConfirm.message}</span>}
        </>
      ),
    },
    { key: 'by', head: t`Người đề nghị`, cell: ({ proposedByName }) => proposedByName },
    { key: 'at', head: t`Lúc`, order: BY_AGE, cell: ({ proposedAt }) => <span className="no-break">{dayAndClock(proposedAt)}</span> },
    { key: 'acts', head: t`Thao tác`, fixed: true, cell: (row) => <Acts of={row} again={again} /> },
  ];
}

function State({ of }: { readonly of: MergeRow['state'] }) {
  const { t } = useLingui();
  const words: Readonly<Record<MergeRow['state'], string>> = {
    PROPOSED: t`Chờ người thứ hai xác nhận`,
    IN_FORCE: t`Đã gộp`,
    UNDO_PROPOSED: t`Chờ xác nhận hủy gộp`,
    REFUSED: t`Không được xác nhận`,
    WITHDRAWN: t`Đã rút đề nghị`,
    UNDONE: t`Đã hủy gộp`,
  };
  const waits = of === 'PROPOSED' || of === 'UNDO_PROPOSED';
  return (
    <StateMark tone={waits ? 'soon' : of === 'IN_FORCE' ? 'done' : 'plain'} icon={waits ? Clock : of === 'IN_FORCE' ? Check : Minus}>
      {words[of]}
    </StateMark>
  );
}

function Acts({
  of: {
    id: mergeId,
    version,
    merged: { fullName: mergedName },
    state,
    canConfirm,
    canRefuse,
    canUndo,
  },
  again,
}: {
  readonly of: MergeRow;
  readonly again: () => void;
}) {
  const { t } = useLingui();
  const reason = { label: <Trans>Lý do</Trans>, path: 'reason' };
  return (
    <span className={styles.acts}>
      {canConfirm && (
        <ActButton
          of={CONFIRM_MERGE}
          size="small"
          destructive={false}
          name={t`Xác nhận, ${mergedName}`}
          title={state === 'PROPOSED' ? <Trans>Xác nhận gộp hồ sơ</Trans> : <Trans>Xác nhận hủy gộp</Trans>}
          act={<Trans>Xác nhận</Trans>}
          keep={<Trans>Chưa xác nhận</Trans>}
          input={() => ({ mergeId, version })}
          said={state === 'PROPOSED' ? t`Đã gộp hồ sơ` : t`Đã hủy gộp`}
          onDone={again}
        >
          {state === 'PROPOSED' ? (
            <Trans>Tài khoản của hồ sơ được gộp bị khóa, vai trò của hồ sơ đó tạm ngừng; xung đột lợi ích được tìm lại ngay.</Trans>
          ) : (
            <Trans>Hai hồ sơ lại đứng riêng; tài khoản và vai trò đã tạm ngừng hoạt động trở lại.</Trans>
          )}
        </ActButton>
      )}
      {canRefuse && (
        <ActButton
          of={REFUSE_MERGE}
          size="small"
          name={t`Không xác nhận, ${mergedName}`}
          title={<Trans>Không xác nhận hoặc rút đề nghị</Trans>}
          label={<Trans>Không xác nhận</Trans>}
          act={<Trans>Không xác nhận</Trans>}
          keep={<Trans>Quay lại</Trans>}
          reason={reason}
          input={(typed) => ({ mergeId, version, reason: typed })}
          onDone={again}
        >
          <Trans>Hai hồ sơ giữ nguyên như hiện nay.</Trans>
        </ActButton>
      )}
      {canUndo && (
        <ActButton
          of={UNDO_MERGE}
          size="small"
          name={t`Hủy gộp, ${mergedName}`}
          title={<Trans>Hủy gộp hồ sơ của {mergedName}</Trans>}
          act={<Trans>Hủy gộp</Trans>}
          keep={<Trans>Giữ nguyên</Trans>}
          reason={reason}
          input={(typed) => ({ mergeId, version, reason: typed })}
          said={t`Đã ghi nhận việc hủy gộp`}
          onDone={again}
        >
          <Trans>
            Hai hồ sơ lại đứng riêng; tài khoản và vai trò đã tạm ngừng hoạt động trở lại. Khi có cuộc thi đang chấm, cần người thứ hai xác
            nhận.
          </Trans>
        </ActButton>
      )}
    </span>
  );
}
