import { Trans, useLingui } from '@lingui/react/macro';
import { useId } from 'react';
import { type CriterionRule } from '#plain/contest';
import { Button, IconButton } from '../../../ui/button';
import { fieldId } from '../../../ui/field';
import { Icon } from '../../../ui/icon';
import { ChevronDown, ChevronUp, Plus, Trash } from '../../../ui/icons';
import { moved, newCriterion, without } from './book';
import { CheckCell, PlaceError, TextCell } from './cells';
import { fieldPath, focusSoon, moveId, useEditing } from './editing';
import styles from './rule-book.module.css';

const DEEPEST = 3;

interface TreeProps {
  /** Of the list: `rounds.0.rubric`, `rounds.0.rubric.1.children`. */
  readonly path: string;
  readonly list: readonly CriterionRule[];
  /** Of the whole round, whose keys may not be used twice. */
  readonly rubric: readonly CriterionRule[];
  readonly depth?: number;
}

/** Criteria in their order, each with those under it. */
export function CriterionTree({ path, list, rubric, depth = 1 }: TreeProps) {
  const { put, readOnly } = useEditing();
  return (
    <div className={styles.tree}>
      <PlaceError path={path} />
      <ol className={styles.criteria}>
        {list.map((criterion, at) => (
          <Criterion
            key={at}
            path={`${path}.${String(at)}`}
            criterion={criterion}
            rubric={rubric}
            depth={depth}
            onMove={(by) => {
              put(path, moved(list, at, by));
              focusSoon(moveId(`${path}.${String(at + by)}`, by));
            }}
            onRemove={() => {
              put(path, without(list, at));
              focusSoon(depth === 1 ? `add-${path}` : fieldId(fieldPath(`${path.slice(0, path.lastIndexOf('.'))}.nameVi`)));
            }}
          />
        ))}
      </ol>
      {!readOnly && depth === 1 && (
        <Button
          id={`add-${path}`}
          size="small"
          onClick={() => {
            put(path, [...list, newCriterion(rubric)]);
            focusSoon(fieldId(fieldPath(`${path}.${String(list.length)}.nameVi`)));
          }}
        >
          <Icon of={Plus} />
          <Trans>Thêm tiêu chí</Trans>
        </Button>
      )}
    </div>
  );
}

interface CriterionProps {
  readonly path: string;
  readonly criterion: CriterionRule;
  readonly rubric: readonly CriterionRule[];
  readonly depth: number;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

function Criterion({ path, criterion, rubric, depth, onMove, onRemove }: CriterionProps) {
  const { t } = useLingui();
  const { put, readOnly } = useEditing();
  const name = criterion.nameVi;
  const isLeaf = criterion.children.length === 0;
  return (
    <li className={styles.criterion}>
      <PlaceError path={path} />
      <div className={styles.cells}>
        <TextCell label={t`Tiêu chí`} path={`${path}.nameVi`} value={name} />
        <TextCell label={t`Tối đa`} path={`${path}.max`} value={criterion.max} numeric />
        {isLeaf && <TextCell label={t`Bước điểm`} path={`${path}.step`} value={criterion.step} numeric />}
        <TextCell label={t`Điểm liệt dưới`} path={`${path}.knockOutMinimum`} value={criterion.knockOutMinimum} nullable numeric />
        {!readOnly && (
          <div className={styles.tools}>
            <IconButton
              label={t`Đưa lên: ${name}`}
              id={moveId(path, -1)}
              onClick={() => {
                onMove(-1);
              }}
            >
              <Icon of={ChevronUp} />
            </IconButton>
            <IconButton
              label={t`Đưa xuống: ${name}`}
              id={moveId(path, 1)}
              onClick={() => {
                onMove(1);
              }}
            >
              <Icon of={ChevronDown} />
            </IconButton>
            {depth < DEEPEST && (
              <IconButton
                label={t`Thêm tiêu chí con của: ${name}`}
                onClick={() => {
                  put(`${path}.children`, [...criterion.children, newCriterion(rubric)]);
                  focusSoon(fieldId(fieldPath(`${path}.children.${String(criterion.children.length)}.nameVi`)));
                }}
              >
                <Icon of={Plus} />
              </IconButton>
            )}
            <IconButton label={t`Bỏ tiêu chí: ${name}`} onClick={onRemove}>
              <Icon of={Trash} />
            </IconButton>
          </div>
        )}
      </div>
      <Details path={path} criterion={criterion} isLeaf={isLeaf} />
      {!isLeaf && <CriterionTree path={`${path}.children`} list={criterion.children} rubric={rubric} depth={depth + 1} />}
    </li>
  );
}

/** What is asked less often: the English name, the key, what to look for, the bands in words. */
function Details({ path, criterion, isLeaf }: { readonly path: string; readonly criterion: CriterionRule; readonly isLeaf: boolean }) {
  const { t } = useLingui();
  const count = criterion.bands.length;
  const name = criterion.nameVi;
  const open = useWrongWithin(path);
  return (
    <details className={styles.details} open={open || undefined}>
      <summary>
        {count > 0 ? <Trans>Tiếng Anh, hướng dẫn, {count} mức bằng lời</Trans> : <Trans>Tiếng Anh, hướng dẫn, mức bằng lời</Trans>}
        <span className="visually-hidden"> {name}</span>
      </summary>
      <div className={styles.pairs}>
        <TextCell label={t`Tên bằng tiếng Anh`} path={`${path}.nameEn`} value={criterion.nameEn} />
        <TextCell label={t`Mã`} path={`${path}.key`} value={criterion.key} />
        <TextCell label={t`Hướng dẫn chấm`} path={`${path}.guidanceVi`} value={criterion.guidanceVi} nullable long optional />
        <TextCell label={t`Hướng dẫn bằng tiếng Anh`} path={`${path}.guidanceEn`} value={criterion.guidanceEn} nullable long optional />
      </div>
      {isLeaf && <CheckCell label={t`Giám khảo phải ghi nhận xét`} path={`${path}.commentRequired`} checked={criterion.commentRequired} />}
      {isLeaf && <Bands path={`${path}.bands`} criterion={criterion} />}
    </details>
  );
}

/** A refusal that names something within opens what hides it. */
function useWrongWithin(path: string): boolean {
  const { refusal } = useEditing();
  const inside = [`content.${path}.nameEn`, `content.${path}.key`, `content.${path}.guidance`, `content.${path}.bands`];
  const problems = refusal ? (refusal.problems.length > 0 ? refusal.problems : [refusal]) : [];
  return problems.some(({ path: at }) => inside.some((start) => at?.replace(/^input\./, '').startsWith(start)));
}

function Bands({ path, criterion: { bands, max, nameVi: name } }: { readonly path: string; readonly criterion: CriterionRule }) {
  const { t } = useLingui();
  const { put, readOnly } = useEditing();
  const title = useId();
  return (
    <div role="group" aria-labelledby={title}>
      <p id={title}>
        <strong>
          <Trans>Các mức bằng lời</Trans>
        </strong>
      </p>
      <PlaceError path={path} />
      {bands.map((band, at) => {
        const here = `${path}.${String(at)}`;
        const place = at + 1;
        return (
          <div key={at} className={styles.band}>
            <PlaceError path={here} />
            <TextCell label={t`Từ`} path={`${here}.from`} value={band.from} numeric />
            <TextCell label={t`Đến`} path={`${here}.to`} value={band.to} numeric />
            <TextCell label={t`Lời của mức`} path={`${here}.vi`} value={band.vi} />
            <TextCell label={t`Tiếng Anh`} path={`${here}.en`} value={band.en} />
            {!readOnly && (
              <IconButton
                label={t`Bỏ mức ${place} của ${name}`}
                onClick={() => {
                  put(path, without(bands, at));
                  focusSoon(`add-${path}`);
                }}
              >
                <Icon of={Trash} />
              </IconButton>
            )}
          </div>
        );
      })}
      {!readOnly && (
        <Button
          id={`add-${path}`}
          size="small"
          onClick={() => {
            put(path, [...bands, { from: bands.at(-1)?.to ?? '0', to: max, vi: '', en: '' }]);
            focusSoon(fieldId(fieldPath(`${path}.${String(bands.length)}.from`)));
          }}
        >
          <Icon of={Plus} />
          <Trans>Thêm mức</Trans>
        </Button>
      )}
    </div>
  );
}
