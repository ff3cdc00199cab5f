import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAsk } from '../../../api/ask';
import { Button } from '../../../ui/button';
import { number } from '../../../ui/format';
import { Answer, Empty } from '../../../ui/note';
import { Segments } from '../../../ui/segments';
import { officeStyles as styles, PagesOf } from '../../jury/shared';
import { PROPOSED_CARDS, type Proposal, type ProposedCard } from './proposals.query';

type Fate = ProposedCard['fate'];

/** Card by card, what a proposal would do. */
export function ProposedCards({ proposal }: { readonly proposal: Proposal }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <div className={styles.acts}>
        <Button
          size="small"
          aria-expanded={open}
          onClick={() => {
            setOpen(!open);
          }}
        >
          {open ? <Trans>Ẩn từng phiếu</Trans> : <Trans>Xem từng phiếu</Trans>}
        </Button>
      </div>
      {open && <Cards proposal={proposal} />}
    </>
  );
}

function Cards({ proposal: { id, added, kept, dropped, released } }: { readonly proposal: Proposal }) {
  const { t } = useLingui();
  const [fate, setFate] = useState<Fate>('NEW');
  const [after, setAfter] = useState<string | undefined>();
  const asked = useAsk(PROPOSED_CARDS, { proposalId: id, fate, after });
  const fits = [t`khác lĩnh vực`, t`chưa nêu lĩnh vực`, t`đúng lĩnh vực`];
  return (
    <>
      <Segments<Fate>
        label={t`Phiếu nào`}
        value={fate}
        onChange={(next) => {
          setFate(next);
          setAfter(undefined);
        }}
        choices={[
          { value: 'NEW', label: t`mới ${number(added)}` },
          { value: 'KEPT', label: t`giữ ${number(kept)}` },
          { value: 'DROPPED', label: t`bỏ ${number(dropped)}` },
          { value: 'RELEASED', label: t`miễn ${number(released)}` },
        ]}
      />
      <Answer of={asked}>
        {({ proposedCards }) =>
          proposedCards.edges.length === 0 ? (
            <Empty title={<Trans>Không có phiếu nào như vậy</Trans>} />
          ) : (
            <>
              <ul>
                {proposedCards.edges.map(({ node }) => (
                  <li key={node.id} className={styles.row}>
                    <p>
                      <b className="num no-break">{node.initiative.receiptNumber}</b> {node.initiative.title}
                    </p>
                    <p className="secondary">
                      {node.judge.fullName} · {fits[node.fit]}
                    </p>
                  </li>
                ))}
              </ul>
              <PagesOf of={proposedCards} after={after} onPage={setAfter} />
            </>
          )
        }
      </Answer>
    </>
  );
}
