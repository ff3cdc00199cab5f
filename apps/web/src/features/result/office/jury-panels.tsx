import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { languageInForce } from '../../../api/language';
import { type Asked } from '../../../api/ask';
import { ExportButton } from '../../../ui/export-button';
import { named, number } from '../../../ui/format';
import { Answer, Note } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import styles from './standings.module.css';
import { type AgreementFigure, type JudgeFigures, type ResultRead } from './standings.query';

const says = (figure: AgreementFigure): string => (languageInForce() === 'en' ? figure.meaningEn : figure.meaningVi);
const advises = (figure: AgreementFigure): string => (languageInForce() === 'en' ? figure.adviceEn : figure.adviceVi);

/** How far the jury agrees: first in words and what to do about it, then the numbers. */
export function AgreementPanel({ of }: { readonly of: Asked<ResultRead> }) {
  const { t } = useLingui();
  return (
    <Panel title={t`Ban Giám khảo có thống nhất không?`}>
      <Answer of={of} rows={3}>
        {({ agreement }) => {
          if (!agreement?.kept)
            return (
              <p>
                <Trans>Kết quả này được lập trước khi có số liệu thống kê.</Trans>
              </p>
            );
          const [first, ...others] = agreement.figures.filter(({ criterion }) => criterion === null);
          const byCriterion = agreement.figures.filter(({ criterion, measure }) => criterion !== null && measure === first?.measure);
          return (
            <div className={styles.stack}>
              {first && <Figure of={first} leading />}
              <p className="secondary">
                <Trans>
                  Đo trên {number(agreement.initiatives)} sáng kiến và {number(agreement.judges)} giám khảo, phiếu đầu tiên của mỗi người.
                </Trans>
              </p>
              {agreement.whyNotAdjusted && <p className="secondary">{agreement.whyNotAdjusted.message}</p>}
              <details>
                <summary>
                  <Trans>Các thước đo khác</Trans>
                </summary>
                <div className={styles.stack}>
                  {others.map((figure) => (
                    <Figure key={figure.measure} of={figure} />
                  ))}
                </div>
              </details>
              {byCriterion.length > 0 && (
                <details>
                  <summary>
                    <Trans>Theo từng tiêu chí</Trans>
                  </summary>
                  <ul>
                    {byCriterion.map((figure) => (
                      <li key={figure.criterion}>
                        {named({ nameVi: figure.criterionNameVi ?? '', nameEn: figure.criterionNameEn })}: {says(figure)}
                        {figure.value !== null && <span className="caption num"> {number(figure.value, 2)}</span>}
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </div>
          );
        }}
      </Answer>
    </Panel>
  );
}

function Figure({ of, leading = false }: { readonly of: AgreementFigure; readonly leading?: boolean }) {
  const name = languageInForce() === 'en' ? of.nameEn : of.nameVi;
  return (
    <div>
      <p>{leading ? <strong>{says(of)}</strong> : says(of)}</p>
      <p>{advises(of)}</p>
      {of.value !== null && (
        <p className="caption">
          {name} = <span className="num">{number(of.value, 2)}</span>
          {of.low !== null && of.high !== null && (
            <>
              {' '}
              <Trans>
                (khoảng tin cậy 95 %: {number(of.low, 2)} – {number(of.high, 2)})
              </Trans>
            </>
          )}
        </p>
      )}
    </div>
  );
}

/** How strict each judge is, in points against the whole jury, and the cards that are worth another look. Nobody is dropped by it. */
export function SeverityPanel({ of, roundId }: { readonly of: Asked<ResultRead>; readonly roundId: string }) {
  const { t } = useLingui();
  return (
    <Panel title={t`Độ chặt, lỏng của giám khảo`} side={<ExportButton list="judgeStatistics" filter={{ roundId }} />}>
      <Answer of={of} rows={4}>
        {({ judgeStatistics }) => {
          const judges = judgeStatistics.edges.map(({ node }) => node);
          const furthest = Math.max(0.01, ...judges.map(({ severity }) => Math.abs(severity.value ?? 0)));
          return (
            <div className={styles.stack}>
              <div>
                {judges.map((judge) => (
                  <Severity key={judge.judge.id} of={judge} furthest={furthest} />
                ))}
              </div>
              <p className="caption">
                <Trans>
                  Trái là chặt, phải là lỏng, tính bằng điểm so với cả Ban. Chỉ tham khảo: thứ hạng tính theo điểm gốc, không ai bị loại vì
                  số liệu này.
                </Trans>
              </p>
              <Outliers of={judges} />
            </div>
          );
        }}
      </Answer>
    </Panel>
  );
}

function Severity({ of: { judge, severity }, furthest }: { readonly of: JudgeFigures; readonly furthest: number }) {
  if (severity.value === null)
    return (
      <p className="caption">
        {judge.fullName}: {severity.whyNot?.message}
      </p>
    );
  // The API counts points below the jury; a mild judge lies to the right.
  const lenience = -severity.value;
  const width = `${String((Math.abs(lenience) / furthest) * 50)}%`;
  return (
    <div className={styles.judge}>
      <span>{judge.fullName}</span>
      <span className={styles.track} aria-hidden="true">
        <i style={lenience < 0 ? { right: '50%', width } : { left: '50%', width }} />
      </span>
      <b>
        {lenience > 0 ? '+' : ''}
        {number(lenience, 1)}
      </b>
    </div>
  );
}

function Outliers({ of }: { readonly of: readonly JudgeFigures[] }) {
  const cards = of.flatMap(({ judge, outliers }) => outliers.map((card) => ({ ...card, judge })));
  if (cards.length === 0) return null;
  return (
    <Note tone="soon">
      <p>
        <Plural value={cards.length} one="# phiếu khác thường nên xem lại" other="# phiếu khác thường nên xem lại" />
      </p>
      <ul>
        {cards.map((card) => (
          <li key={`${card.judge.id} ${card.initiative.id}`}>
            <a href={`#initiative-${card.initiative.id}`}>
              <span className="num">{card.initiative.receiptNumber}</span>
            </a>
            {': '}
            <Trans>
              {card.judge.fullName} cho {number(card.total)}, dự kiến {number(card.expected, 1)}
            </Trans>
          </li>
        ))}
      </ul>
    </Note>
  );
}
