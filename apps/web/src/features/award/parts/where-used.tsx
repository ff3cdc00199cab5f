import { Trans, useLingui } from '@lingui/react/macro';
import { AdoptionLegend, countStates } from '../../../ui/adoption-legend';
import { AdoptionTable } from '../../../ui/adoption-table';
import { day, number } from '../../../ui/format';
import { useServiceWords } from '../../../ui/service-words';
import { Section } from '../../../ui/public-page';
import { TileMap } from '../../../ui/tile-map';
import { type PublicInitiative } from '../winners.query';
import styles from './where-used.module.css';

/** Which communes use it and since when: as tiles, and the same in a table. */
export function WhereUsed({ rollout }: { readonly rollout: NonNullable<PublicInitiative['rollout']> }) {
  const { t } = useLingui();
  const services = useServiceWords();
  const { adoptions, decisionNumber, decidedOn, startedOn, service } = rollout;
  const used = adoptions.filter(({ state }) => state === 'IN_USE' || state === 'SUSTAINED').length;
  const [some, all, since] = [number(used), number(adoptions.length), day(startedOn)];
  return (
    <Section title={<Trans>Nơi đang áp dụng</Trans>}>
      <p className={styles.lead}>
        <Trans>
          Nhân rộng từ {since}; đang dùng ở <strong className="num">{some}</strong> trên <span className="num">{all}</span> xã, thị trấn.
        </Trans>{' '}
        {decisionNumber !== null && decidedOn !== null && (
          <Trans>
            Theo {decisionNumber} ngày {day(decidedOn)}.
          </Trans>
        )}{' '}
        {service && <Trans>Thực hiện trên nền tảng này: {services[service]}.</Trans>}
      </p>
      <div className={styles.columns}>
        <TileMap tiles={adoptions} label={t`Tình trạng áp dụng tại từng xã, thị trấn`} />
        <AdoptionLegend counts={countStates(adoptions)} />
      </div>
      <AdoptionTable rows={adoptions} />
    </Section>
  );
}
