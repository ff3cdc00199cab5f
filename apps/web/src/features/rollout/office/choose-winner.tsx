import { Trans, useLingui } from '@lingui/react/macro';
import { useAsk } from '../../../api/ask';
import { useRest } from '../../../api/ask-whole';
import { type Refusal } from '../../../api/refusal';
import { SelectField } from '../../../ui/field';
import { errorAt } from '../../../ui/form';
import { named } from '../../../ui/format';
import { MORE_WINNERS, WINNERS_OF_YEAR } from './adopt.query';

export interface Winner {
  readonly initiative: { readonly id: string; readonly title: string };
  readonly contest: { readonly id: string };
  readonly illustrative: boolean;
}

interface ChooseProps {
  readonly years: readonly number[];
  readonly year: number | undefined;
  readonly onYear: (year: number) => void;
  readonly chosen: Winner | null;
  readonly onChoose: (winner: Winner | null) => void;
  readonly refusal: Refusal | null;
  /** Those that a decision rolls out already are left out. */
  readonly withoutDecided: boolean;
}

/** An initiative that won, by its year. */
export function ChooseWinner({ years, year, onYear, chosen, onChoose, refusal, withoutDecided }: ChooseProps) {
  const { t } = useLingui();
  const of = { year: year ?? 0 };
  const asked = useAsk(WINNERS_OF_YEAR, of, { pause: year === undefined });
  const { data } = useRest(asked, MORE_WINNERS, of, 'winners');
  const winners = (data?.winners.edges ?? [])
    .map(({ node }) => node)
    .filter(({ revokedAt, rollout }) => revokedAt === null && !(withoutDecided && rollout?.byDecision));
  return (
    <>
      <SelectField
        label={<Trans>Năm thi</Trans>}
        name="year"
        value={year === undefined ? '' : String(year)}
        onChange={(value) => {
          onYear(Number(value));
        }}
      >
        {years.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </SelectField>
      <SelectField
        label={withoutDecided ? <Trans>Sáng kiến đoạt giải chưa nhân rộng</Trans> : <Trans>Sáng kiến đoạt giải</Trans>}
        hint={data && winners.length === 0 ? <Trans>Năm này không còn sáng kiến nào; chọn năm khác.</Trans> : undefined}
        name="initiativeId"
        value={chosen?.initiative.id ?? ''}
        error={errorAt(refusal, 'initiativeId')}
        onChange={(id) => {
          onChoose(winners.find(({ initiative }) => initiative.id === id) ?? null);
        }}
      >
        <option value="">{t`Chọn sáng kiến`}</option>
        {winners.map((winner) => (
          <option key={winner.id} value={winner.initiative.id}>
            {[winner.initiative.receiptNumber, winner.initiative.title, named(winner.tier)].filter(Boolean).join(' · ')}
          </option>
        ))}
      </SelectField>
    </>
  );
}
