import { Trans, useLingui } from '@lingui/react/macro';
import { SelectField } from '../../../ui/field';
import { dayAndClock, number } from '../../../ui/format';
import { Note } from '../../../ui/note';
import styles from './standings.module.css';

interface Version {
  readonly number: number;
  readonly cause: string;
  readonly madeAt: string;
  readonly supersededAt: string | null;
}

/** Which version of a result one reads, and which one stands beside it; nothing where there is only one. */
export function VersionChoice({
  versions,
  shown,
  beside,
  onShow,
  onBeside,
}: {
  readonly versions: readonly Version[];
  readonly shown: number | undefined;
  readonly beside: number | undefined;
  readonly onShow: (number: number | undefined) => void;
  readonly onBeside: (number: number | undefined) => void;
}) {
  const { t } = useLingui();
  const causes: Readonly<Record<string, string>> = {
    CLOSING: t`kết thúc vòng`,
    CORRECTION: t`đính chính`,
    CHAIR_VOTE: t`Trưởng ban biểu quyết`,
  };
  if (versions.length < 2) return null;
  const named = ({ number: each, cause, madeAt }: Version) => t`Bản ${number(each)}: ${causes[cause] ?? cause}, ${dayAndClock(madeAt)}`;
  const inForce = versions.find(({ supersededAt }) => supersededAt === null);
  const reading = versions.find(({ number: each }) => each === shown) ?? inForce;
  return (
    <div className={`${styles.versions} no-print`}>
      <SelectField
        label={t`Bản kết quả`}
        name="version"
        value={String(reading?.number ?? '')}
        onChange={(value) => {
          onShow(Number(value) === inForce?.number ? undefined : Number(value));
        }}
      >
        {versions.map((version) => (
          <option key={version.number} value={version.number}>
            {version.supersededAt === null ? t`${named(version)} (có hiệu lực)` : named(version)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t`Đặt cạnh bản`}
        name="beside"
        optional
        value={String(beside ?? '')}
        onChange={(value) => {
          onBeside(value === '' ? undefined : Number(value));
        }}
      >
        <option value="">{t`Không so`}</option>
        {versions
          .filter(({ number: each }) => each !== reading?.number)
          .map((version) => (
            <option key={version.number} value={version.number}>
              {named(version)}
            </option>
          ))}
      </SelectField>
      {reading?.supersededAt && (
        <Note tone="soon">
          <Trans>Bản này đã được thay thế lúc {dayAndClock(reading.supersededAt)}.</Trans>
        </Note>
      )}
    </div>
  );
}
