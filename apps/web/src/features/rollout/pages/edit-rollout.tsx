import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { useAsk } from '../../../api/ask';
import { useRest } from '../../../api/ask-whole';
import { Bar } from '../../../ui/bar';
import { Button, LinkButton } from '../../../ui/button';
import { Form, FormActs } from '../../../ui/form';
import { titled } from '../../../ui/format';
import { Answer, Empty } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { useToast } from '../../../ui/toast';
import { type LeadChoice, RolloutTexts, sentRollout, typedRollout } from '../office/rollout-texts';
import { MORE_UNITS, ROLLOUT_TO_EDIT } from '../office/adopt.query';
import { EDIT_ROLLOUT, type RolloutRead } from '../office/rollout.query';

/** What a roll-out says of itself, who leads it, until when. */
export function Page() {
  const { t } = useLingui();
  const { rolloutId } = useParams({ from: '/inside/rollouts/$rolloutId/edit' });
  const asked = useRest(useAsk(ROLLOUT_TO_EDIT, { id: rolloutId }), MORE_UNITS, { asOf: null }, 'units');
  const title = asked.data?.rollout ? titled(asked.data.rollout) : t`Kế hoạch nhân rộng`;
  return (
    <>
      <Bar
        crumbs={[
          { label: t`Sáng kiến nhân rộng`, link: { to: '/rollouts' } },
          { label: title, link: { to: '/rollouts/$rolloutId', params: { rolloutId } } },
          { label: t`Sửa kế hoạch` },
        ]}
      />
      <PageHead title={t`Sửa kế hoạch nhân rộng`}>{title}</PageHead>
      <Answer of={asked}>
        {({ rollout, units }) =>
          rollout?.canManage ? (
            <Edit
              of={rollout}
              units={withLead(
                rollout,
                units.edges.map(({ node }) => node),
              )}
            />
          ) : (
            <Empty title={<Trans>Ông/Bà không sửa được kế hoạch nhân rộng này</Trans>} />
          )
        }
      </Answer>
    </>
  );
}

/** The unit that leads it may be no more; it stays until another is chosen. */
const withLead = ({ leadUnit }: RolloutRead, units: readonly LeadChoice[]): readonly LeadChoice[] =>
  units.some(({ id }) => id === leadUnit.id) ? units : [leadUnit, ...units];

function Edit({ of, units }: { readonly of: RolloutRead; readonly units: readonly LeadChoice[] }) {
  const toast = useToast();
  const navigate = useNavigate();
  const act = useAct(EDIT_ROLLOUT);
  const [typed, setTyped] = useState(typedRollout(of));
  const params = { rolloutId: of.id };
  const edit = async () => {
    const { kind } = await act.run({ rolloutId: of.id, version: of.version, ...sentRollout(typed) });
    if (kind !== 'done') return;
    toast(<Trans>Đã sửa kế hoạch nhân rộng.</Trans>);
    void navigate({ to: '/rollouts/$rolloutId', params });
  };
  return (
    <Panel>
      <Form onSubmit={() => void edit()} refusal={act.refusal} broken={act.broken}>
        <RolloutTexts
          typed={typed}
          change={(patch) => {
            setTyped({ ...typed, ...patch });
          }}
          units={units}
          refusal={act.refusal}
        />
        <FormActs>
          <Button type="submit" kind="primary" busy={act.busy}>
            <Trans>Lưu thay đổi</Trans>
          </Button>
          <LinkButton to="/rollouts/$rolloutId" params={params}>
            <Trans>Không sửa</Trans>
          </LinkButton>
        </FormActs>
      </Form>
    </Panel>
  );
}
