import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { type ResultOf } from '../api/graphql';
import { type voiceParts } from './citizens-voice.query';
import { Fact, Facts } from './facts';
import { named, number } from './format';
import { Interval } from './interval';
import { MonthWord } from './month-word';
import { DemoMark } from './state-mark';

/** What citizens said at the counters of some units, as it was published of a month. */
export function CitizensVoice({ of: { month, illustrative, units } }: { readonly of: ResultOf<typeof voiceParts> }) {
  return (
    <>
      <p className="secondary">
        <Trans>
          Tỷ lệ hài lòng trong số người đã đánh giá tại quầy, <MonthWord of={month} />.
        </Trans>{' '}
        {illustrative && <DemoMark />}{' '}
        <Link to="/citizens-voice" search={{ month }}>
          <Trans>Kết quả công bố của tháng</Trans>
        </Link>
      </p>
      <Facts>
        {units.map(({ unit, share }) => (
          <Fact key={unit.id} name={named(unit)}>
            {share ? (
              <>
                <Interval of={share} />, <Trans>{number(share.ratings)} lượt đánh giá</Trans>
              </>
            ) : (
              <Trans>không công bố, để không lộ nhóm dưới mười lượt đánh giá</Trans>
            )}
          </Fact>
        ))}
      </Facts>
    </>
  );
}
