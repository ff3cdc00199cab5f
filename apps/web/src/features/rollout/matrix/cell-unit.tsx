import { Trans, useLingui } from '@lingui/react/macro';
import { useAsk } from '../../../api/ask';
import { CitizensVoice } from '../../../ui/citizens-voice';
import { day, named } from '../../../ui/format';
import { CELL_UNIT } from './cell.query';

/** What citizens say there, where the initiative runs on their ratings; what the unit came from, and what became of it. */
export function CellUnit({ unitId, initiativeId }: { readonly unitId: string; readonly initiativeId: string }) {
  const { t } = useLingui();
  const { data } = useAsk(CELL_UNIT, { unitId, initiativeId });
  const links = data?.unitLineages.filter(({ removedAt }) => removedAt === null) ?? [];
  const kinds = { WHOLE: t`toàn bộ`, REST: t`phần còn lại`, PART_AREA: t`một phần diện tích`, SPLIT: t`chia tách` };
  return (
    <>
      {data?.publicCitizensVoice && (
        <section>
          <h3>
            <Trans>Tiếng nói người dân</Trans>
          </h3>
          <CitizensVoice of={data.publicCitizensVoice} />
        </section>
      )}
      {links.length > 0 && (
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
      )}
    </>
  );
}
