import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { useAsk } from '../../../api/ask';
import { Bar } from '../../../ui/bar';
import { Button, LinkButton } from '../../../ui/button';
import { Form, FormActs } from '../../../ui/form';
import { titled } from '../../../ui/format';
import { Answer, Empty } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { useToast } from '../../../ui/toast';
import { IndicatorFields, sentIndicators, typedIndicators } from '../office/indicator-fields';
import { ROLLOUT, type RolloutRead, SET_INDICATORS } from '../office/rollout.query';

/** What communes are asked for of an initiative, in this order. */
export function Page() {
  const { t } = useLingui();
  const { rolloutId } = useParams({ from: '/inside/rollouts/$rolloutId/indicators' });
  const asked = useAsk(ROLLOUT, { id: rolloutId });
  const title = asked.data?.rollout ? titled(asked.data.rollout) : t`Kế hoạch nhân rộng`;
  return (
    <>
      <Bar
        crumbs={[
          { label: t`Sáng kiến nhân rộng`, link: { to: '/rollouts' } },
          { label: title, link: { to: '/rollouts/$rolloutId', params: { rolloutId } } },
          { label: t`Chỉ tiêu` },
        ]}
      />
      <PageHead title={t`Chỉ tiêu báo cáo`}>
        {title}. <Trans>Chỉ tiêu đã có số liệu thì giữ nguyên cách tính.</Trans>
      </PageHead>
      <Answer of={asked}>
        {({ rollout }) =>
          rollout?.canManage ? (
            <Edit key={rollout.version} of={rollout} />
          ) : (
            <Empty title={<Trans>Ông/Bà không sửa được kế hoạch nhân rộng này</Trans>} />
          )
        }
      </Answer>
    </>
  );
}

function Edit({ of }: { readonly of: RolloutRead }) {
  const toast = useToast();
  const navigate = useNavigate();
  const act = useAct(SET_INDICATORS);
  const [typed, setTyped] = useState(typedIndicators(of.indicators));
  const params = { rolloutId: of.id };
  const set = async () => {
    const { kind } = await act.run({ rolloutId: of.id, version: of.version, indicators: sentIndicators(typed) });
    if (kind !== 'done') return;
    toast(<Trans>Đã ghi các chỉ tiêu.</Trans>);
    void navigate({ to: '/rollouts/$rolloutId', params });
  };
  return (
    <Form onSubmit={() => void set()} refusal={act.refusal} broken={act.broken}>
      <IndicatorFields typed={typed} onChange={setTyped} refusal={act.refusal} />
      <FormActs>
        <Button type="submit" kind="primary" busy={act.busy}>
          <Trans>Lưu chỉ tiêu</Trans>
        </Button>
        <LinkButton to="/rollouts/$rolloutId" params={params}>
          <Trans>Không sửa</Trans>
        </LinkButton>
      </FormActs>
    </Form>
  );
}
