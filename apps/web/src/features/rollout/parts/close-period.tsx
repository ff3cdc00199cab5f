import { Plural, Trans } from '@lingui/react/macro';
import { type ReactNode } from 'react';
import { ActButton } from '../../../ui/act-button';
import { named } from '../../../ui/format';
import { CLOSE_PERIOD, type PeriodPage, type PeriodRow } from '../period.query';

type UnitRow = PeriodPage['reportingRates'][number]['units'][number];

/** Shuts a period: names who can send no more, and says of the others why it leaves them as they are. */
export function ClosePeriod({ of: { id, version }, units, again }: ClosePeriodProps) {
  const shut = units.filter(({ state, expected }) => expected && state !== 'APPROVED' && state !== 'SUBMITTED');
  return (
    <ActButton
      of={CLOSE_PERIOD}
      title={<Trans>Khóa kỳ báo cáo</Trans>}
      act={<Trans>Khóa kỳ báo cáo</Trans>}
      keep={<Trans>Chưa khóa</Trans>}
      input={() => ({ periodId: id, version })}
      onDone={again}
    >
      <p>
        <Trans>Sau khi khóa, đơn vị chưa gửi không gửi được nữa, trừ khi được mở lại riêng, có lý do và thời hạn.</Trans>
      </p>
      <Named of={shut}>
        <Plural
          value={shut.length}
          _0="Các đơn vị phải báo cáo đều đã gửi."
          one="# đơn vị không gửi được nữa:"
          other="# đơn vị không gửi được nữa:"
        />
      </Named>
      <Left of={units} />
    </ActButton>
  );
}

interface ClosePeriodProps {
  readonly of: PeriodRow;
  readonly units: readonly UnitRow[];
  readonly again: () => void;
}

/** What the act does not touch, and why. */
function Left({ of }: { readonly of: readonly UnitRow[] }) {
  const sent = of.filter(({ state }) => state === 'SUBMITTED');
  const approved = of.filter(({ state }) => state === 'APPROVED').length;
  const spared = of.filter(({ state, expected }) => !expected && state !== 'SUBMITTED' && state !== 'APPROVED').length;
  return (
    <>
      {sent.length > 0 && (
        <Named of={sent}>
          <Plural
            value={sent.length}
            one="# báo cáo đã gửi vẫn duyệt được; nếu trả lại thì phải mở lại riêng cho đơn vị:"
            other="# báo cáo đã gửi vẫn duyệt được; nếu trả lại thì phải mở lại riêng cho đơn vị:"
          />
        </Named>
      )}
      {approved > 0 && (
        <p>
          <Plural value={approved} one="# báo cáo đã duyệt giữ nguyên." other="# báo cáo đã duyệt giữ nguyên." />
        </p>
      )}
      {spared > 0 && (
        <p>
          <Plural value={spared} one="# đơn vị không phải báo cáo kỳ này." other="# đơn vị không phải báo cáo kỳ này." />
        </p>
      )}
    </>
  );
}

function Named({ of, children }: { readonly of: readonly UnitRow[]; readonly children: ReactNode }) {
  return (
    <p>
      {children} {of.map(({ unit }) => named(unit)).join(', ')}
    </p>
  );
}
