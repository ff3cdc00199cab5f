import { Trans } from '@lingui/react/macro';

/** A month by its first day: `tháng 6/2025`. */
export function MonthWord({ of }: { readonly of: string }) {
  const [year, month] = [of.slice(0, 4), String(Number(of.slice(5, 7)))];
  return (
    <span className="no-break">
      <Trans>
        tháng {month}/{year}
      </Trans>
    </span>
  );
}
