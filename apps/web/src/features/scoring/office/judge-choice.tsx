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
  const fitWords = ({ judge }: MatrixJudge) => {
    const known = fit(judge.id, row);
    return known !== null && `, ${fits[known] ?? ''}`;
  };
  const rank = ({ judge, load, available }: MatrixJudge) => (available ? 0 : 1000) + load - (fit(judge.id, row) ?? 0) * 100;
  return (
    <SelectField {...field}>
      <option value="">{none ?? ''}</option>
      {[...free]
        .sort((one, other) => rank(one) - rank(other))
        .map((one) => (
          <option key={one.judge.id} value={one.judge.id}>
            {t`${one.judge.fullName}: ${number(one.load)} phiếu`}
            {fitWords(one)}
            {!one.available && t`, đang vắng`}
          </option>
        ))}
    </SelectField>
  );
}
