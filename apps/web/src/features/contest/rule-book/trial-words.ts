import { useLingui } from '@lingui/react/macro';
import { type CriterionRule, type RuleBookContent } from '#plain/contest';
import { named } from '../../../ui/format';

/** What became of an initiative of the trial. */
export function useStateWords(): Readonly<Record<string, string>> {
  const { t } = useLingui();
  return {
    PASSED: t`qua vòng`,
    CUT_OFF: t`không qua vòng`,
    KNOCKED_OUT: t`bị điểm liệt`,
    FINALIST: t`qua các vòng`,
    BELOW_FINAL: t`không vào vòng cuối`,
  };
}

const flat = (rubric: readonly CriterionRule[]): readonly CriterionRule[] =>
  rubric.flatMap((criterion) => [criterion, ...flat(criterion.children)]);

/** Which step of the ladder put one below the other. */
export function useDecidedWords({ rounds }: RuleBookContent): (step: string) => string {
  const { t } = useLingui();
  return (step) => {
    const [kind = '', place = ''] = step.split(':');
    const [key, criterion] = place.split('/');
    const round = rounds.find((one) => one.key === key);
    const roundName = round ? named(round) : place;
    const found = flat(round?.rubric ?? []).find((one) => one.key === criterion);
    const name = found ? named(found) : (criterion ?? '');
    if (kind === 'CRITERION') return t`bằng điểm, kém ở ${name}`;
    if (kind === 'ROUND_SCORE') return t`bằng điểm, kém ở vòng ${roundName}`;
    return '';
  };
}
