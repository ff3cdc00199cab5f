import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode } from 'react';
import { day, named } from '../../../ui/format';
import { Check, Close, Help, Minus, Warning } from '../../../ui/icons';
import { StateMark } from '../../../ui/state-mark';
import { today } from '../../../ui/today';
import { type RuleShown, type TitleKindShown, type TitleLevel, type Verdict, type YearFinding } from '../title.query';

export function useLevelWords(): Readonly<Record<TitleLevel, string>> {
  const { t } = useLingui();
  return { UNIT: t`cấp xã, đơn vị`, DISTRICT: t`cấp huyện`, PROVINCE: t`cấp tỉnh`, NATION: t`cấp quốc gia` };
}

export function VerdictMark({ of }: { readonly of: Verdict }) {
  if (of === 'MET')
    return (
      <StateMark tone="done" icon={Check}>
        <Trans>Đủ theo hồ sơ</Trans>
      </StateMark>
    );
  if (of === 'NOT_MET')
    return (
      <StateMark icon={Close}>
        <Trans>Chưa đủ</Trans>
      </StateMark>
    );
  return (
    <StateMark tone="soon" icon={Help}>
      <Trans>Chưa xác định được</Trans>
    </StateMark>
  );
}

export function FindingMark({ of }: { readonly of: YearFinding }) {
  if (of === 'REACHED')
    return (
      <StateMark tone="done" icon={Check}>
        <Trans>đạt</Trans>
      </StateMark>
    );
  if (of === 'NONE')
    return (
      <StateMark icon={Close}>
        <Trans>không đạt</Trans>
      </StateMark>
    );
  if (of === 'REVOKED')
    return (
      <StateMark tone="late" icon={Warning}>
        <Trans>đã bị thu hồi</Trans>
      </StateMark>
    );
  return (
    <StateMark tone="soon" icon={Minus}>
      <Trans>chưa có hồ sơ</Trans>
    </StateMark>
  );
}

/** One condition, as one says it. */
export function Condition({ of: { years, kinds } }: { readonly of: RuleShown['links'][number] }): ReactNode {
  const { t } = useLingui();
  const names = kinds.map((kind) => named(kind)).join(t` hoặc `);
  return <Plural value={years} one={`Một năm đạt ${names}`} other={`# năm liên tục, năm nào cũng đạt ${names}`} />;
}

/** Whether it is still given. */
export function KindMark({ of: { startsOn, endsOn } }: { readonly of: TitleKindShown }) {
  const now = today();
  if (startsOn > now)
    return (
      <StateMark>
        <Trans>từ {day(startsOn)}</Trans>
      </StateMark>
    );
  if (endsOn === null)
    return (
      <StateMark tone="done" icon={Check}>
        <Trans>đang áp dụng</Trans>
      </StateMark>
    );
  return endsOn >= now ? (
    <StateMark tone="soon">
      <Trans>áp dụng đến {day(endsOn)}</Trans>
    </StateMark>
  ) : (
    <StateMark>
      <Trans>hết áp dụng sau {day(endsOn)}</Trans>
    </StateMark>
  );
}
