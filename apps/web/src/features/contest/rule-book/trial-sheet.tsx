import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useDeferredValue, useMemo, useState } from 'react';
import { type CriterionRule, type RuleBookContent, leaves } from '#plain/contest';
import { type TrialRound, type TriedRuleBook } from '#plain/result';
import { classes } from '../../../ui/classes';
import { named, number } from '../../../ui/format';
import { Note } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import { Segments } from '../../../ui/segments';
import { type TypedBook, bookContent } from './book';
import styles from './trial-sheet.module.css';
import { EXAMPLES, type TypedMarks, markKey, tryBook } from './trial';
import { useDecidedWords, useStateWords } from './trial-words';

const FINAL = '';

interface TrialSheetProps {
  readonly book: TypedBook;
  /** As the platform has it: what the ranks were before the editing. */
  readonly saved: TypedBook;
}

/** What the rules, as they stand on the screen, do to marks that anybody may change; nothing of it is written. */
export function TrialSheet({ book, saved }: TrialSheetProps) {
  const [marks, setMarks] = useState<TypedMarks>({});
  const now = useDeferredValue(book);
  const content = useMemo(() => bookContent(now), [now]);
  const trial = useMemo(() => tryBook(content, marks), [content, marks]);
  const before = useMemo(() => tryBook(bookContent(saved), marks).tried, [saved, marks]);
  return (
    <Panel title={<Trans>Phiếu chấm thử</Trans>}>
      <p className={classes('caption', styles.intro)}>
        <Trans>Bốn sáng kiến mẫu, chấm theo quy chế đang hiện trên màn hình. Điểm sửa được và không được ghi lại.</Trans>
      </p>
      {trial.tried === null ? (
        <Note tone="soon" role="status">
          <Plural
            value={trial.faults}
            one="Quy chế còn # chỗ chưa khớp. Kết quả thử hiện lại khi sửa xong; bấm lưu để xem từng chỗ."
            other="Quy chế còn # chỗ chưa khớp. Kết quả thử hiện lại khi sửa xong; bấm lưu để xem từng chỗ."
          />
        </Note>
      ) : (
        <Tried content={content} tried={trial.tried} before={before} marks={marks} onMarks={setMarks} />
      )}
    </Panel>
  );
}

interface TriedProps {
  readonly content: RuleBookContent;
  readonly tried: TriedRuleBook;
  readonly before: TriedRuleBook | null;
  readonly marks: TypedMarks;
  readonly onMarks: (marks: TypedMarks) => void;
}

function Tried({ content, tried, before, marks, onMarks }: TriedProps) {
  const { t } = useLingui();
  const [chosen, choose] = useState<string>(FINAL);
  const round = tried.rounds.find(({ key }) => key === chosen) ?? (tried.rounds.length === 1 ? tried.rounds[0] : undefined);
  const marked = round ?? tried.rounds[0];
  return (
    <>
      {tried.rounds.length > 1 && (
        <Segments
          label={t`Kết quả của`}
          value={round?.key ?? FINAL}
          onChange={choose}
          choices={[
            ...content.rounds.map(({ key }, at) => {
              const place = at + 1;
              return { value: key, label: t`Vòng ${place}` };
            }),
            { value: FINAL, label: t`Chung cuộc` },
          ]}
        />
      )}
      <Ranking
        content={content}
        lines={round ? round.lines : tried.final}
        before={(round ? before?.rounds.find(({ key }) => key === round.key)?.lines : before?.final) ?? []}
      />
      {marked && <Marks content={content} round={marked} marks={marks} onMarks={onMarks} />}
    </>
  );
}

interface Line {
  readonly initiativeId: string;
  readonly rank: number | null;
  readonly score: string;
  readonly state: string;
  readonly decidedBy: string | null;
}

interface RankingProps {
  readonly content: RuleBookContent;
  readonly lines: readonly Line[];
  readonly before: readonly Line[];
}

function Ranking({ content, lines, before }: RankingProps) {
  const { t } = useLingui();
  const states = useStateWords();
  const decided = useDecidedWords(content);
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={t`Xếp hạng thử`}>
        <thead>
          <tr>
            <th scope="col">{t`Hạng`}</th>
            <th scope="col">{t`Sáng kiến`}</th>
            <th scope="col" className={styles.number}>{t`Điểm`}</th>
            <th scope="col">{t`Kết quả`}</th>
          </tr>
        </thead>
        <tbody aria-live="polite">
          {lines.map((line) => {
            const was = before.find(({ initiativeId }) => initiativeId === line.initiativeId)?.rank;
            const wasRank = was ?? '–';
            return (
              <tr key={line.initiativeId} className={was === line.rank || was === undefined ? undefined : styles.moved}>
                <td className="num">
                  <strong>{line.rank ?? '–'}</strong>
                  {was !== undefined && was !== line.rank && <span className="caption"> {t`(trước khi sửa: ${wasRank})`}</span>}
                </td>
                <th scope="row">{line.initiativeId}</th>
                <td className={classes('num', styles.number)}>{number(line.score, content.rounding.places)}</td>
                <td>
                  {states[line.state]}
                  {line.decidedBy !== null && <span className="caption"> {decided(line.decidedBy)}</span>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface MarksProps {
  readonly content: RuleBookContent;
  readonly round: TrialRound;
  readonly marks: TypedMarks;
  readonly onMarks: (marks: TypedMarks) => void;
}

/** The marks of one initiative in one round: a column for each judge, a row for each criterion. */
function Marks({ content, round, marks, onMarks }: MarksProps) {
  const { t } = useLingui();
  const [example, choose] = useState<string>('A');
  const rule = content.rounds.find(({ key }) => key === round.key);
  const cards = round.cards.find(({ initiative }) => initiative === example)?.cards;
  const criteria: readonly CriterionRule[] = rule ? leaves(rule.rubric) : [];
  return (
    <>
      <h3 className={styles.marksHead}>
        <Trans>Điểm mẫu</Trans>
      </h3>
      <Segments label={t`Sáng kiến`} value={example} onChange={choose} choices={EXAMPLES.map((value) => ({ value, label: value }))} />
      {!cards ? (
        <p className="secondary">
          <Trans>Sáng kiến {example} không vào vòng này.</Trans>
        </p>
      ) : (
        <div className={styles.frame} tabIndex={0} role="region" aria-label={t`Điểm mẫu`}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t`Tiêu chí`}</th>
                {cards.map(({ judge, extra }, at) => {
                  const place = at + 1;
                  return (
                    <th key={judge} scope="col" className={styles.number}>
                      {extra ? t`Chấm thêm` : t`GK ${place}`}
                    </th>
                  );
                })}
              </tr>
            </thead>
            <tbody>
              {criteria.map((criterion, row) => {
                const name = named(criterion) || criterion.key;
                return (
                  <tr key={criterion.key}>
                    <th scope="row">
                      {name} <span className="caption">/{number(criterion.max)}</span>
                    </th>
                    {cards.map(({ judge, points }, at) => {
                      const key = markKey({ round: round.key, initiative: example, judge, criterion: criterion.key });
                      const place = at + 1;
                      return (
                        <td key={judge} className={styles.number}>
                          <input
                            className={styles.mark}
                            inputMode="decimal"
                            aria-label={t`${name}, giám khảo ${place}, sáng kiến ${example}`}
                            value={marks[key] ?? number(points[row] ?? '0')}
                            onChange={(event) => {
                              onMarks({ ...marks, [key]: event.target.value });
                            }}
                          />
                        </td>
                      );
                    })}
                  </tr>
                );
              })}
              <tr>
                <th scope="row">{t`Tổng`}</th>
                {cards.map(({ judge, total, counts }) => (
                  <td key={judge} className={classes('num', styles.number)}>
                    <strong>{number(total)}</strong>
                    {!counts && <div className="caption">{t`không tính`}</div>}
                  </td>
                ))}
              </tr>
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
