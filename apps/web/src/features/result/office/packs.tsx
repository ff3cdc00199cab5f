import { Trans, useLingui } from '@lingui/react/macro';
import { useAct } from '../../../api/act';
import { type Asked } from '../../../api/ask';
import { useRest } from '../../../api/ask-whole';
import { Button } from '../../../ui/button';
import { ExportButton } from '../../../ui/export-button';
import { dayAndClock, fileSize, named, number } from '../../../ui/format';
import { FetchFile } from '../../../ui/fetch-file';
import { ErrorSummary } from '../../../ui/form';
import { Answer, Broken } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import { useToast } from '../../../ui/toast';
import styles from './final.module.css';
import { type FinalRound, MAKE_RESULT_PACK, RESULT_PACKS, type Results } from './final.query';

interface PacksProps {
  readonly of: Asked<Results>;
  readonly contestId: string;
  readonly rounds: readonly FinalRound[];
  readonly canMake: boolean;
}

/** The files that everything of a result can be reckoned from again, one for each version. */
export function Packs({ of, contestId, rounds, canMake }: PacksProps) {
  const { t } = useLingui();
  const toast = useToast();
  const asked = useRest(of, RESULT_PACKS, { contestId }, 'resultPacks');
  const { run, busy, refusal, broken } = useAct(MAKE_RESULT_PACK);
  const make = async () => {
    if ((await run({ contestId })).kind !== 'done') return;
    toast(<Trans>Gói kết quả mới nhất đã có trong danh sách.</Trans>);
    asked.again();
  };
  const nameOf = (key: string) => {
    const round = rounds.find((each) => each.key === key);
    return round ? named(round) : key;
  };
  return (
    <Panel
      title={t`Gói kết quả`}
      side={
        <>
          <ExportButton list="resultPacks" filter={{ contestId }} />
          {canMake && (
            <Button size="small" busy={busy} onClick={() => void make()}>
              <Trans>Lập gói</Trans>
            </Button>
          )}
        </>
      }
    >
      {refusal && <ErrorSummary refusal={refusal} />}
      {broken && <Broken error={broken} />}
      <Answer of={asked} rows={2}>
        {({ resultPacks }) =>
          resultPacks.edges.length === 0 ? (
            <p className="secondary">
              <Trans>Chưa có gói nào. Gói được lập khi một vòng kết thúc, và lập lại sau mỗi đính chính.</Trans>
            </p>
          ) : (
            <ul>
              {resultPacks.edges.map(({ node: pack }) => (
                <li key={pack.id} className={styles.pack}>
                  <div>
                    <p>
                      {pack.rounds.map(({ key, number: version }) => t`${nameOf(key)}, bản ${number(version)}`).join('; ')}
                      {pack.finalNumber !== null && (
                        <>
                          {'; '}
                          <Trans>chung cuộc, bản {number(pack.finalNumber)}</Trans>
                        </>
                      )}
                      {pack.prizesNumber !== null && (
                        <>
                          {'; '}
                          <Trans>giải thưởng, bản {number(pack.prizesNumber)}</Trans>
                        </>
                      )}
                    </p>
                    <p className="caption">
                      <Trans>
                        Lập lúc {dayAndClock(pack.madeAt)} · {fileSize(pack.size)}
                      </Trans>
                    </p>
                    <p className={styles.hash}>SHA-256 {pack.sha256}</p>
                  </div>
                  <FetchFile id={pack.fileId} name={t`gói kết quả lập lúc ${dayAndClock(pack.madeAt)}`} />
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Panel>
  );
}
