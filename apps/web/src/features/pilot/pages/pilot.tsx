import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { Bar } from '../../../ui/bar';
import { Answer, Empty } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { DemoMark } from '../../../ui/state-mark';
import { EnterFiles } from '../parts/enter-files';
import { PilotActs } from '../parts/pilot-acts';
import { Result, Units } from '../parts/pilot-result';
import { Registered } from '../parts/registered';
import { PilotMark } from '../parts/words';
import { PILOT, type PilotShown } from '../pilot.query';
import styles from '../pilot.module.css';

/** One pilot: what came of it, its communes and their files, what is registered, and what may be done. */
export function Page() {
  const { t } = useLingui();
  const { pilotId } = useParams({ from: '/inside/pilots/$pilotId' });
  const asked = useAsk(PILOT, { id: pilotId });
  return (
    <>
      <Bar crumbs={[{ label: t`Thí điểm`, link: { to: '/pilots' } }, { label: t`Một thí điểm` }]} />
      <Answer of={asked}>
        {({ pilot }) =>
          pilot === null ? (
            <Empty title={<Trans>Không có thí điểm này, hoặc không mở cho tài khoản này.</Trans>} />
          ) : (
            <Whole of={pilot} again={asked.again} />
          )
        }
      </Answer>
    </>
  );
}

function Whole({ of, again }: { readonly of: PilotShown; readonly again: () => void }) {
  const entering = (id: string) => {
    const place = of.units.find((one) => one.id === id);
    return place && !place.whyNotEnter && <EnterFiles key={place.version} of={of} place={place} again={again} />;
  };
  return (
    <>
      <PageHead title={of.title}>
        <PilotMark state={of.state} /> {of.illustrative && <DemoMark />}
      </PageHead>
      <div className={styles.page}>
        <Result of={of} />
        <PilotActs key={of.version} of={of} again={again} />
        <Units of={of} act={entering} />
        <Registered of={of} />
      </div>
    </>
  );
}
