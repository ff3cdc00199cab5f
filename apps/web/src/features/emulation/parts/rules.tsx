import { Trans, useLingui } from '@lingui/react/macro';
import { LinkButton } from '../../../ui/button';
import { useUnitsOf } from '../../../api/own-units';
import { useMe } from '../../../api/session';
import { type Column, DataTable } from '../../../ui/data-table';
import { named, number } from '../../../ui/format';
import { given } from '../../../ui/given';
import { Empty } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import { DemoMark } from '../../../ui/state-mark';
import styles from '../emulation.module.css';
import { type RuleShown } from '../title.query';
import { Condition } from './title-words';

/** What titles ask for, in the versions that are in force. */
export function Rules({ of }: { readonly of: readonly RuleShown[] }) {
  const { t } = useLingui();
  return (
    <Panel title={<Trans>Điều kiện</Trans>} flush>
      <DataTable<RuleShown>
        caption={t`Điều kiện của các danh hiệu`}
        file="few"
        of={given(of)}
        rowKey={({ id }) => id}
        inOneOrder="few"
        cards
        columns={useColumns()}
        empty={
          <Empty title={<Trans>Chưa nhập điều kiện nào</Trans>}>
            <Trans>Có điều kiện thì mỗi người đối chiếu được hồ sơ của mình.</Trans>
          </Empty>
        }
      />
    </Panel>
  );
}

function useColumns(): readonly Column<RuleShown>[] {
  const { t } = useLingui();
  const me = useMe();
  const own = useUnitsOf('achievement:manage').map(({ id }) => id);
  const acts: Column<RuleShown> = {
    key: 'acts',
    fixed: true,
    head: t`Việc`,
    cell: ({ id, kind, unit }) =>
      own.includes(unit.id) && (
        <LinkButton size="small" to="/title-kinds/rule" search={{ rule: id }} aria-label={t`Sửa điều kiện ${named(kind)}`}>
          <Trans>Sửa</Trans>
        </LinkButton>
      ),
  };
  return [
    {
      key: 'kind',
      names: true,
      head: t`Danh hiệu`,
      cell: ({ kind, illustrative }) => (
        <>
          {named(kind)} {illustrative && <DemoMark />}
        </>
      ),
    },
    {
      key: 'links',
      head: t`Điều kiện`,
      cell: ({ links, unchecked }) => (
        <ul className={styles.asked}>
          {links.map((link, at) => (
            <li key={at}>
              <Condition of={link} />
            </li>
          ))}
          {unchecked !== null && (
            <li>
              {unchecked}{' '}
              <span className="caption">
                <Trans>(hồ sơ không thể hiện)</Trans>
              </span>
            </li>
          )}
        </ul>
      ),
    },
    { key: 'unit', head: t`Áp dụng cho`, cell: ({ unit }) => named(unit) },
    { key: 'basis', head: t`Căn cứ`, cell: ({ legalBasis }) => legalBasis },
    { key: 'number', head: t`Bản`, cell: (rule) => number(rule.number) },
    ...(me.canEnterEligibilityRule ? [acts] : []),
  ];
}
