import { Trans, useLingui } from '@lingui/react/macro';
import { useAct } from '../../../api/act';
import { useAsk } from '../../../api/ask';
import { may, useMe } from '../../../api/session';
import { type AgeOrder, BY_AGE } from '../../../ui/orders';
import { DataTable } from '../../../ui/data-table';
import { day, named, number } from '../../../ui/format';
import { Empty } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import { DemoMark, Tag } from '../../../ui/state-mark';
import { ANSWER_CASE, CLOSE_CASE, type CaseRow, PASS_CASE, REPORTED_CASES } from '../signal.query';
import { OpenAction } from './open-action';
import { SaidAct } from './said-act';

type Finding = NonNullable<CaseRow['finding']>;

interface OfRow {
  readonly of: CaseRow;
  readonly again: () => void;
}

interface Listed {
  /** Those alone that wait for a conclusion; null: all. */
  readonly open: true | null;
  readonly order: AgeOrder | undefined;
  readonly onOrder: (order: AgeOrder) => void;
  readonly after: string | undefined;
  readonly onPage: (after: string | undefined) => void;
}

/** What citizens report that somebody has to look into; the counter does not read it. */
export function ReportedCases({ open, order, onOrder, after, onPage }: Listed) {
  const { t } = useLingui();
  const me = useMe();
  const filter = { open, order: order ?? null };
  const asked = useAsk(REPORTED_CASES, { ...filter, after: after ?? null });
  return (
    <Panel title={<Trans>Phản ánh cần xem xét</Trans>} flush>
      <DataTable<CaseRow>
        caption={t`Phản ánh cần xem xét`}
        file={may(me, 'case:read') ? { list: 'reportedCases', filter } : 'few'}
        of={{ ...asked, data: asked.data?.reportedCases }}
        rowKey={({ id }) => id}
        cards
        order={order ?? 'NEWEST'}
        onOrder={(chosen) => {
          onOrder(chosen as AgeOrder);
        }}
        onPage={onPage}
        isFirstPage={after === undefined}
        columns={[
          {
            key: 'counter',
            names: true,
            head: t`Quầy`,
            cell: ({ counter, unit, illustrative }) => (
              <>
                {counter.name}, {named(unit)} {illustrative && <DemoMark />}
              </>
            ),
          },
          { key: 'day', head: t`Ngày`, order: BY_AGE, cell: (reported) => day(reported.day) },
          { key: 'what', head: t`Nội dung`, cell: (reported) => <What of={reported} /> },
          { key: 'reply', head: t`Trả lời của đơn vị`, cell: (reported) => <Head of={reported} again={asked.again} /> },
          {
            key: 'acts',
            head: t`Kết luận`,
            cell: (reported) => (
              <>
                <Office of={reported} again={asked.again} /> {reported.canOpenAction && <OpenAction about={{ caseId: reported.id }} />}
              </>
            ),
          },
        ]}
        empty={<Empty title={open ? <Trans>Không có phản ánh nào chưa kết luận</Trans> : <Trans>Không có phản ánh nào</Trans>} />}
      />
    </Panel>
  );
}

function What({ of: { kind, ratings, texts } }: { readonly of: CaseRow }) {
  return (
    <>
      {kind === 'EXTRA_COST' ? <Trans>Bị gợi ý nộp thêm tiền</Trans> : <Trans>Thái độ phục vụ</Trans>}
      {' · '}
      <Trans>{number(ratings)} người</Trans>
      {texts.map((text, at) => (
        <div key={at} className="secondary">
          “{text}”
        </div>
      ))}
    </>
  );
}

function Head({ of: reported, again }: OfRow) {
  const answering = useAct(ANSWER_CASE);
  const passing = useAct(PASS_CASE);
  const { id: caseId, version } = reported;
  if (reported.canAnswer)
    return (
      <>
        {reported.reply !== null && <p>{reported.reply}</p>}
        <SaidAct
          word={reported.reply === null ? <Trans>Trả lời</Trans> : <Trans>Trả lời lại</Trans>}
          title={<Trans>Trả lời phản ánh ngày {day(reported.day)}</Trans>}
          keep={<Trans>Chưa trả lời</Trans>}
          reason={{ label: <Trans>Trả lời</Trans>, path: 'reply' }}
          of={caseId}
          act={answering}
          onAct={async (reply) => (await answering.run({ caseId, version, reply })).kind === 'done'}
          told={<Trans>Đã gửi trả lời.</Trans>}
          onDone={again}
        >
          <p>
            <Trans>Không tìm cách biết ai đã phản ánh. Phòng Nội vụ đọc trả lời này và kết luận.</Trans>
          </p>
        </SaidAct>
      </>
    );
  if (!reported.pastHead) return reported.reply ?? <span className="secondary">{<Trans>chưa trả lời</Trans>}</span>;
  return (
    <>
      <Tag tone="late">
        <Trans>nhắc đến người đứng đầu</Trans>
      </Tag>{' '}
      {reported.canPass && (
        <SaidAct
          word={<Trans>Chuyển người đứng đầu</Trans>}
          title={<Trans>Để người đứng đầu {named(reported.unit)} xem phản ánh</Trans>}
          keep={<Trans>Không chuyển</Trans>}
          reason={{ label: <Trans>Vì sao không phải về người đó</Trans>, path: 'reason' }}
          of={caseId}
          act={passing}
          onAct={async (reason) => (await passing.run({ caseId, version, reason })).kind === 'done'}
          told={<Trans>Đã chuyển người đứng đầu.</Trans>}
          onDone={again}
        >
          <p>
            <Trans>Chỉ chuyển khi đã rõ phản ánh không nói về người đứng đầu. Đã xem thì không rút lại được.</Trans>
          </p>
        </SaidAct>
      )}
    </>
  );
}

function Office({ of: reported, again }: OfRow) {
  const act = useAct(CLOSE_CASE);
  const { id: caseId, version } = reported;
  if (reported.finding !== null)
    return (
      <>
        <Tag tone="done">{reported.finding === 'FOUND' ? <Trans>có việc này</Trans> : <Trans>không có việc này</Trans>}</Tag>{' '}
        {reported.conclusion}
      </>
    );
  if (reported.whyNotClose) return <span className="secondary">{reported.whyNotClose.message}</span>;
  const close = (finding: Finding) => async (conclusion: string) =>
    (await act.run({ caseId, version, finding, conclusion })).kind === 'done';
  const shared = {
    keep: <Trans>Chưa kết luận</Trans>,
    reason: { label: <Trans>Kết luận</Trans>, path: 'conclusion' },
    act,
    told: <Trans>Đã kết luận về phản ánh.</Trans>,
    onDone: again,
  };
  const words = (
    <p>
      <Trans>Nêu đã xem xét gì và xử lý ra sao. Kết luận không rút lại được.</Trans>
    </p>
  );
  return (
    <>
      <SaidAct
        {...shared}
        of={`${caseId} FOUND`}
        word={<Trans>Có việc này</Trans>}
        title={<Trans>Kết luận: có việc này</Trans>}
        onAct={close('FOUND')}
      >
        {words}
      </SaidAct>{' '}
      <SaidAct
        {...shared}
        of={`${caseId} NOT_FOUND`}
        word={<Trans>Không có việc này</Trans>}
        title={<Trans>Kết luận: không có việc này</Trans>}
        onAct={close('NOT_FOUND')}
      >
        {words}
      </SaidAct>
    </>
  );
}
