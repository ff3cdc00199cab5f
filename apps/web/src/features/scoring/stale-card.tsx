import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAsk } from '../../api/ask';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { RadioField } from '../../ui/field';
import { named, number } from '../../ui/format';
import { Answer } from '../../ui/note';
import { CARD, type WholeCard } from './card.query';
import { type Marks, type TypedMark, markOf, marksOf } from './marks';

/** The card was changed elsewhere meanwhile: both texts of each criterion that differs, and which one is kept. */
export function StaleCard({
  card,
  mine,
  onSettle,
}: {
  readonly card: WholeCard;
  readonly mine: Marks;
  readonly onSettle: (theirs: WholeCard, chosen: Marks) => void;
}) {
  const asked = useAsk(CARD, { id: card.id });
  const fresh = asked.busy ? undefined : asked.data; // what was kept of it is what is out of date
  return (
    <Answer of={{ ...asked, data: fresh }} rows={1}>
      {({ scorecard }) => scorecard && <Choice theirs={scorecard} mine={mine} onSettle={onSettle} />}
    </Answer>
  );
}

function Choice({
  theirs,
  mine,
  onSettle,
}: {
  readonly theirs: WholeCard;
  readonly mine: Marks;
  readonly onSettle: (theirs: WholeCard, chosen: Marks) => void;
}) {
  const saved = marksOf(theirs);
  const differing = theirs.criteria.filter(({ key }) => !same(markOf(saved, key), markOf(mine, key)));
  const [keep, setKeep] = useState<Readonly<Record<string, 'mine' | 'saved'>>>({});
  return (
    <Dialog
      wide
      firm
      title={<Trans>Phiếu đã được sửa ở nơi khác</Trans>}
      onClose={() => undefined}
      acts={
        <Button
          size="large"
          kind="primary"
          onClick={() => {
            const chosen = { ...saved, ...mine };
            for (const { key } of theirs.criteria) if (keep[key] === 'saved') chosen[key] = markOf(saved, key);
            onSettle(theirs, chosen);
          }}
        >
          <Trans>Giữ như đã chọn</Trans>
        </Button>
      }
    >
      <p>
        <Trans>Cả hai bản đều còn. Chọn bản được giữ cho từng tiêu chí khác nhau.</Trans>
      </p>
      {differing.map((criterion) => (
        <RadioField
          key={criterion.key}
          label={named(criterion)}
          name={`keep.${criterion.key}`}
          value={keep[criterion.key] ?? 'mine'}
          onChange={(value) => {
            setKeep((was) => ({ ...was, [criterion.key]: value }));
          }}
          choices={[
            { value: 'mine', label: <Trans>Đang nhập ở đây: {said(markOf(mine, criterion.key))}</Trans> },
            { value: 'saved', label: <Trans>Đã lưu ở nơi khác: {said(markOf(saved, criterion.key))}</Trans> },
          ]}
        />
      ))}
    </Dialog>
  );
}

const same = (one: TypedMark, other: TypedMark): boolean =>
  Number(one.points ?? -1) === Number(other.points ?? -1) && one.comment.trim() === other.comment.trim();

const said = ({ points, comment }: TypedMark): string =>
  [points === null ? '–' : number(points), comment.trim()].filter(Boolean).join(' · ');
