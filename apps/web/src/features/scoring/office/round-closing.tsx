import { Plural, Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { CheckField } from '../../../ui/field';
import { errorAt } from '../../../ui/form';
import { named, number } from '../../../ui/format';
import { Icon } from '../../../ui/icon';
import { Check, Circle } from '../../../ui/icons';
import { Panel } from '../../../ui/panel';
import { Tag } from '../../../ui/state-mark';
import { ActButton } from '../../../ui/act-button';
import { CLOSE_ROUND, type OfficeRound, type Progress } from './rounds.query';
import styles from './round.module.css';

interface Need {
  readonly key: string;
  readonly met: boolean;
  readonly words: ReactNode;
}

/** What must hold before the round can be closed, each with what is left to do. */
export function RoundClosing({ round, onDone }: { readonly round: OfficeRound; readonly onDone: () => void }) {
  const { progress, canClose, whyNotClose } = round;
  if (!progress || round.state === 'CLOSED' || round.state === 'PLANNED') return null;
  const needs = needsOf(round, progress);
  const met = needs.filter((need) => need.met).length;
  return (
    <Panel
      title={<Trans>Để đóng {named(round)}</Trans>}
      side={
        <Tag tone={met === needs.length ? 'done' : 'plain'}>
          <Trans>
            {number(met)} / {number(needs.length)} điều kiện
          </Trans>
        </Tag>
      }
    >
      <ul className={styles.needs}>
        {needs.map(({ key, met: isMet, words }) => (
          <li key={key} className={isMet ? styles.met : undefined}>
            <Icon of={isMet ? Check : Circle} />
            <span>
              {words}
              {isMet && (
                <span className="visually-hidden">
                  {' '}
                  <Trans>(đã đạt)</Trans>
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {whyNotClose && (
        <p className={styles.why} id="why-not-close">
          {whyNotClose.message}
        </p>
      )}
      <Close round={round} progress={progress} shut={canClose ? false : 'why-not-close'} onDone={onDone} />
    </Panel>
  );
}

function needsOf({ ruleBookHash }: OfficeRound, progress: Progress): readonly Need[] {
  const { due, signed, short, reopenings, conflicted, initiatives } = progress;
  const hash = ruleBookHash === null ? '' : `${ruleBookHash.slice(0, 4)}…${ruleBookHash.slice(-2)}`;
  return [
    {
      key: 'open',
      met: ruleBookHash !== null,
      words: ruleBookHash === null ? <Trans>Quy tắc chấm chưa khóa</Trans> : <Trans>Quy tắc chấm đã khóa, mã {hash}</Trans>,
    },
    {
      key: 'signed',
      met: initiatives > 0 && signed >= due,
      words: <Plural value={due - signed} _0="Mọi phiếu đã ký hoặc được miễn" one="Còn # phiếu chưa ký" other="Còn # phiếu chưa ký" />,
    },
    {
      key: 'short',
      met: initiatives > 0 && short === 0,
      words: (
        <Plural
          value={short}
          _0="Mọi sáng kiến đủ số phiếu tối thiểu"
          one="Còn # sáng kiến thiếu giám khảo"
          other="Còn # sáng kiến thiếu giám khảo"
        />
      ),
    },
    {
      key: 'conflicted',
      met: conflicted === 0,
      words: (
        <Plural
          value={conflicted}
          _0="Đã xử lý hết xung đột lợi ích"
          one="Còn # phiếu đã ký của giám khảo có xung đột, cần miễn"
          other="Còn # phiếu đã ký của giám khảo có xung đột, cần miễn"
        />
      ),
    },
    {
      key: 'reopenings',
      met: reopenings === 0,
      words: (
        <Plural
          value={reopenings}
          _0="Không còn yêu cầu mở lại phiếu"
          one="Còn # yêu cầu mở lại phiếu"
          other="Còn # yêu cầu mở lại phiếu"
        />
      ),
    },
  ];
}

function Close({
  round,
  progress: { untrimmed, signed },
  shut,
  onDone,
}: {
  readonly round: OfficeRound;
  readonly progress: Progress;
  readonly shut: string | false;
  readonly onDone: () => void;
}) {
  const [accepted, setAccepted] = useState(false);
  return (
    <ActButton
      of={CLOSE_ROUND}
      kind="primary"
      shut={shut}
      title={<Trans>Đóng {named(round)}</Trans>}
      label={round.state === 'SETTLING' ? <Trans>Đóng lại vòng này…</Trans> : <Trans>Đóng vòng này…</Trans>}
      act={<Trans>Đóng vòng chấm</Trans>}
      keep={<Trans>Chưa đóng</Trans>}
      input={() => ({ roundId: round.id, acceptUntrimmed: accepted })}
      onDone={onDone}
    >
      {(refusal) => (
        <>
          <p>
            <Plural
              value={signed}
              one="Việc ký khóa lại, # phiếu được mở niêm phong và bảng xếp hạng được lập. Không mở lại vòng được."
              other="Việc ký khóa lại, # phiếu được mở niêm phong và bảng xếp hạng được lập. Không mở lại vòng được."
            />
          </p>
          <p>
            <Trans>
              Nếu có cặp phiếu lệch nhau quá ngưỡng của quy tắc chấm, giám khảo chấm thêm được gọi trước và vòng chờ phiếu của họ.
            </Trans>
          </p>
          {untrimmed > 0 && (
            <CheckField
              name="acceptUntrimmed"
              label={
                <Plural
                  value={untrimmed}
                  one="# sáng kiến có quá ít phiếu để bỏ điểm cao nhất và thấp nhất; chấp nhận tính mà không bỏ điểm nào"
                  other="# sáng kiến có quá ít phiếu để bỏ điểm cao nhất và thấp nhất; chấp nhận tính mà không bỏ điểm nào"
                />
              }
              error={errorAt(refusal, 'acceptUntrimmed')}
              checked={accepted}
              onChange={setAccepted}
            />
          )}
        </>
      )}
    </ActButton>
  );
}
