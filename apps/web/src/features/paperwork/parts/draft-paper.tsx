import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { useAsk } from '../../../api/ask';
import { Button } from '../../../ui/button';
import { SelectField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { named, titled } from '../../../ui/format';
import { Note } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import { DRAFT_PAPER, PAPER_PREPARATION, PAPER_ROUNDS, PAPER_SUBJECTS, type PaperKind, type PaperPrepared } from '../paper.query';
import { BasesLeftOut, leavesOut } from './bases-left-out';
import { useGapWords, usePaperKinds } from './words';

const ABOUT: Readonly<Record<PaperKind, 'CONTEST' | 'ROUND' | 'PERIOD' | 'ROLLOUT'>> = {
  JURY_DECISION: 'CONTEST',
  SCREENING_MINUTES: 'CONTEST',
  ROUND_MINUTES: 'ROUND',
  ROUND_SCORECARDS: 'ROUND',
  DELIBERATION_MINUTES: 'CONTEST',
  RESULT_SUBMISSION: 'CONTEST',
  RESULT_DECISION: 'CONTEST',
  RESULT_LIST: 'CONTEST',
  CONTEST_REPORT: 'CONTEST',
  ADOPTION_DECISION: 'ROLLOUT',
  ROLLOUT_MATRIX: 'ROLLOUT',
  YEAR_MATRIX: 'CONTEST',
  PERIOD_REPORT: 'PERIOD',
};

const OTHERS = { ROUND: <Trans>Vòng thi</Trans>, PERIOD: <Trans>Kỳ báo cáo</Trans>, ROLLOUT: <Trans>Sáng kiến được nhân rộng</Trans> };

/** Which paper, of what; what is missing is said before it is drafted. */
export function DraftPaper({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLingui();
  const kinds = usePaperKinds();
  const navigate = useNavigate();
  const act = useAct(DRAFT_PAPER);
  const { data } = useAsk(PAPER_SUBJECTS, {});
  const [kind, setKind] = useState<PaperKind>('JURY_DECISION');
  const [contestId, setContestId] = useState('');
  const [otherId, setOtherId] = useState('');
  const about = ABOUT[kind];
  const choose = { ROUND: t`Chọn vòng thi`, PERIOD: t`Chọn kỳ báo cáo`, ROLLOUT: t`Chọn sáng kiến được nhân rộng` };
  const rounds = useAsk(PAPER_ROUNDS, { contestId }, { pause: about !== 'ROUND' || contestId === '' });
  const aboutId = about === 'CONTEST' ? contestId : otherId;
  const others = {
    CONTEST: [],
    ROUND: (rounds.data?.rounds ?? []).map((one) => ({ id: one.id, name: named(one) })),
    PERIOD: (data?.reportingPeriods.edges ?? []).map(({ node }) => ({ id: node.id, name: named(node) })),
    ROLLOUT: (data?.rollouts.edges ?? []).map(({ node }) => ({ id: node.id, name: titled(node) })),
  };
  const prepared = useAsk(PAPER_PREPARATION, { kind, aboutId }, { pause: aboutId === '' }).data?.paperPreparation;
  const draft = async () => {
    const outcome = await act.run({ kind, aboutId });
    if (outcome.kind === 'done') await navigate({ to: '/papers/$paperId', params: { paperId: outcome.result.id } });
  };
  return (
    <Panel title={<Trans>Lập văn bản</Trans>}>
      <Form onSubmit={() => void draft()} refusal={act.refusal} broken={act.broken}>
        <SelectField
          label={<Trans>Loại văn bản</Trans>}
          name="kind"
          value={kind}
          onChange={(value) => {
            setKind(value as PaperKind);
            setOtherId('');
          }}
        >
          {Object.entries(kinds).map(([value, word]) => (
            <option key={value} value={value}>
              {word}
            </option>
          ))}
        </SelectField>
        {(about === 'CONTEST' || about === 'ROUND') && (
          <SelectField
            label={<Trans>Cuộc thi</Trans>}
            name="contestId"
            value={contestId}
            onChange={(value) => {
              setContestId(value);
              setOtherId('');
            }}
            error={about === 'CONTEST' ? errorAt(act.refusal, 'aboutId') : null}
          >
            <option value="">{t`Chọn cuộc thi`}</option>
            {data?.contests.edges.map(({ node }) => (
              <option key={node.id} value={node.id}>
                {`${String(node.year)} – ${titled(node)}`}
              </option>
            ))}
          </SelectField>
        )}
        {about !== 'CONTEST' && (
          <SelectField label={OTHERS[about]} name="aboutId" value={otherId} onChange={setOtherId} error={errorAt(act.refusal, 'aboutId')}>
            <option value="">{choose[about]}</option>
            {others[about].map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
        )}
        {prepared && <Prepared of={prepared} />}
        <FormActs>
          <Button type="submit" kind="primary" busy={act.busy} shut={aboutId === ''}>
            <Trans>Lập dự thảo</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Không lập</Trans>
          </Button>
        </FormActs>
      </Form>
    </Panel>
  );
}

function Prepared({ of }: { readonly of: PaperPrepared }) {
  const { subject } = of;
  if (of.lacking.length > 0 || !of.hasTemplate) return <NotYet of={of} />;
  return (
    <>
      <p>
        <Trans>Văn bản về: {subject}</Trans>
      </p>
      {(of.gaps.length > 0 || leavesOut(of.bases)) && <Beforehand of={of} />}
    </>
  );
}

/** It can be drafted: what it would lack or leave out. */
function Beforehand({ of: { gaps, bases } }: { readonly of: PaperPrepared }) {
  const words = useGapWords();
  return (
    <Note tone="soon">
      {gaps.map((gap) => (
        <p key={gap}>{words[gap]}</p>
      ))}
      <BasesLeftOut bases={bases} />
      <Link to="/paper-templates">
        <Trans>Sửa mẫu văn bản</Trans>
      </Link>
    </Note>
  );
}

function NotYet({ of: { lacking, hasTemplate } }: { readonly of: PaperPrepared }) {
  const { t } = useLingui();
  const words: Readonly<Record<PaperPrepared['lacking'][number], string>> = {
    NO_JURY: t`Cuộc thi chưa có giám khảo.`,
    NO_CHAIR: t`Ban Giám khảo chưa có trưởng ban.`,
    NOT_SCREENED: t`Còn hồ sơ chưa kiểm tra xong điều kiện, hoặc chưa có hồ sơ nào.`,
    ROUND_NOT_CLOSED: t`Vòng thi chưa đóng.`,
    RESULT_NOT_FINAL: t`Còn vòng thi chưa đóng, nên chưa có kết quả để xét.`,
    NO_PRIZE_LIST: t`Danh sách trao giải chưa được trình.`,
    NO_UNITS: t`Việc nhân rộng này chưa có đơn vị nào phải áp dụng.`,
    NO_ROLLOUT: t`Chưa có sáng kiến nào của cuộc thi này được triển khai.`,
    NO_REPORT: t`Kỳ này chưa có đơn vị nào gửi báo cáo.`,
  };
  return (
    <Note tone="soon">
      {lacking.map((lack) => (
        <p key={lack}>{words[lack]}</p>
      ))}
      {!hasTemplate && (
        <p>
          <Trans>Cơ quan chưa có mẫu cho loại văn bản này.</Trans>{' '}
          <Link to="/paper-templates">
            <Trans>Lập mẫu</Trans>
          </Link>
        </p>
      )}
    </Note>
  );
}
