import { Trans, useLingui } from '@lingui/react/macro';
import { AUTHOR_READS, type CriterionRule, PUBLIC_TEXTS } from '#plain/contest';
import { Button, IconButton } from '../../../ui/button';
import { fieldId } from '../../../ui/field';
import { Icon } from '../../../ui/icon';
import { ChevronDown, ChevronUp, Plus, Trash } from '../../../ui/icons';
import { Panel } from '../../../ui/panel';
import { type TypedBook, type TypedStep, moved, without } from './book';
import { CheckCell, ChoiceCell, PlaceError, WholeCell } from './cells';
import { useChoiceWords } from './choice-words';
import { fieldPath, focusSoon, moveId, useEditing } from './editing';
import styles from './rule-book.module.css';

/** How rounds become the result, and what parts equals. */
export function ResultFields() {
  const { t } = useLingui();
  const words = useChoiceWords();
  const { book } = useEditing();
  return (
    <Panel title={<Trans>Kết quả chung cuộc</Trans>}>
      <div className={styles.pairs}>
        <ChoiceCell label={t`Điểm chung cuộc`} path="combination.kind" value={book.combination.kind} choices={words.combination} />
        <WholeCell label={t`Số chữ số thập phân`} path="rounding.places" value={book.rounding.places} />
        <ChoiceCell label={t`Xếp hạng theo`} path="rounding.rankOn" value={book.rounding.rankOn} choices={words.rankOn} />
      </div>
      <h3 className={styles.part}>
        <Trans>Khi bằng điểm, lần lượt xét</Trans>
      </h3>
      <Ladder of={book.tieBreak} />
    </Panel>
  );
}

const flat = (rubric: readonly CriterionRule[]): readonly CriterionRule[] =>
  rubric.flatMap((criterion) => [criterion, ...flat(criterion.children)]);

function Ladder({ of }: { readonly of: readonly TypedStep[] }) {
  const { t } = useLingui();
  const { book, put, readOnly } = useEditing();
  const first = book.rounds[0];
  return (
    <div>
      <PlaceError path="tieBreak" />
      <ol className={styles.criteria}>
        {of.map((step, at) => (
          <LadderStep key={at} at={at} step={step} all={of} book={book} />
        ))}
      </ol>
      {of.length === 0 && (
        <p className="secondary">
          <Trans>Chưa có bước nào: các sáng kiến bằng điểm đứng cùng hạng.</Trans>
        </p>
      )}
      {!readOnly && (
        <Button
          id="add-tieBreak"
          size="small"
          onClick={() => {
            const criterion = flat(first?.rubric ?? [])[0]?.key ?? '';
            put('tieBreak', [...of, { kind: 'CRITERION', round: first?.key ?? '', criterion }]);
            focusSoon(fieldId(fieldPath(`tieBreak.${String(of.length)}.kind`)));
          }}
        >
          <Icon of={Plus} />
          {t`Thêm bước`}
        </Button>
      )}
    </div>
  );
}

interface LadderStepProps {
  readonly at: number;
  readonly step: TypedStep;
  readonly all: readonly TypedStep[];
  readonly book: TypedBook;
}

function LadderStep({ at, step, all, book }: LadderStepProps) {
  const { t } = useLingui();
  const words = useChoiceWords();
  const { put, readOnly } = useEditing();
  const path = `tieBreak.${String(at)}`;
  const place = at + 1;
  const rounds = Object.fromEntries(book.rounds.map(({ key, nameVi }) => [key, nameVi || key]));
  const criteria = flat(book.rounds.find(({ key }) => key === step.round)?.rubric ?? []);
  return (
    <li className={styles.criterion}>
      <div className={styles.ladder}>
        <ChoiceCell label={t`Bước ${place}`} path={`${path}.kind`} value={step.kind} choices={words.step} />
        {step.kind !== 'CHAIR_VOTE' && (
          <ChoiceCell label={t`Vòng`} path={`${path}.round`} value={step.round} choices={withChosen(rounds, step.round)} />
        )}
        {step.kind === 'CRITERION' && (
          <ChoiceCell
            label={t`Tiêu chí`}
            path={`${path}.criterion`}
            value={step.criterion}
            choices={withChosen(Object.fromEntries(criteria.map(({ key, nameVi }) => [key, nameVi || key])), step.criterion)}
          />
        )}
        {!readOnly && (
          <div className={styles.tools}>
            <IconButton
              label={t`Đưa lên: bước ${place}`}
              id={moveId(path, -1)}
              onClick={() => {
                put('tieBreak', moved(all, at, -1));
                focusSoon(moveId(`tieBreak.${String(at - 1)}`, -1));
              }}
            >
              <Icon of={ChevronUp} />
            </IconButton>
            <IconButton
              label={t`Đưa xuống: bước ${place}`}
              id={moveId(path, 1)}
              onClick={() => {
                put('tieBreak', moved(all, at, 1));
                focusSoon(moveId(`tieBreak.${String(at + 1)}`, 1));
              }}
            >
              <Icon of={ChevronDown} />
            </IconButton>
            <IconButton
              label={t`Bỏ bước ${place}`}
              onClick={() => {
                put('tieBreak', without(all, at));
                focusSoon('add-tieBreak');
              }}
            >
              <Icon of={Trash} />
            </IconButton>
          </div>
        )}
      </div>
    </li>
  );
}

/** What was chosen and is gone stays in sight, so that it can be seen to be wrong. */
const withChosen = (choices: Readonly<Record<string, string>>, chosen: string): Readonly<Record<string, string>> =>
  chosen in choices ? choices : { [chosen]: chosen === '' ? '–' : chosen, ...choices };

/** What anyone, and what the authors, may read. */
export function OpennessFields() {
  const { t } = useLingui();
  const { book } = useEditing();
  const words = useChoiceWords();
  return (
    <Panel title={<Trans>Công khai</Trans>}>
      <CheckCell label={t`Ai cũng xem được bảng xếp hạng sau công bố`} path="publicRanking" checked={book.publicRanking} />
      <CheckCell label={t`Ai cũng tải được gói kết quả sau công bố`} path="publicPack" checked={book.publicPack} />
      <Several
        legend={t`Phần nội dung công khai của sáng kiến đạt giải`}
        path="publicText"
        all={PUBLIC_TEXTS}
        chosen={book.publicText}
        words={words.publicText}
      />
      <Several
        legend={t`Tác giả được biết về kết quả của mình`}
        path="authorsRead"
        all={AUTHOR_READS}
        chosen={book.authorsRead}
        words={words.authorsRead}
      />
    </Panel>
  );
}

interface SeveralProps<Value extends string> {
  readonly legend: string;
  readonly path: string;
  readonly all: readonly Value[];
  readonly chosen: readonly Value[];
  readonly words: Readonly<Record<Value, string>>;
}

function Several<Value extends string>({ legend, path, all, chosen, words }: SeveralProps<Value>) {
  const { put, readOnly } = useEditing();
  return (
    <fieldset className={styles.several}>
      <legend>
        <strong>{legend}</strong>
      </legend>
      {all.map((value) => (
        <label key={value} className={styles.switch}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={(event) => {
              if (!readOnly) put(path, event.target.checked ? [...chosen, value] : chosen.filter((one) => one !== value));
            }}
          />
          <span>{words[value]}</span>
        </label>
      ))}
    </fieldset>
  );
}
