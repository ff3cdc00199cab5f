import { useLingui } from '@lingui/react/macro';
import { type Refusal } from '../../../api/refusal';
import { RadioField, SelectField, TextAreaField, TextField } from '../../../ui/field';
import { errorAt } from '../../../ui/form';
import { named } from '../../../ui/format';
import { useInfluenceWords } from '../step-texts';
import { type ContestOfDossiers, type OfficeDossier } from './office.query';
import { type InHand } from './paper.query';

export interface PaperTexts {
  readonly areaId: string;
  readonly title: string;
  readonly problem: string;
  readonly solution: string;
  readonly novelty: string;
  readonly effect: string;
  readonly influence: OfficeDossier['influence'];
  readonly firstAppliedOn: string;
  readonly track: InHand['track'];
}

export const NO_TEXTS: PaperTexts = {
  ...{ areaId: '', title: '', problem: '', solution: '', novelty: '', effect: '', firstAppliedOn: '' },
  influence: 'ESTABLISHMENT',
  track: null,
};

/** As the acts take them: what is empty is not said. */
export const saidOf = ({ firstAppliedOn, ...texts }: PaperTexts) => ({ ...texts, firstAppliedOn: firstAppliedOn || null });

interface PaperTextsProps {
  readonly contest: ContestOfDossiers;
  readonly value: PaperTexts;
  readonly onChange: (value: PaperTexts) => void;
  readonly refusal: Refusal | null;
}

/** What is on the form of a dossier, in one piece, as somebody types it from paper or for another. */
export function PaperTextFields({ contest, value, onChange, refusal }: PaperTextsProps) {
  const { t } = useLingui();
  const influence = useInfluenceWords();
  const set = (change: Partial<PaperTexts>) => {
    onChange({ ...value, ...change });
  };
  const longs = [
    ['problem', t`Vấn đề`],
    ['solution', t`Giải pháp`],
    ['novelty', t`Tính mới`],
    ['effect', t`Hiệu quả`],
  ] as const;
  return (
    <>
      {contest.prizePlan.some(({ track }) => track !== null) && (
        <RadioField
          label={t`Dự thi với tư cách`}
          name="track"
          value={value.track}
          error={errorAt(refusal, 'track')}
          onChange={(track) => {
            set({ track });
          }}
          choices={[
            { value: 'INDIVIDUAL', label: t`Cá nhân` },
            { value: 'GROUP', label: t`Nhóm tác giả` },
          ]}
        />
      )}
      <SelectField
        label={t`Lĩnh vực`}
        name="areaId"
        value={value.areaId}
        error={errorAt(refusal, 'areaId')}
        onChange={(areaId) => {
          set({ areaId });
        }}
      >
        <option value="">{t`Chọn lĩnh vực`}</option>
        {contest.areas.map((area) => (
          <option key={area.id} value={area.id}>
            {named(area)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t`Tên sáng kiến`}
        name="title"
        value={value.title}
        error={errorAt(refusal, 'title')}
        onChange={(title) => {
          set({ title });
        }}
      />
      {longs.map(([name, label]) => (
        <TextAreaField
          key={name}
          label={label}
          name={name}
          rows={5}
          value={value[name]}
          error={errorAt(refusal, name)}
          onChange={(typed) => {
            set({ [name]: typed });
          }}
        />
      ))}
      <SelectField
        label={t`Phạm vi ảnh hưởng`}
        name="influence"
        value={value.influence}
        error={errorAt(refusal, 'influence')}
        onChange={(chosen) => {
          set({ influence: chosen as PaperTexts['influence'] });
        }}
      >
        {(Object.keys(influence) as PaperTexts['influence'][]).map((one) => (
          <option key={one} value={one}>
            {influence[one]}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t`Ngày áp dụng lần đầu`}
        name="firstAppliedOn"
        type="date"
        optional
        value={value.firstAppliedOn}
        error={errorAt(refusal, 'firstAppliedOn')}
        onChange={(firstAppliedOn) => {
          set({ firstAppliedOn });
        }}
      />
    </>
  );
}
