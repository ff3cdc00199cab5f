import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useMe } from '../../../api/session';
import { ActButton } from '../../../ui/act-button';
import { DataTable } from '../../../ui/data-table';
import { day, named, number } from '../../../ui/format';
import { given } from '../../../ui/given';
import { Empty } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import { DemoMark } from '../../../ui/state-mark';
import { PUT_INDEX_SCHEME_IN_FORCE, type SchemeShown } from '../scheme.query';
import styles from '../reform.module.css';

/** The schemes of the office: those in force, and drafts that become so when their maxima add up. */
export function Schemes({ of, again }: { readonly of: readonly SchemeShown[]; readonly again: () => void }) {
  const { t } = useLingui();
  const me = useMe();
  return (
    <Panel
      title={<Trans>Bộ tiêu chí</Trans>}
      side={
        me.canEnterIndexScheme && (
          <Link to="/index/schemes/new">
            <Trans>Nhập bộ tiêu chí</Trans>
          </Link>
        )
      }
      flush
    >
      <DataTable<SchemeShown>
        caption={t`Bộ tiêu chí`}
        file="few"
        of={given(of)}
        rowKey={({ id }) => id}
        inOneOrder="few"
        cards
        columns={[
          {
            key: 'name',
            names: true,
            head: t`Tên`,
            cell: (scheme) => (
              <>
                {named(scheme)} {scheme.illustrative && <DemoMark />}
              </>
            ),
          },
          {
            key: 'decision',
            head: t`Quyết định`,
            cell: ({ decisionNumber, decidedOn, issuer }) => t`${decisionNumber} ngày ${day(decidedOn)}, ${issuer}`,
          },
          { key: 'from', head: t`Áp dụng từ năm`, cell: ({ fromYear }) => String(fromYear) },
          { key: 'sum', numeric: true, head: t`Tổng điểm tối đa`, cell: ({ maximaSum }) => number(maximaSum) },
          {
            key: 'acts',
            fixed: true,
            head: t`Tình trạng`,
            cell: (scheme) => (scheme.state === 'IN_FORCE' ? <Trans>đang áp dụng</Trans> : <DraftActs of={scheme} again={again} />),
          },
        ]}
        empty={<Empty title={<Trans>Chưa có bộ tiêu chí nào</Trans>} />}
      />
    </Panel>
  );
}

function DraftActs({ of, again }: { readonly of: SchemeShown; readonly again: () => void }) {
  const { id: schemeId, version } = of;
  return (
    <div className={styles.acts}>
      <Trans>đang soạn</Trans>
      {!of.whyNotEdit && (
        <Link to="/index/schemes/new" search={{ scheme: schemeId }}>
          <Trans>Sửa</Trans>
        </Link>
      )}
      {of.whyNotPutInForce ? (
        <span className="secondary">{of.whyNotPutInForce.message}</span>
      ) : (
        <ActButton
          of={PUT_INDEX_SCHEME_IN_FORCE}
          size="small"
          title={<Trans>Áp dụng bộ tiêu chí</Trans>}
          act={<Trans>Áp dụng</Trans>}
          keep={<Trans>Chưa áp dụng</Trans>}
          destructive={false}
          input={() => ({ schemeId, version })}
          said={<Trans>Bộ tiêu chí đã được áp dụng.</Trans>}
          onDone={again}
        >
          <p>
            <Trans>Từ lúc áp dụng, tiêu chí và điểm tối đa không sửa được nữa.</Trans>
          </p>
        </ActButton>
      )}
    </div>
  );
}
