import { useLingui } from '@lingui/react/macro';
import { type ReactNode } from 'react';
import { SelectField } from '../../../ui/field';
import { number } from '../../../ui/format';
import { type MatrixJudge, type MatrixRow } from './assignments.query';
import { type FitOf } from './fit';

interface ChoiceProps {
  readonly free: readonly MatrixJudge[];
  readonly row: MatrixRow;
  readonly fit: FitOf;
  readonly name: string;
  readonly label: ReactNode;
  readonly none?: string;
  readonly value: string;
  readonly onChange: (judgeId: string) => void;
  readonly error: string | null;
}

/** Who may judge it yet: those who know the area and have few cards come first. */
export function JudgeChoice({ free, row, fit, none, ...field }: ChoiceProps) {
  const { t } = useLingui();
  const fits = [t`khác lĩnh vực`, t`chưa nêu lĩnh vực`, t`đúng lĩnh vực`];
  const fitWords = ({ judgeId }: MatrixJudge) => {
    const known = fit(judgeId, row);
    return known !== null && `, ${fits[known] ?? ''}`;
  };
  const rank = ({ judgeId, load, available }: MatrixJudge) => (available ? 0 : 1000) + load - (fit(judgeId, row) ?? 0) * 100;
  return (
    <SelectField {...field}>
      <option value="">{none ?? ''}</option>
      {[...free]
        .sort((one, other) => rank(one) - rank(other))
        .map((judge) => (
          <option key={judge.judgeId} value={judge.judgeId}>
            {t`${judge.fullName}: ${number(judge.load)} phiếu`}
            {fitWords(judge)}
            {!judge.available && t`, đang vắng`}
          </option>
        ))}
    </SelectField>
  );
}
