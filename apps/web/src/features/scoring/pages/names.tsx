import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { dayAndClock } from '../../../ui/format';
import { ExportButton } from '../../../ui/export-button';
import { Answer, Empty } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { Segments } from '../../../ui/segments';
import { StateMark } from '../../../ui/state-mark';
import { DecideNames } from '../office/decide-names';
import { ContestLine, JudgingBar, officeStyles as styles, PagesOf } from '../../jury/shared';
import { NameMentions } from '../office/name-mentions';
import { type LookedAt, NAME_LOOKS } from '../office/names.query';

const FROM = '/inside/contests/$contestId/names';

/** Before an anonymous round: where initiatives say whose they are, and what judges are to read there. */
export function Page() {
  const { t } = useLingui();
  const { contestId } = useParams({ from: FROM });
  const { all, after } = useSearch({ from: FROM });
  const go = useNavigate({ from: '/contests/$contestId/names' });
  const asked = useAsk(NAME_LOOKS, { contestId, states: all ? undefined : ['UNDECIDED'], after });
  const contest = asked.data?.contest;
  return (
    <>
      <JudgingBar contestId={contestId} contest={contest} crumbs={[{ label: t`Rà tên` }]} />
      <PageHead
        title={t`Rà tên trước vòng giấu tên`}
        acts={<ExportButton list="nameLooks" filter={{ contestId, states: all ? null : ['UNDECIDED'] }} />}
      >
        <ContestLine contest={contest} />
      </PageHead>
      <div className={styles.stack}>
        <p>
          <Trans>
            Hệ thống dò tên tác giả và đơn vị trong hồ sơ, trong chú thích và chữ của tệp. Ảnh, bản quét và phim không dò được, cần người mở
            xem.
          </Trans>
        </p>
        <div>
          <Segments
            label={t`Hồ sơ nào`}
            value={all ? 'all' : 'undecided'}
            onChange={(value) => void go({ search: value === 'all' ? { all: true } : {} })}
            choices={[
              { value: 'undecided', label: t`Chờ quyết định` },
              { value: 'all', label: t`Tất cả` },
            ]}
          />
        </div>
        <Answer of={asked}>
          {({ nameLooks }) => (
            <Panel flush>
              {nameLooks.edges.length === 0 ? (
                <Nothing all={all === true} />
              ) : (
                nameLooks.edges.map(({ node }) => <Looked key={`${node.id} ${String(node.version)}`} look={node} onDone={asked.again} />)
              )}
              <PagesOf of={nameLooks} after={after} onPage={(next) => void go({ search: { all, after: next } })} />
            </Panel>
          )}
        </Answer>
      </div>
    </>
  );
}

function Nothing({ all }: { readonly all: boolean }) {
  return all ? (
    <Empty title={<Trans>Cuộc thi này không có vòng giấu tên</Trans>}>
      <p>
        <Trans>Chỉ vòng giấu tên mới cần rà: ở vòng khác, giám khảo thấy tác giả và đơn vị.</Trans>
      </p>
    </Empty>
  ) : (
    <Empty title={<Trans>Không có hồ sơ nào chờ quyết định</Trans>} />
  );
}

function Looked({ look, onDone }: { readonly look: LookedAt; readonly onDone: () => void }) {
  const { receiptNumber, title, hiddenTitle, mentions, reason, decidedByName, decidedAt } = look;
  return (
    <article className={styles.row}>
      <h2>
        <span className="num no-break">{receiptNumber}</span> {title}
      </h2>
      <p className={styles.tags}>
        <State of={look.state} />
        {decidedByName && decidedAt && reason && (
          <span className="secondary">
            <Trans>
              {decidedByName}, {dayAndClock(decidedAt)}: {reason}
            </Trans>
          </span>
        )}
      </p>
      {hiddenTitle !== null && hiddenTitle !== title && (
        <p>
          <Trans>Giám khảo đọc: {hiddenTitle}</Trans>
        </p>
      )}
      {mentions.length > 0 && <NameMentions look={look} />}
      <DecideNames look={look} onDone={onDone} />
    </article>
  );
}

function State({ of }: { readonly of: LookedAt['state'] }) {
  switch (of) {
    case 'NOT_LOOKED':
      return (
        <StateMark>
          <Trans>Đang rà</Trans>
        </StateMark>
      );
    case 'CLEAR':
      return (
        <StateMark tone="done">
          <Trans>Không nêu tên</Trans>
        </StateMark>
      );
    case 'UNDECIDED':
      return (
        <StateMark tone="soon">
          <Trans>Chờ quyết định</Trans>
        </StateMark>
      );
    case 'LEFT':
      return (
        <StateMark>
          <Trans>Để nguyên</Trans>
        </StateMark>
      );
    case 'HIDDEN':
      return (
        <StateMark tone="ink">
          <Trans>Đã che tên</Trans>
        </StateMark>
      );
  }
}
