import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { named, number, percent } from '../../../ui/format';
import { Section } from '../../../ui/public-page';
import { type Judging } from '../contest.query';
import styles from './how-judged.module.css';

/** Rounds, criteria and the rules that make a ranking of marks. */
export function HowJudged({ judging }: { readonly judging: Judging }) {
  return (
    <Section title={<Trans>Cách chấm</Trans>} id="judging">
      {judging.rounds.map((round) => (
        <Round key={round.key} round={round} places={judging.rounding.places} />
      ))}
      <Rules judging={judging} />
    </Section>
  );
}

type RoundOf = Judging['rounds'][number];

function Round({ round, places }: { readonly round: RoundOf; readonly places: number }) {
  const { t } = useLingui();
  const means = {
    MEAN: t`trung bình cộng các phiếu`,
    MEDIAN: t`trung vị các phiếu`,
    TRIMMED_MEAN: t`trung bình cộng sau khi bỏ phiếu cao nhất và thấp nhất`,
  };
  const total = round.rubric.reduce((sum, { max }) => sum + Number(max), 0);
  const name = named(round);
  return (
    <div className={styles.round}>
      <h3>{name}</h3>
      <p className="secondary">
        <Plural
          value={round.judgesPerInitiative}
          one="Mỗi sáng kiến do # giám khảo chấm độc lập."
          other="Mỗi sáng kiến do # giám khảo chấm độc lập."
        />{' '}
        <Trans>
          Điểm của vòng là {means[round.aggregation.kind]}, làm tròn {places} chữ số thập phân.
        </Trans>{' '}
        {round.weight !== null && (
          <Trans>Vòng này chiếm {percent(Number(round.weight) * (Number(round.weight) <= 1 ? 100 : 1))} kết quả.</Trans>
        )}{' '}
        {round.cutOff.score !== null && <Trans>Điểm sàn để qua vòng: {number(round.cutOff.score)}.</Trans>}{' '}
        {round.cutOff.top !== null && <Trans>Số sáng kiến qua vòng nhiều nhất: {round.cutOff.top}.</Trans>}
      </p>
      <table className={styles.rubric}>
        <caption className="visually-hidden">{t`Tiêu chí chấm, ${name}`}</caption>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Tiêu chí</Trans>
            </th>
            <th scope="col">
              <Trans>Điểm tối đa</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {round.rubric.map((criterion) => (
            <Criterion key={criterion.key} of={criterion} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              <Trans>Tổng</Trans>
            </th>
            <td>{number(total)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Criterion({ of }: { readonly of: RoundOf['rubric'][number] }) {
  const guidance = named({ nameVi: of.guidanceVi ?? '', nameEn: of.guidanceEn });
  return (
    <>
      <tr>
        <th scope="row">
          {named(of)}
          {guidance !== '' && <span className={styles.guidance}>{guidance}</span>}
        </th>
        <td>{number(of.max)}</td>
      </tr>
      {of.children.map((child) => (
        <tr key={child.key} className={styles.child}>
          <th scope="row">{named(child)}</th>
          <td>{number(child.max)}</td>
        </tr>
      ))}
    </>
  );
}

function Rules({ judging }: { readonly judging: Judging }) {
  const names = new Map(
    judging.rounds
      .flatMap(({ rubric }) => rubric.flatMap((criterion) => [criterion, ...criterion.children]))
      .map((criterion) => [criterion.key, named(criterion)]),
  );
  const rounds = new Map(judging.rounds.map((round) => [round.key, named(round)]));
  return (
    <div className={styles.round}>
      <h3>
        <Trans>Xếp hạng</Trans>
      </h3>
      <ul className={styles.rules}>
        <li>
          {judging.combination.kind === 'FINAL_ONLY' ? (
            <Trans>Kết quả chung cuộc là điểm của vòng cuối.</Trans>
          ) : (
            <Trans>Kết quả chung cuộc là điểm các vòng cộng theo tỷ trọng.</Trans>
          )}
        </li>
        <li>
          {judging.rounding.rankOn === 'UNROUNDED' ? (
            <Trans>Thứ hạng tính trên điểm chưa làm tròn.</Trans>
          ) : (
            <Trans>Thứ hạng tính trên điểm đã làm tròn.</Trans>
          )}
        </li>
        {judging.tieBreak.map(({ kind, criterion, round }, at) => (
          <li key={at}>
            <TieRule kind={kind} criterion={names.get(criterion ?? '') ?? ''} round={rounds.get(round ?? '') ?? ''} />
          </li>
        ))}
        <li>
          {judging.publicPack ? (
            <Trans>Sau khi công bố, gói kết quả được tải về để bất kỳ ai tự tính lại.</Trans>
          ) : (
            <Trans>Gói kết quả của cuộc thi này không công khai.</Trans>
          )}
        </li>
      </ul>
    </div>
  );
}

interface TieRuleProps {
  readonly kind: Judging['tieBreak'][number]['kind'];
  readonly criterion: string;
  readonly round: string;
}

function TieRule({ kind, criterion, round }: TieRuleProps) {
  switch (kind) {
    case 'CRITERION':
      return <Trans>Nếu bằng điểm: so điểm tiêu chí “{criterion}”.</Trans>;
    case 'ROUND_SCORE':
      return <Trans>Nếu vẫn bằng: so điểm {round}.</Trans>;
    case 'CHAIR_VOTE':
      return <Trans>Nếu vẫn bằng: Trưởng Ban Giám khảo quyết định, có ghi lý do.</Trans>;
  }
}
