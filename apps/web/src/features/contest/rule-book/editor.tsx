import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import { PRESENT_EDITION } from '#plain/contest';
import { useAct } from '../../../api/act';
import { useAsk } from '../../../api/ask';
import { Button } from '../../../ui/button';
import { Confirm } from '../../../ui/confirm';
import { TextField, fieldId } from '../../../ui/field';
import { ErrorSummary, errorAt } from '../../../ui/form';
import { Icon } from '../../../ui/icon';
import { Plus } from '../../../ui/icons';
import { Broken, Note } from '../../../ui/note';
import { useToast } from '../../../ui/toast';
import { type TypedBook, blankBook, newRound, sentBook, typedBook, withPut, without } from './book';
import { OpennessFields, ResultFields } from './book-fields';
import { PlaceError } from './cells';
import { ChangeList } from './change-list';
import { EditingContext, fieldPath, focusSoon, useEditing } from './editing';
import { RoundFields } from './round-fields';
import styles from './rule-book.module.css';
import { AMEND_RULE_BOOK, type ContestOfBook, OTHER_RULE_BOOK, SET_RULE_BOOK } from './rule-book.query';
import { TrialSheet } from './trial-sheet';
import { AskBeforeLeaving, TakenUp, useTypedBook } from './unsaved';
import { Versions } from './versions';

interface EditorProps {
  readonly contest: ContestOfBook;
  readonly others: readonly { readonly id: string; readonly year: number; readonly titleVi: string; readonly titleEn: string }[];
}

/** The whole book on one page; beside it what it does to example marks, and what was otherwise last year. */
export function RuleBookEditor({ contest, others }: EditorProps) {
  const saved = useMemo(() => (contest.ruleBook ? typedBook(contest.ruleBook.content) : blankBook()), [contest.ruleBook]);
  const { t } = useLingui();
  const { year } = contest;
  const { typed, kept, change, clear } = useTypedBook(contest, t`Quy chế chấm năm ${year}`);
  const book = typed ?? saved;
  const set = useSetting();
  const amend = useAmending();
  const act = contest.canAmendRuleBook ? amend : set;
  const readOnly = !contest.canSetRuleBook && !contest.canAmendRuleBook;
  const [compared, compare] = useState(others.find(({ year }) => year < contest.year)?.id ?? others[0]?.id ?? '');
  const put = (path: string, value: unknown) => {
    change((was) => withPut(was ?? saved, path, value));
  };
  return (
    <EditingContext value={{ book, refusal: act.refusal, readOnly, put }}>
      <div className={styles.columns}>
        <div className={styles.stack}>
          <AskBeforeLeaving isChanged={typed !== null} />
          {kept && <TakenUp of={kept} />}
          {act.refusal && <ErrorSummary refusal={act.refusal} />}
          {act.broken && <Broken error={act.broken} />}
          {!contest.ruleBook && !readOnly && (
            <TakeOver
              from={compared}
              onTake={(other) => {
                change(() => other);
              }}
            />
          )}
          <Rounds />
          <ResultFields />
          <OpennessFields />
          {!readOnly && (
            <SaveBar
              contest={contest}
              book={book}
              isChanged={typed !== null || !contest.ruleBook}
              set={set}
              amend={amend}
              onSaved={clear}
            />
          )}
        </div>
        <div className={styles.beside}>
          <Versions contest={contest} />
          <TrialSheet book={book} saved={saved} />
          <ChangeList book={book} others={others} chosen={compared} onChoose={compare} />
        </div>
      </div>
    </EditingContext>
  );
}

function Rounds() {
  const { book, put, readOnly } = useEditing();
  return (
    <>
      <PlaceError path="rounds" />
      {book.rounds.map((round, at) => (
        <RoundFields
          key={at}
          at={at}
          round={round}
          isWeighted={book.combination.kind === 'WEIGHTED'}
          onRemove={
            book.rounds.length > 1
              ? () => {
                  put('rounds', without(book.rounds, at));
                  focusSoon('add-rounds');
                }
              : undefined
          }
        />
      ))}
      {!readOnly && (
        <div>
          <Button
            id="add-rounds"
            onClick={() => {
              put('rounds', [...book.rounds, newRound(book.rounds)]);
              focusSoon(fieldId(fieldPath(`rounds.${String(book.rounds.length)}.nameVi`)));
            }}
          >
            <Icon of={Plus} />
            <Trans>Thêm vòng chấm</Trans>
          </Button>
        </div>
      )}
    </>
  );
}

/** Where there is no book yet: begin with that of the contest which it is compared with. */
function TakeOver({ from, onTake }: { readonly from: string; readonly onTake: (book: TypedBook) => void }) {
  const { data } = useAsk(OTHER_RULE_BOOK, { id: from }, { pause: from === '' });
  const other = data?.contest;
  if (!other?.ruleBook) return null;
  const { content } = other.ruleBook;
  return (
    <Note>
      <p>
        <Trans>Cuộc thi chưa có quy chế chấm.</Trans>
      </p>
      <p>
        <Button
          size="small"
          onClick={() => {
            onTake({ ...typedBook(content), edition: PRESENT_EDITION });
          }}
        >
          <Trans>Lấy theo quy chế năm {other.year}</Trans>
        </Button>
      </p>
    </Note>
  );
}

interface SaveBarProps {
  readonly contest: ContestOfBook;
  readonly book: TypedBook;
  readonly isChanged: boolean;
  readonly set: Setting;
  readonly amend: Amending;
  readonly onSaved: () => void;
}

/** Saved while it may be edited; once frozen, amended by a decision. */
function SaveBar({ contest, book, isChanged, set, amend, onSaved }: SaveBarProps) {
  const toast = useToast();
  const [asking, ask] = useState(false);
  const order = { contestId: contest.id, version: contest.version, content: sentBook(book) };
  const save = async () => {
    if ((await set.run(order)).kind !== 'done') return;
    toast(<Trans>Đã lưu quy chế chấm.</Trans>);
    onSaved();
  };
  return (
    <div className={styles.foot}>
      {contest.canAmendRuleBook ? (
        <Button
          kind="primary"
          shut={isChanged ? false : 'nothing-changed'}
          onClick={() => {
            amend.clear();
            ask(true);
          }}
        >
          <Trans>Sửa theo quyết định</Trans>
        </Button>
      ) : (
        <Button kind="primary" busy={set.busy} shut={isChanged ? false : 'nothing-changed'} onClick={() => void save()}>
          <Trans>Lưu quy chế</Trans>
        </Button>
      )}
      <Button shut={isChanged ? false : 'nothing-changed'} onClick={onSaved}>
        <Trans>Bỏ các thay đổi</Trans>
      </Button>
      <span className="caption" id="nothing-changed" role="status">
        {isChanged ? <Trans>Có thay đổi chưa lưu.</Trans> : <Trans>Chưa có thay đổi nào.</Trans>}
      </span>
      {asking && (
        <Amend
          act={amend}
          order={order}
          onDone={() => {
            ask(false);
            toast(<Trans>Quy chế đã được sửa theo quyết định.</Trans>);
            onSaved();
          }}
          onClose={() => {
            ask(false);
          }}
        />
      )}
    </div>
  );
}

interface AmendProps {
  readonly act: Amending;
  readonly order: Parameters<Setting['run']>[0];
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function Amend({ act, order, onDone, onClose }: AmendProps) {
  const { t } = useLingui();
  const [decisionNumber, setNumber] = useState('');
  return (
    <Confirm
      of={`reviseRuleBook ${order.contestId}`}
      title={<Trans>Sửa quy chế đã khóa</Trans>}
      act={<Trans>Sửa theo quyết định</Trans>}
      keep={<Trans>Chưa sửa</Trans>}
      reason={{ label: t`Lý do`, path: 'reason' }}
      busy={act.busy}
      refusal={act.refusal}
      broken={act.broken}
      onAct={(reason) => {
        void act.run({ ...order, decisionNumber, reason }).then(({ kind, ...outcome }) => {
          if (kind === 'done') onDone();
          else if ('refusal' in outcome && outcome.refusal.path?.includes('content')) onClose();
        });
      }}
      onClose={onClose}
    >
      <p>
        <Trans>
          Quy chế có một phiên bản mới, khóa ngay với mã riêng; các phiên bản trước vẫn giữ. Giám khảo và người dự thi được báo.
        </Trans>
      </p>
      <TextField
        label={<Trans>Số quyết định</Trans>}
        name="decisionNumber"
        value={decisionNumber}
        onChange={setNumber}
        error={errorAt(act.refusal, 'decisionNumber')}
      />
    </Confirm>
  );
}

type Setting = ReturnType<typeof useSetting>;
type Amending = ReturnType<typeof useAmending>;
const useSetting = () => useAct(SET_RULE_BOOK);
const useAmending = () => useAct(AMEND_RULE_BOOK);
