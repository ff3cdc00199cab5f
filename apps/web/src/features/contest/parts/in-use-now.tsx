import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { AdoptionLegend, countStates } from '../../../ui/adoption-legend';
import { named, number } from '../../../ui/format';
import { Answer } from '../../../ui/note';
import { Section } from '../../../ui/public-page';
import { DemoMark } from '../../../ui/state-mark';
import { TileMap } from '../../../ui/tile-map';
import { type HomeRollout, IN_USE_OF } from '../public-home.query';
import styles from './in-use-now.module.css';

/** Of the initiatives that are rolled out, the one that most communes use, commune by commune. */
export function InUseNow({ rollouts }: { readonly rollouts: readonly HomeRollout[] }) {
  const [widest] = [...rollouts].sort((one, other) => other.inUse - one.inUse);
  if (!widest) return null;
  return (
    <Section
      title={
        <>
          <Trans>Nơi đang áp dụng</Trans> {widest.illustrative && <DemoMark />}
        </>
      }
      side={
        <Link to="/in-use">
          <Trans>Xem mọi sáng kiến</Trans>
        </Link>
      }
    >
      <Where rollout={widest} />
    </Section>
  );
}

function Where({ rollout }: { readonly rollout: HomeRollout }) {
  const { t } = useLingui();
  const asked = useAsk(IN_USE_OF, { id: rollout.initiative.id });
  const title = named({ nameVi: rollout.titleVi, nameEn: rollout.titleEn });
  const [used, all] = [number(rollout.inUse), number(rollout.expected)];
  return (
    <Answer of={asked}>
      {({ publicInitiative }) => {
        const adoptions = publicInitiative?.rollout?.adoptions ?? [];
        return (
          <div className={styles.columns}>
            <TileMap tiles={adoptions} label={t`Tình trạng áp dụng tại từng xã, thị trấn: ${title}`} />
            <div>
              <h3>
                <Link to="/winners/$initiativeId" params={{ initiativeId: rollout.initiative.id }}>
                  {title}
                </Link>
              </h3>
              <p className="secondary">
                <Trans>
                  đang dùng ở <strong className="num">{used}</strong> trên <span className="num">{all}</span> xã, thị trấn
                </Trans>
              </p>
              <AdoptionLegend counts={countStates(adoptions)} />
            </div>
          </div>
        );
      }}
    </Answer>
  );
}
