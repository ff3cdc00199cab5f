import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { useWhole } from '../../../api/ask-whole';
import { Bar } from '../../../ui/bar';
import { Button } from '../../../ui/button';
import { Confirm } from '../../../ui/confirm';
import { DecisionFields, isDecided } from '../../../ui/decision-fields';
import { SelectField } from '../../../ui/field';
import { day, named, titled } from '../../../ui/format';
import { Answer, Empty, Note } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { DemoMark } from '../../../ui/state-mark';
import { useToast } from '../../../ui/toast';
import { AddPastInitiative } from '../office/add-past-initiative';
import { AwardTable } from '../office/award-table';
import { PAST_CONTEST, type PastContestRead, type PastInitiative, RECORD_PAST_AWARDS } from '../office/past.query';
import styles from '../office/prizes.module.css';

/** A past contest in the register: its initiatives, then its prizes, all at once by their decision. */
export function Page() {
  const { t } = useLingui();
  const { contestId } = useParams({ from: '/inside/register/$contestId' });
  const asked = useWhole(PAST_CONTEST, { contestId }, 'initiatives');
  const [adding, setAdding] = useState(false);
  return (
    <Answer of={asked}>
      {({ contest, initiatives, contestAwards, awardDecision }) => {
        if (!contest?.recorded) return <Empty title={<Trans>Không có cuộc thi nào được nhập sau ở địa chỉ này</Trans>} />;
        const list = initiatives.edges.map(({ node }) => node);
        return (
          <>
            <Bar
              crumbs={[{ label: t`Sổ khen thưởng`, link: { to: '/register' } }, { label: t`Cuộc thi ${contest.year}` }]}
              side={contest.illustrative && <DemoMark />}
            />
            <PageHead
              title={titled(contest)}
              acts={
                !awardDecision && (
                  <Button
                    kind="primary"
                    onClick={() => {
                      setAdding(true);
                    }}
                  >
                    <Trans>Thêm sáng kiến…</Trans>
                  </Button>
                )
              }
            >
              <Plural value={initiatives.totalCount} one="# sáng kiến đã nhập" other="# sáng kiến đã nhập" />
            </PageHead>
            {awardDecision ? (
              <div className={styles.stack}>
                <Note tone="done">
                  <Trans>
                    Giải thưởng đã nhập theo quyết định {awardDecision.number} ngày{' '}
                    {awardDecision.decidedOn === null ? '–' : day(awardDecision.decidedOn)}.
                  </Trans>
                </Note>
                <AwardTable of={awardDecision} />
              </div>
            ) : list.length === 0 ? (
              <Empty title={<Trans>Chưa có sáng kiến nào của cuộc thi này</Trans>}>
                <p>
                  <Trans>Thêm các sáng kiến đạt giải, rồi nhập quyết định khen thưởng.</Trans>
                </p>
              </Empty>
            ) : (
              contestAwards?.canRecord && <Prizes contest={contest} initiatives={list} onDone={asked.again} />
            )}
            {adding && (
              <AddPastInitiative
                contest={contest}
                onDone={() => {
                  setAdding(false);
                  asked.again();
                }}
                onClose={() => {
                  setAdding(false);
                }}
              />
            )}
          </>
        );
      }}
    </Answer>
  );
}

interface PrizesProps {
  readonly contest: PastContestRead;
  readonly initiatives: readonly PastInitiative[];
  readonly onDone: () => void;
}

function Prizes({ contest, initiatives, onDone }: PrizesProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [tiers, setTiers] = useState<Readonly<Record<string, string>>>({});
  const [decision, setDecision] = useState({ decisionNumber: '', decidedOn: '' });
  const [asking, setAsking] = useState(false);
  const [wanting, setWanting] = useState(false);
  const { run, busy, refusal, broken } = useAct(RECORD_PAST_AWARDS);
  const given = initiatives.flatMap(({ id }) => (tiers[id] ? [{ initiativeId: id, tierKey: tiers[id] }] : []));
  const plan = [...new Map(contest.prizePlan.map((tier) => [tier.key, tier])).values()];
  const save = async () => {
    if ((await run({ contestId: contest.id, ...decision, awards: given })).kind !== 'done') return;
    setAsking(false);
    toast(<Trans>Đã nhập giải thưởng của cuộc thi.</Trans>);
    onDone();
  };
  return (
    <Panel title={t`Giải thưởng theo quyết định`}>
      <div className={styles.stack}>
        <DecisionFields said={decision} onChange={setDecision} refusal={refusal} wanting={wanting} />
        {initiatives.map((initiative) => (
          <SelectField
            key={initiative.id}
            label={initiative.title}
            hint={`${named(initiative.owner)} · ${initiative.authors.map(({ person }) => person.fullName).join(', ')}`}
            name={`tier-${initiative.id}`}
            value={tiers[initiative.id] ?? ''}
            onChange={(tier) => {
              setTiers({ ...tiers, [initiative.id]: tier });
            }}
          >
            <option value="">{t`Không giải`}</option>
            {plan.map((tier) => (
              <option key={tier.key} value={tier.key}>
                {named(tier)}
              </option>
            ))}
          </SelectField>
        ))}
        {wanting && given.length === 0 && (
          <Note tone="late" role="alert">
            <Trans>Cần chọn giải cho ít nhất một sáng kiến.</Trans>
          </Note>
        )}
        <p>
          <Button
            kind="primary"
            onClick={() => {
              const whole = isDecided(decision) && given.length > 0;
              setWanting(!whole);
              setAsking(whole);
            }}
          >
            <Trans>Nhập giải thưởng…</Trans>
          </Button>
        </p>
      </div>
      {asking && (
        <Confirm
          title={<Trans>Nhập giải thưởng của cuộc thi đã qua</Trans>}
          act={<Trans>Nhập giải thưởng</Trans>}
          keep={<Trans>Chưa nhập</Trans>}
          {...{ busy, refusal, broken }}
          onAct={() => void save()}
          onClose={() => {
            setAsking(false);
          }}
        >
          <p>
            <Plural
              value={given.length}
              one="# giải hiện công khai ngay. Danh sách chỉ nhập được một lần."
              other="# giải hiện công khai ngay. Danh sách chỉ nhập được một lần."
            />
          </p>
          <ul>
            {initiatives
              .filter(({ id }) => tiers[id])
              .map(({ id, title }) => {
                const tier = plan.find(({ key }) => key === tiers[id]);
                return (
                  <li key={id}>
                    {title}: {tier && named(tier)}
                  </li>
                );
              })}
          </ul>
        </Confirm>
      )}
    </Panel>
  );
}
