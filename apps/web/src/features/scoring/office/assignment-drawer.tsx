import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAsk } from '../../../api/ask';
import { ActButton } from '../../../ui/act-button';
import { Drawer } from '../../../ui/drawer';
import { errorAt } from '../../../ui/form';
import { day, named, number } from '../../../ui/format';
import { Answer } from '../../../ui/note';
import { Tag } from '../../../ui/state-mark';
import { officeStyles as styles, Tie } from '../../jury/shared';
import { AskReopening } from './ask-reopening';
import { type Chosen } from './assignment-grid';
import { AssignmentMark, useAssignmentWords } from './assignment-mark';
import { ASSIGN_JUDGE, type AssignedCard, CARDS_OF_INITIATIVE, EXCUSE_CARD, type MatrixJudge, UNASSIGN_JUDGE } from './assignments.query';
import { type FitOf } from './fit';
import { JudgeChoice } from './judge-choice';
import { ReopeningsOfInitiative } from './reopenings';

interface DrawerProps extends Chosen {
  readonly roundId: string;
  readonly judges: readonly MatrixJudge[];
  readonly canAssign: boolean;
  readonly fit: FitOf;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** One initiative: who judges it and how far they are, who is barred and why, and what can be done about each. */
export function AssignmentDrawer(props: DrawerProps) {
  const { row, judge, judges, roundId, canAssign, onDone, onClose } = props;
  const { id: initiativeId, receiptNumber, title } = row.initiative;
  const asked = useAsk(CARDS_OF_INITIATIVE, { roundId, initiativeId });
  const changed = () => {
    asked.again();
    onDone();
  };
  const cards = asked.data?.assignments.edges.map(({ node }) => node) ?? [];
  const whose = judge?.judge ?? null;
  const own = whose && cards.find((card) => card.judge.id === whose.id);
  const free = judges.filter(
    ({ judge: { id }, seated }) => seated && !row.cells.some((cell) => cell.judgeId === id) && !cards.some((card) => card.judge.id === id),
  );
  const others = cards.filter((card) => card.judge.id !== whose?.id);
  const doing = { ...props, free, onDone: changed };
  return (
    <Drawer of={`${initiativeId} ${whose?.id ?? ''}`} over={receiptNumber} title={title} onClose={onClose}>
      <Answer of={asked} rows={3}>
        {() => (
          <>
            {judge && (
              <section className={styles.tight} aria-label={judge.judge.fullName}>
                <h3>{judge.judge.fullName}</h3>
                {judge.unit && <p className="caption">{named(judge.unit)}</p>}
                {own ? <Card {...doing} card={own} /> : <NoCard {...doing} judge={judge} />}
              </section>
            )}
            {others.length > 0 && (
              <section className={styles.stack}>
                <h3>{judge ? <Trans>Giám khảo khác</Trans> : <Trans>Giám khảo</Trans>}</h3>
                <ul className={styles.stack}>
                  {others.map((card) => (
                    <li key={card.id}>
                      <b>{card.judge.fullName}</b>
                      <Card {...doing} card={card} />
                    </li>
                  ))}
                </ul>
              </section>
            )}
            {!judge && canAssign && free.length > 0 && <AssignAnother {...doing} />}
            <ReopeningsOfInitiative
              roundId={roundId}
              initiativeId={initiativeId}
              waiting={cards.filter(({ canRequestReopening }) => canRequestReopening).length}
              onChange={changed}
            />
          </>
        )}
      </Answer>
    </Drawer>
  );
}

type Doing = DrawerProps & { readonly free: readonly MatrixJudge[] };

function NoCard({ judge, row, canAssign, roundId, fit, onDone }: Doing & { readonly judge: MatrixJudge }) {
  const words = useAssignmentWords();
  const { fullName, id: judgeId } = judge.judge;
  const { receiptNumber } = row.initiative;
  const cell = row.cells.find((one) => one.judgeId === judgeId);
  return (
    <>
      <p>
        <AssignmentMark cell={cell} fit={null} /> {words(cell, fit(judgeId, row))}
      </p>
      {canAssign && !cell && judge.seated && (
        <div className={styles.acts}>
          <ActButton
            of={ASSIGN_JUDGE}
            title={<Trans>Phân công {receiptNumber}</Trans>}
            label={<Trans>Phân công cho {fullName}…</Trans>}
            act={<Trans>Phân công</Trans>}
            keep={<Trans>Không phân công</Trans>}
            destructive={false}
            input={() => ({ roundId, initiativeId: row.initiative.id, judgeId })}
            said={
              <Trans>
                Đã phân công {receiptNumber} cho {fullName}
              </Trans>
            }
            onDone={onDone}
          >
            <p>
              <Trans>
                {fullName} đang có {number(judge.load)} phiếu trong vòng này và nhận thêm phiếu {receiptNumber}.
              </Trans>
            </p>
          </ActButton>
        </div>
      )}
    </>
  );
}

function AssignAnother({ free, row, roundId, fit, onDone }: Doing) {
  const [judgeId, setJudgeId] = useState('');
  const { receiptNumber } = row.initiative;
  return (
    <div className={styles.acts}>
      <ActButton
        of={ASSIGN_JUDGE}
        title={<Trans>Phân công {receiptNumber}</Trans>}
        label={<Trans>Thêm giám khảo…</Trans>}
        act={<Trans>Phân công</Trans>}
        keep={<Trans>Không phân công</Trans>}
        destructive={false}
        input={() => ({ roundId, initiativeId: row.initiative.id, judgeId })}
        onDone={() => {
          setJudgeId('');
          onDone();
        }}
      >
        {(refusal) => (
          <JudgeChoice
            name="judgeId"
            label={<Trans>Giám khảo</Trans>}
            {...{ free, row, fit }}
            value={judgeId}
            onChange={setJudgeId}
            error={errorAt(refusal, 'judgeId')}
          />
        )}
      </ActButton>
    </div>
  );
}

function Card({ card, canAssign, row, onDone, ...doing }: Doing & { readonly card: AssignedCard }) {
  const words = useAssignmentWords();
  const { receiptNumber } = row.initiative;
  const { conflict } = card;
  const { fullName: judgeName } = card.judge;
  return (
    <div className={styles.tight}>
      <p>
        <AssignmentMark cell={card} fit={null} /> {words(card, doing.fit(card.judge.id, row))}
      </p>
      <p className="caption">
        <Trans>Phân công {day(card.assignedAt)}</Trans>
        {card.state === 'DRAFT' && (
          <>
            {' · '}
            {card.attested ? <Trans>đã cam đoan</Trans> : <Trans>chưa cam đoan</Trans>}
          </>
        )}
      </p>
      {card.excuseReason && <p className={styles.said}>{card.excuseReason}</p>}
      {conflict && (
        <p>
          <Tag tone="soon">
            <Tie type={conflict.type} />
          </Tag>{' '}
          {conflict.reason}
        </p>
      )}
      {(card.canExcuse || card.canRequestReopening || card.canUnassign) && (
        <div className={styles.acts}>
          {card.canRequestReopening && <AskReopening {...{ card, receiptNumber, onDone }} />}
          {card.canExcuse && <Excuse {...doing} {...{ card, canAssign, row, onDone }} />}
          {card.canUnassign && (
            <ActButton
              of={UNASSIGN_JUDGE}
              size="small"
              title={<Trans>Bỏ phân công {receiptNumber}</Trans>}
              label={
                <Trans>
                  Bỏ phân công…<span className="visually-hidden"> {judgeName}</span>
                </Trans>
              }
              act={<Trans>Bỏ phân công</Trans>}
              keep={<Trans>Giữ phân công</Trans>}
              input={() => ({ scorecardId: card.id })}
              onDone={onDone}
            >
              <p>
                <Trans>
                  {judgeName} thôi chấm {receiptNumber}. Phiếu đã chấm dở thì không bỏ được, chỉ miễn được, có lý do.
                </Trans>
              </p>
            </ActButton>
          )}
        </div>
      )}
    </div>
  );
}

function Excuse({ card, free, row, fit, onDone }: Doing & { readonly card: AssignedCard }) {
  const { t } = useLingui();
  const [replacementId, setReplacementId] = useState('');
  const { fullName: judgeName } = card.judge;
  const { receiptNumber } = row.initiative;
  return (
    <ActButton
      of={EXCUSE_CARD}
      size="small"
      title={<Trans>Miễn chấm và thay giám khảo</Trans>}
      label={
        <Trans>
          Miễn và thay…<span className="visually-hidden"> {judgeName}</span>
        </Trans>
      }
      act={replacementId ? <Trans>Miễn và thay giám khảo</Trans> : <Trans>Miễn chấm, không thay</Trans>}
      keep={<Trans>Giữ phiếu</Trans>}
      reason={{ label: <Trans>Lý do</Trans>, path: 'reason' }}
      input={(reason) => ({ scorecardId: card.id, reason, replacementId: replacementId || null })}
      said={
        <Trans>
          Đã miễn phiếu {receiptNumber} của {judgeName}
        </Trans>
      }
      onDone={() => {
        setReplacementId('');
        onDone();
      }}
    >
      {(refusal) => (
        <div className={styles.stack}>
          <p>
            <Trans>
              Phiếu {receiptNumber} của {judgeName} không tính nữa và được giữ lại. Việc này không hoàn lại được.
            </Trans>
          </p>
          <JudgeChoice
            name="replacementId"
            label={<Trans>Giám khảo thay</Trans>}
            none={t`Không thay ai`}
            {...{ free, row, fit }}
            value={replacementId}
            onChange={setReplacementId}
            error={errorAt(refusal, 'replacementId') ?? errorAt(refusal, 'judgeId')}
          />
        </div>
      )}
    </ActButton>
  );
}
