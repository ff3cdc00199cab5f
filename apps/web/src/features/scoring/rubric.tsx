import { Trans, useLingui } from '@lingui/react/macro';
import { Fragment, type ReactNode, useEffect, useState } from 'react';
import { named, number } from '../../ui/format';
import { type CardCriterion, type WholeCard } from './card.query';
import { Criterion, markInputId } from './criterion';
import { type Marks, type TypedMark, markOf } from './marks';
import styles from './card-page.module.css';

/** `3.1` of a part, `3` of a criterion of its own: as people speak of them. */
export function placesOf(criteria: readonly CardCriterion[]): Readonly<Record<string, string>> {
  const places: Record<string, string> = {};
  let whole = 0;
  let part = 0;
  let above: string | null = null;
  for (const { key, partOfVi } of criteria) {
    if (partOfVi === null) {
      whole += 1;
      places[key] = String(whole);
    } else {
      if (partOfVi !== above) {
        whole += 1;
        part = 0;
      }
      part += 1;
      places[key] = `${String(whole)}.${String(part)}`;
    }
    above = partOfVi;
  }
  return places;
}

/** All criteria; the one that is worked on is open. */
export function Rubric({
  card,
  marks,
  readOnly,
  onChange,
  children,
}: {
  readonly card: Pick<WholeCard, 'criteria'> & { readonly round: Pick<WholeCard['round'], 'nameVi' | 'nameEn'> };
  readonly marks: Marks;
  readonly readOnly: boolean;
  /** Above the criteria. */
  readonly children?: ReactNode;
  readonly onChange: (key: string, part: Partial<TypedMark>) => void;
}) {
  const { t } = useLingui();
  const { criteria } = card;
  const [open, setOpen] = useState(() => (readOnly ? '' : firstOpen(criteria, marks)));
  const places = placesOf(criteria);
  useEffect(() => {
    // Whoever has a keyboard types at once; on a touch screen it would come up over the dossier.
    if (open && matchMedia('(pointer: fine)').matches) document.getElementById(markInputId(open))?.focus({ preventScroll: true });
  }, []);
  const next = (key: string) => {
    const at = criteria.findIndex((criterion) => criterion.key === key);
    const after = [...criteria.slice(at + 1), ...criteria.slice(0, at)].find((criterion) => markOf(marks, criterion.key).points === null);
    if (after) setOpen(after.key);
  };
  return (
    <section className={styles.rubric} aria-label={t`Bảng tiêu chí`}>
      <h2 className={styles.rubricHead}>{named(card.round)}</h2>
      {children}
      {criteria.map((criterion, at) => (
        <Fragment key={criterion.key}>
          {criterion.partOfVi !== null && criterion.partOfVi !== criteria[at - 1]?.partOfVi && (
            <PartHead criteria={criteria} part={criterion.partOfVi} place={places[criterion.key]?.split('.')[0] ?? ''} marks={marks} />
          )}
          <Criterion
            number={places[criterion.key] ?? ''}
            criterion={criterion}
            mark={markOf(marks, criterion.key)}
            open={open === criterion.key}
            readOnly={readOnly}
            onOpen={() => {
              setOpen(criterion.key);
            }}
            onChange={(part) => {
              onChange(criterion.key, part);
            }}
            onNext={() => {
              next(criterion.key);
            }}
          />
        </Fragment>
      ))}
      {!readOnly && (
        <p className="caption">
          <Trans>Chọn mức bằng lời, rồi chọn điểm trong mức. Trong ô điểm, phím Enter đưa đến ô nhận xét.</Trans>
        </p>
      )}
    </section>
  );
}

function PartHead({
  criteria,
  part,
  place,
  marks,
}: {
  readonly criteria: readonly CardCriterion[];
  readonly part: string;
  readonly place: string;
  readonly marks: Marks;
}) {
  const parts = criteria.filter(({ partOfVi }) => partOfVi === part);
  const sum = parts.reduce((all, { key }) => all + Number(markOf(marks, key).points ?? 0), 0);
  const max = parts.reduce((all, criterion) => all + Number(criterion.max), 0);
  return (
    <h3 className={styles.part}>
      <span>
        {place} {named({ nameVi: part, nameEn: parts[0]?.partOfEn })}
      </span>
      <span className="num">
        {number(sum)} / {number(max)}
      </span>
    </h3>
  );
}

const firstOpen = (criteria: readonly CardCriterion[], marks: Marks): string =>
  (criteria.find(({ key }) => markOf(marks, key).points === null) ?? criteria[0])?.key ?? '';
