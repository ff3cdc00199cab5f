import { Trans } from '@lingui/react/macro';
import { Link, useParams } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { Answer, Empty } from '../../../ui/note';
import { PublicHead, PublicPage } from '../../../ui/public-page';
import { DemoMark } from '../../../ui/state-mark';
import { Result, Units } from '../parts/pilot-result';
import { Registered } from '../parts/registered';
import { PilotMark } from '../parts/words';
import { PUBLIC_PILOT } from '../pilot.query';
import styles from '../pilot.module.css';

/** One pilot for anyone, also where nothing was shown. */
export function Page() {
  const { pilotId } = useParams({ from: '/public/tried-out/$pilotId' });
  const asked = useAsk(PUBLIC_PILOT, { id: pilotId });
  return (
    <PublicPage>
      <Answer of={asked}>
        {({ publicPilot: pilot }) =>
          pilot === null ? (
            <Empty title={<Trans>Không có thí điểm này</Trans>} />
          ) : (
            <article className={styles.page}>
              <PublicHead
                title={pilot.title}
                above={
                  <>
                    <Link to="/tried-out">
                      <Trans>Thí điểm</Trans>
                    </Link>
                    {pilot.illustrative && <DemoMark />}
                  </>
                }
              >
                <PilotMark state={pilot.state} />
              </PublicHead>
              <Result of={pilot} />
              <Units of={pilot} />
              <Registered of={pilot} />
            </article>
          )
        }
      </Answer>
    </PublicPage>
  );
}
