import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { type Asked, useAsk } from '../../../api/ask';
import { useRest } from '../../../api/ask-whole';
import { Button } from '../../../ui/button';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { dayAndClock, named } from '../../../ui/format';
import { Answer, Empty, Note } from '../../../ui/note';
import { PickField, type Picked } from '../../../ui/pick-field';
import { useToast } from '../../../ui/toast';
import styles from './office.module.css';
import { type ContestOfDossiers } from './office.query';
import { UnitField, useFindPerson } from './paper-choices';
import { DRAFT_ON_BEHALF, IN_HAND, type InHand, MORE_DRAFTS, type PaperPage, SAVE_ON_BEHALF } from './paper.query';
import { NO_TEXTS, PaperTextFields, type PaperTexts, saidOf } from './paper-texts';

interface DraftsProps {
  readonly of: Asked<PaperPage>;
  readonly contest: ContestOfDossiers;
}

/** A draft begun for somebody, whose it is from then on; and those that one may still go on with. */
export function OnBehalf({ of, contest, draft }: DraftsProps & { readonly draft: string | undefined }) {
  return draft === undefined ? (
    <>
      <Begin contest={contest} />
      <Drafts of={of} contest={contest} />
    </>
  ) : (
    <GoOn key={draft} contest={contest} id={draft} />
  );
}

function Begin({ contest }: { readonly contest: ContestOfDossiers }) {
  const { t } = useLingui();
  const go = useNavigate({ from: '/contests/$contestId/paper' });
  const toast = useToast();
  const act = useAct(DRAFT_ON_BEHALF);
  const [submitter, setSubmitter] = useState<Picked | null>(null);
  const [ownerUnitId, setOwner] = useState('');
  const [texts, setTexts] = useState(NO_TEXTS);
  const begin = async () => {
    const outcome = await act.run({ contestId: contest.id, ownerUnitId, submitterId: submitter?.id ?? '', ...saidOf(texts) });
    if (outcome.kind !== 'done') return;
    toast(<Trans>Đã soạn thay và báo cho người nộp</Trans>);
    await go({ search: { mode: 'on-behalf', draft: outcome.result.id } });
  };
  return (
    <Form onSubmit={() => void begin()} refusal={act.refusal} broken={act.broken}>
      <Note>
        <p>
          <Trans>Hồ sơ thuộc về người nộp: họ được báo, viết tiếp, tự cam kết và tự nộp.</Trans>
        </p>
      </Note>
      <UnitField rosterId={contest.rosterId} value={ownerUnitId} onChange={setOwner} refusal={act.refusal} />
      <PickField
        label={t`Người nộp`}
        name="submitterId"
        value={submitter}
        onChange={setSubmitter}
        useFind={useFindPerson}
        error={errorAt(act.refusal, 'submitterId')}
      />
      <PaperTextFields contest={contest} value={texts} onChange={setTexts} refusal={act.refusal} />
      <FormActs>
        <Button type="submit" kind="primary" size="large" busy={act.busy}>
          <Trans>Soạn thay</Trans>
        </Button>
      </FormActs>
    </Form>
  );
}

function Drafts({ of, contest }: DraftsProps) {
  const { data } = useRest(of, MORE_DRAFTS, { contestId: contest.id }, 'initiatives');
  const found = data?.initiatives?.edges ?? [];
  if (found.length === 0) return null;
  return (
    <section>
      <h2>
        <Trans>Bản nháp còn soạn thay được</Trans>
      </h2>
      <ul className={styles.said}>
        {found.map(({ node }) => (
          <li key={node.id}>
            <Link to="/contests/$contestId/paper" params={{ contestId: contest.id }} search={{ mode: 'on-behalf', draft: node.id }}>
              {node.title || <Trans>Chưa có tên</Trans>}
            </Link>{' '}
            <span className="caption">{[named(node.owner), dayAndClock(node.savedAt)].join(' · ')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function GoOn({ contest, id }: { readonly contest: ContestOfDossiers; readonly id: string }) {
  const asked = useAsk(IN_HAND, { id });
  return (
    <Answer of={asked}>
      {({ initiative }) =>
        initiative?.canEditOnBehalf ? (
          <Save key={initiative.version} contest={contest} draft={initiative} again={asked.again} />
        ) : (
          <Empty title={<Trans>Bản nháp này không còn soạn thay được: người nộp đã viết tiếp.</Trans>} />
        )
      }
    </Answer>
  );
}

const textsOf = ({ area, firstAppliedOn, title, problem, solution, novelty, effect, influence, track }: InHand): PaperTexts => ({
  ...{ title, problem, solution, novelty, effect, influence, track },
  areaId: area.id,
  firstAppliedOn: firstAppliedOn ?? '',
});

function Save({ contest, draft, again }: { readonly contest: ContestOfDossiers; readonly draft: InHand; readonly again: () => void }) {
  const act = useAct(SAVE_ON_BEHALF);
  const toast = useToast();
  const [texts, setTexts] = useState(() => textsOf(draft));
  const save = async () => {
    const outcome = await act.run({ initiativeId: draft.id, version: draft.version, ...saidOf(texts) });
    if (outcome.kind !== 'done') return;
    toast(<Trans>Đã lưu</Trans>);
    again();
  };
  return (
    <Form onSubmit={() => void save()} refusal={act.refusal} broken={act.broken}>
      <p className="secondary">
        <Trans>
          Soạn thay {draft.authors.map(({ person }) => person.fullName).join(', ')}, {named(draft.owner)}.
        </Trans>
      </p>
      <PaperTextFields contest={contest} value={texts} onChange={setTexts} refusal={act.refusal} />
      <FormActs>
        <Button type="submit" kind="primary" size="large" busy={act.busy}>
          <Trans>Lưu bản nháp</Trans>
        </Button>
      </FormActs>
    </Form>
  );
}
