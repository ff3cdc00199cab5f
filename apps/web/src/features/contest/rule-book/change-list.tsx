import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { useAsk } from '../../../api/ask';
import { SelectField } from '../../../ui/field';
import { titled } from '../../../ui/format';
import { Answer } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import { type TypedBook, typedBook } from './book';
import { type Change, type Field, changesBetween } from './changes';
import { useChoiceWords } from './choice-words';
import styles from './rule-book.module.css';
import { OTHER_RULE_BOOK } from './rule-book.query';

interface Other {
  readonly id: string;
  readonly year: number;
  readonly titleVi: string;
  readonly titleEn: string;
}

interface ChangeListProps {
  readonly book: TypedBook;
  readonly others: readonly Other[];
  readonly chosen: string;
  readonly onChoose: (contestId: string) => void;
}

/** What the book says otherwise than that of another contest, in words. */
export function ChangeList({ book, others, chosen, onChoose }: ChangeListProps) {
  const asked = useAsk(OTHER_RULE_BOOK, { id: chosen }, { pause: chosen === '' });
  if (others.length === 0) return null;
  return (
    <Panel title={<Trans>Khác với quy chế năm trước</Trans>}>
      <SelectField label={<Trans>So với</Trans>} name="compareWith" value={chosen} onChange={onChoose}>
        {others.map((other) => (
          <option key={other.id} value={other.id}>
            {other.year} · {titled(other)}
          </option>
        ))}
      </SelectField>
      <Answer of={asked} rows={3}>
        {({ contest }) =>
          contest?.ruleBook ? (
            <Changes book={book} other={contest.ruleBook.content} />
          ) : (
            <p className="secondary">
              <Trans>Cuộc thi ấy không có quy chế chấm trong hệ thống.</Trans>
            </p>
          )
        }
      </Answer>
    </Panel>
  );
}

function Changes({ book, other }: { readonly book: TypedBook; readonly other: Parameters<typeof typedBook>[0] }) {
  const changes = useMemo(() => changesBetween(typedBook(other), book), [other, book]);
  const fields = useFieldWords();
  const say = useValueWords();
  return (
    <>
      <p role="status">
        <Plural value={changes.length} _0="Không có gì khác." one="# chỗ khác:" other="# chỗ khác:" />
      </p>
      <ul className={styles.changes}>
        {changes.map((change) => (
          <li key={[...change.place, change.field, change.before, change.after].join('|')}>
            {change.place.length > 0 && <p className="caption">{change.place.join(' › ')}</p>}
            <p>
              {fields[change.field]}: <Difference change={change} say={say} />
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

function Difference({
  change: { field, before, after },
  say,
}: {
  readonly change: Change;
  readonly say: (field: Field, value: string) => string;
}) {
  if (before === null)
    return (
      <Trans>
        thêm <ins>{after}</ins>
      </Trans>
    );
  if (after === null)
    return (
      <Trans>
        bỏ <del>{before}</del>
      </Trans>
    );
  return (
    <>
      <del>{say(field, before)}</del> → <ins>{say(field, after)}</ins>
    </>
  );
}

function useFieldWords(): Readonly<Record<Field, string>> {
  const { t } = useLingui();
  return {
    round: t`Vòng`,
    criterion: t`Tiêu chí`,
    name: t`Tên`,
    max: t`Điểm tối đa`,
    step: t`Bước điểm`,
    knockOut: t`Điểm liệt dưới`,
    comment: t`Giám khảo phải ghi nhận xét`,
    bands: t`Các mức bằng lời`,
    guidance: t`Hướng dẫn chấm`,
    judges: t`Giám khảo cho mỗi sáng kiến`,
    minimum: t`Số phiếu ít nhất để đóng vòng`,
    aggregation: t`Điểm của sáng kiến là`,
    weight: t`Trọng số`,
    divergence: t`Chấm thêm khi lệch quá`,
    further: t`Phiếu chấm thêm`,
    cutOff: t`Ai qua vòng`,
    visibility: t`Giám khảo`,
    presentation: t`Phút trình bày và hỏi đáp`,
    calibration: t`Chấm thử hai mẫu trước khi chấm`,
    combination: t`Điểm chung cuộc`,
    rounding: t`Làm tròn`,
    ladder: t`Khi bằng điểm, lần lượt xét`,
    openness: t`Công khai`,
  };
}

/** Codes within a value are said as where they are chosen; all else stands as it was typed. */
function useValueWords(): (field: Field, value: string) => string {
  const { t } = useLingui();
  const words = useChoiceWords();
  const all: Readonly<Record<string, string>> = Object.assign({}, ...Object.values(words)) as Record<string, string>;
  const coded = (value: string) => value.replaceAll(/[A-Z_]{3,}/g, (code) => all[code] ?? code);
  return (field, value) => {
    if (field === 'cutOff') {
      const [score = '–', top = '–', join = ''] = value.split('/');
      const parts = [score !== '–' && t`từ ${score} điểm`, top !== '–' && t`${top} sáng kiến đứng đầu`].filter(Boolean);
      const joined = parts.length > 1 ? ` (${all[join] ?? join})` : '';
      return parts.length === 0 ? t`tất cả` : `${parts.join(', ')}${joined}`;
    }
    if (field === 'rounding') {
      const [places = '', rankOn = ''] = value.split('/');
      const by = all[rankOn] ?? rankOn;
      return t`${places} chữ số thập phân, xếp hạng theo ${by}`;
    }
    return ['aggregation', 'further', 'visibility', 'combination', 'ladder', 'openness'].includes(field) ? coded(value) : value;
  };
}
