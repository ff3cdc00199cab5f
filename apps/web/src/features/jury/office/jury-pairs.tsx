import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Asked } from '../../../api/ask';
import { useRest } from '../../../api/ask-whole';
import { SelectField } from '../../../ui/field';
import { errorAt } from '../../../ui/form';
import { Answer, Empty } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import { ActButton } from '../../../ui/act-button';
import { type JuryMember, type JuryPage, type JuryPairRow, MORE_JURY_PAIRS, REMOVE_PAIR, SET_PAIR } from './jury.query';
import styles from './office.module.css';

interface PairsProps {
  readonly of: Asked<JuryPage>;
  readonly contestId: string;
  readonly members: readonly JuryMember[];
}

/** Judges who are not to judge the same initiative, each pair with its reason. */
export function JuryPairs({ of, contestId, members }: PairsProps) {
  const asked = useRest(of, MORE_JURY_PAIRS, { contestId }, 'juryPairs');
  return (
    <Panel
      flush
      title={<Trans>Cặp giám khảo không chấm cùng</Trans>}
      side={members.length > 1 && <SetPair contestId={contestId} members={members} onDone={asked.again} />}
    >
      <Answer of={asked} rows={2}>
        {({ juryPairs: { edges } }) =>
          edges.length === 0 ? (
            <Empty title={<Trans>Chưa tách cặp nào</Trans>}>
              <p>
                <Trans>Hai giám khảo của một cặp không được phân công cùng một sáng kiến.</Trans>
              </p>
            </Empty>
          ) : (
            <ul>
              {edges.map(({ node }) => (
                <Pair key={node.id} of={node} again={asked.again} />
              ))}
            </ul>
          )
        }
      </Answer>
    </Panel>
  );
}

function Pair({ of: { id, version, judge, other, reason }, again }: { readonly of: JuryPairRow; readonly again: () => void }) {
  const { t } = useLingui();
  const [{ fullName: judgeName }, { fullName: otherName }] = [judge, other];
  return (
    <li className={styles.row}>
      <p>
        <b>
          <Trans>
            {judgeName} và {otherName}
          </Trans>
        </b>
      </p>
      <p className={styles.said}>{reason}</p>
      <div className={styles.acts}>
        <ActButton
          of={REMOVE_PAIR}
          size="small"
          name={t`Bỏ tách ${judgeName} và ${otherName}`}
          title={<Trans>Cho chấm cùng trở lại</Trans>}
          label={<Trans>Bỏ tách…</Trans>}
          act={<Trans>Bỏ tách cặp này</Trans>}
          keep={<Trans>Giữ tách</Trans>}
          reason={{ label: <Trans>Lý do</Trans>, path: 'reason' }}
          input={(words) => ({ pairId: id, version, reason: words })}
          onDone={again}
        >
          <p>
            <Trans>
              Từ lần phân công sau, {judgeName} và {otherName} có thể chấm cùng một sáng kiến.
            </Trans>
          </p>
        </ActButton>
      </div>
    </li>
  );
}

function SetPair({
  contestId,
  members,
  onDone,
}: {
  readonly contestId: string;
  readonly members: readonly JuryMember[];
  readonly onDone: () => void;
}) {
  const [pair, setPair] = useState({ judgeId: '', otherId: '' });
  const choices = (except: string) =>
    members
      .filter(({ person: { id } }) => id !== except)
      .map(({ person: { id, fullName } }) => (
        <option key={id} value={id}>
          {fullName}
        </option>
      ));
  return (
    <ActButton
      of={SET_PAIR}
      size="small"
      title={<Trans>Tách hai giám khảo</Trans>}
      label={<Trans>Tách một cặp…</Trans>}
      act={<Trans>Tách cặp này</Trans>}
      keep={<Trans>Không tách</Trans>}
      destructive={false}
      reason={{ label: <Trans>Lý do</Trans>, path: 'reason' }}
      input={(reason) => ({ contestId, ...pair, reason })}
      onDone={() => {
        setPair({ judgeId: '', otherId: '' });
        onDone();
      }}
    >
      {(refusal) => (
        <div className={styles.stack}>
          <p>
            <Trans>Phiếu đã phân công giữ nguyên; từ lần phân công sau, hai người không chấm cùng một sáng kiến.</Trans>
          </p>
          <SelectField
            label={<Trans>Giám khảo thứ nhất</Trans>}
            name="judgeId"
            value={pair.judgeId}
            error={errorAt(refusal, 'judgeId')}
            onChange={(judgeId) => {
              setPair((was) => ({ ...was, judgeId }));
            }}
          >
            <option value="" />
            {choices(pair.otherId)}
          </SelectField>
          <SelectField
            label={<Trans>Giám khảo thứ hai</Trans>}
            name="otherId"
            value={pair.otherId}
            error={errorAt(refusal, 'otherId')}
            onChange={(otherId) => {
              setPair((was) => ({ ...was, otherId }));
            }}
          >
            <option value="" />
            {choices(pair.judgeId)}
          </SelectField>
        </div>
      )}
    </ActButton>
  );
}
