import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode } from 'react';
import { useAsk } from '../../../api/ask';
import { named, number } from '../../../ui/format';
import { Answer, Note } from '../../../ui/note';
import table from '../../../ui/table.module.css';
import { CORRECTION_IMPACT, type Impact } from './correction.query';
import styles from './final.module.css';
import { Placing } from './words';

/** All that a correction would touch, before it is done; `children` are the acts that it stands before. */
export function CorrectionImpact({
  correctionId,
  children,
}: {
  readonly correctionId: string;
  readonly children?: (impact: Impact) => ReactNode;
}) {
  const asked = useAsk(CORRECTION_IMPACT, { correctionId });
  return (
    <Answer of={asked} rows={3}>
      {({ correctionImpact: impact }) =>
        impact ? (
          <div className={styles.stack}>
            <Touched impact={impact} />
            {children?.(impact)}
          </div>
        ) : (
          <p className="secondary">
            <Trans>Tác động tính được khi phiếu đã được ký lại.</Trans>
          </p>
        )
      }
    </Answer>
  );
}

function Touched({ impact }: { readonly impact: Impact }) {
  const { t } = useLingui();
  const rounds = impact.rounds.filter(({ changes }) => changes.length > 0);
  const nothing = rounds.length === 0 && impact.finals.length === 0 && impact.prizes.length === 0;
  return (
    <>
      {nothing && (
        <p>
          <Trans>Không thứ hạng, điểm hay giải nào thay đổi.</Trans>
        </p>
      )}
      {rounds.map(({ round, changes }) => (
        <RankChanges key={round.id} title={named(round)} changes={changes} />
      ))}
      {impact.finals.length > 0 && <RankChanges title={t`Kết quả chung cuộc`} changes={impact.finals} />}
      {impact.prizes.length > 0 && (
        <div>
          <h3>
            <Trans>Giải thưởng</Trans>
          </h3>
          <ul>
            {impact.prizes.map((prize) => (
              <li key={prize.initiative.id}>
                <span className="num">{prize.initiative.receiptNumber}</span> {prize.initiative.title}:{' '}
                {prize.beforeVi === null ? t`không giải` : named({ nameVi: prize.beforeVi, nameEn: prize.beforeEn })} →{' '}
                {prize.afterVi === null ? t`không giải` : named({ nameVi: prize.afterVi, nameEn: prize.afterEn })}
              </li>
            ))}
          </ul>
        </div>
      )}
      {impact.laterRounds.map((later) => (
        <LaterRound key={later.round.id} of={later} />
      ))}
      {impact.whyNotApply && <Note tone="soon">{impact.whyNotApply.message}</Note>}
    </>
  );
}

function RankChanges({ title, changes }: { readonly title: string; readonly changes: Impact['finals'] }) {
  return (
    <div>
      <h3>
        {title} · <Plural value={changes.length} one="# sáng kiến thay đổi" other="# sáng kiến thay đổi" />
      </h3>
      <div className={table.frame} tabIndex={0} role="region" aria-label={title}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Sáng kiến</Trans>
              </th>
              <th scope="col" className={table.number}>
                <Trans>Hạng</Trans>
              </th>
              <th scope="col" className={table.number}>
                <Trans>Điểm</Trans>
              </th>
              <th scope="col">
                <Trans>Kết quả</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {changes.map((line) => (
              <tr key={line.initiative.id}>
                <th scope="row">
                  {line.initiative.title} <span className="caption num">{line.initiative.receiptNumber}</span>
                </th>
                <td className={table.number}>
                  {line.rankBefore === null ? '–' : number(line.rankBefore)} → {line.rankAfter === null ? '–' : number(line.rankAfter)}
                </td>
                <td className={table.number}>
                  {line.scoreBefore === null ? '–' : number(line.scoreBefore, 2)} →{' '}
                  {line.scoreAfter === null ? '–' : number(line.scoreAfter, 2)}
                </td>
                <td>
                  {line.stateBefore === line.stateAfter ? (
                    line.stateAfter && <Placing of={line.stateAfter} />
                  ) : (
                    <strong>
                      {line.stateBefore && <Placing of={line.stateBefore} />} → {line.stateAfter && <Placing of={line.stateAfter} />}
                    </strong>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function LaterRound({ of: later }: { readonly of: Impact['laterRounds'][number] }) {
  const { t } = useLingui();
  const parts = [
    { say: t`Vào vòng, cần có phiếu chấm trước khi kết thúc`, of: later.joins },
    { say: t`Ra khỏi vòng, chưa ai chấm`, of: later.leaves },
    { say: t`Không còn qua vòng nhưng đã được chấm, ở lại`, of: later.stays },
    { say: t`Qua vòng quá muộn, giữ kết quả của vòng đã tới`, of: later.late },
  ].filter(({ of }) => of.length > 0);
  if (parts.length === 0) return null;
  return (
    <div>
      <h3>{named(later.round)}</h3>
      <ul>
        {parts.map(({ say, of }) => (
          <li key={say}>
            {say}: {of.map(({ receiptNumber, title }) => [receiptNumber, title].filter(Boolean).join(' ')).join('; ')}
          </li>
        ))}
      </ul>
    </div>
  );
}
