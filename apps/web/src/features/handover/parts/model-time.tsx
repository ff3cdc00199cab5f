import { Trans } from '@lingui/react/macro';
import { day } from '../../../ui/format';

/** From when on, and until when where that is known. */
export function ModelTime({ of: { startsOn, endsOn } }: { readonly of: { readonly startsOn: string; readonly endsOn: string | null } }) {
  return endsOn === null ? (
    <Trans>Từ ngày {day(startsOn)}</Trans>
  ) : (
    <Trans>
      Từ ngày {day(startsOn)} đến hết ngày {day(endsOn)}
    </Trans>
  );
}
