import { Trans, useLingui } from '@lingui/react/macro';
import { useAsk } from '../../../api/ask';
import { day, named } from '../../../ui/format';
import { CELL_LINEAGE } from './cell.query';

/** What the unit came from, and what became of it. */
export function Lineage({ unitId }: { readonly unitId: string }) {
  const { t } = useLingui();
  const { data } = useAsk(CELL_LINEAGE, { unitIds: [unitId] });
  const links = data?.unitLineages.filter(({ removedAt }) => removedAt === null) ?? [];
  const kinds = { WHOLE: t`toàn bộ`, REST: t`phần còn lại`, PART_AREA: t`một phần diện tích`, SPLIT: t`chia tách` };
  if (links.length === 0) return null;
  return (
    <section>
      <h3>
        <Trans>Sắp xếp đơn vị</Trans>
      </h3>
      <ul>
        {links.map(({ id, from, to, kind, effectiveOn }) => (
          <li key={id}>
            {from.id === unitId ? <Trans>về {named(to)}</Trans> : <Trans>từ {named(from)}</Trans>} ({kinds[kind]}), {day(effectiveOn)}
          </li>
        ))}
      </ul>
    </section>
  );
}
