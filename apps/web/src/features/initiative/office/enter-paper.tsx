import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { Button } from '../../../ui/button';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { MomentField } from '../../../ui/moment-field';
import { useToast } from '../../../ui/toast';
import { type ContestOfDossiers } from './office.query';
import { AuthorFields, ONE_AUTHOR, UnitField, authorsOf } from './paper-choices';
import { ENTER_PAPER } from './paper.query';
import { NO_TEXTS, PaperTextFields, saidOf } from './paper-texts';

/** What came on paper, entered by whoever received it: it counts from the moment of receipt. */
export function EnterPaper({ contest }: { readonly contest: ContestOfDossiers }) {
  const { t } = useLingui();
  const go = useNavigate();
  const toast = useToast();
  const act = useAct(ENTER_PAPER);
  const [receivedAt, setReceivedAt] = useState<string | null>(null);
  const [ownerUnitId, setOwner] = useState('');
  const [texts, setTexts] = useState(NO_TEXTS);
  const [authors, setAuthors] = useState(ONE_AUTHOR);
  const enter = async () => {
    const order = { contestId: contest.id, ownerUnitId, receivedAt: receivedAt ?? '', ...saidOf(texts), authors: authorsOf(authors) };
    const outcome = await act.run(order);
    if (outcome.kind !== 'done') return;
    const { id, receiptNumber } = outcome.result;
    toast(<Trans>Đã nhập hồ sơ {receiptNumber}</Trans>);
    await go({ to: '/contests/$contestId/dossiers/$initiativeId', params: { contestId: contest.id, initiativeId: id } });
  };
  return (
    <Form onSubmit={() => void enter()} refusal={act.refusal} broken={act.broken}>
      <MomentField
        label={t`Nhận bản giấy lúc`}
        hint={t`Tính vào hạn nộp của cuộc thi.`}
        name="receivedAt"
        value={receivedAt}
        onChange={setReceivedAt}
        error={errorAt(act.refusal, 'receivedAt')}
      />
      <UnitField rosterId={contest.rosterId} value={ownerUnitId} onChange={setOwner} refusal={act.refusal} />
      <PaperTextFields contest={contest} value={texts} onChange={setTexts} refusal={act.refusal} />
      <AuthorFields authors={authors} onChange={setAuthors} refusal={act.refusal} />
      <FormActs>
        <Button type="submit" kind="primary" size="large" busy={act.busy}>
          <Trans>Nhập hồ sơ</Trans>
        </Button>
      </FormActs>
    </Form>
  );
}
