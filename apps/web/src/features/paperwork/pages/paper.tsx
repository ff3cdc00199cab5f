import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useParams } from '@tanstack/react-router';
import { useClient } from 'urql';
import { useAsk } from '../../../api/ask';
import { ActButton } from '../../../ui/act-button';
import { Bar } from '../../../ui/bar';
import { day, dayAndClock, named } from '../../../ui/format';
import { FetchFile } from '../../../ui/fetch-file';
import { Answer, Empty, Note } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { DemoMark } from '../../../ui/state-mark';
import { FREEZE_PAPER, PAPER, PAPER_FILE, type PaperShown, REDRAFT_PAPER, REOPEN_PAPER } from '../paper.query';
import { FileButton } from '../../../ui/file-button';
import { RegisterPaper } from '../parts/register-paper';
import { numbered, useGapWords, usePaperKinds } from '../parts/words';
import styles from '../paperwork.module.css';
import { PaperMark } from './papers';

/** A paper: what it says of itself, its files, and what can be done with it next. */
export function Page() {
  const { t } = useLingui();
  const { paperId } = useParams({ from: '/inside/papers/$paperId' });
  const asked = useAsk(PAPER, { id: paperId });
  return (
    <>
      <Bar crumbs={[{ label: t`Văn bản`, link: { to: '/papers' } }, { label: t`Một văn bản` }]} />
      <Answer of={asked}>
        {({ paper, files }) =>
          paper === null ? (
            <Empty title={<Trans>Không có văn bản này</Trans>} />
          ) : (
            <Shown paper={paper} signed={files.edges.map(({ node }) => node)} again={asked.again} />
          )
        }
      </Answer>
    </>
  );
}

interface ShownProps {
  readonly paper: PaperShown;
  readonly signed: readonly { readonly id: string; readonly fileName: string }[];
  readonly again: () => void;
}

function Shown({ paper, signed, again }: ShownProps) {
  const kinds = usePaperKinds();
  return (
    <>
      <PageHead title={paper.subject}>
        {kinds[paper.kind]} {paper.illustrative && <DemoMark />}
      </PageHead>
      <div className={styles.page}>
        <Warnings paper={paper} />
        <Panel title={<Trans>Thông tin văn bản</Trans>}>
          <dl className={styles.facts}>
            <dt>
              <Trans>Trạng thái</Trans>
            </dt>
            <dd>
              <PaperMark state={paper.state} />
            </dd>
            <dt>
              <Trans>Số, ký hiệu</Trans>
            </dt>
            <dd className="num">{numbered(paper.number, paper.symbol)}</dd>
            <dt>
              <Trans>Cơ quan</Trans>
            </dt>
            <dd>{named(paper.unit)}</dd>
            <dt>
              <Trans>Lập lần gần nhất</Trans>
            </dt>
            <dd>
              {dayAndClock(paper.draftedAt)}
              {paper.draftedByName && ` – ${paper.draftedByName}`}; <Trans>theo mẫu lần {paper.templateNumber}</Trans>
            </dd>
            {paper.signedOn && (
              <>
                <dt>
                  <Trans>Ngày ký</Trans>
                </dt>
                <dd>{day(paper.signedOn)}</dd>
              </>
            )}
            {paper.frozenHash && (
              <>
                <dt>
                  <Trans>Mã đối chiếu (SHA-256)</Trans>
                </dt>
                <dd className="num">{paper.frozenHash}</dd>
              </>
            )}
          </dl>
          <Files paper={paper} />
          {signed.map(({ id, fileName }) => (
            <p key={id}>
              <Trans>Bản đã ký: {fileName}</Trans> <FetchFile id={id} name={fileName} />
            </p>
          ))}
        </Panel>
        {paper.canManage && <NextActs paper={paper} again={again} />}
      </div>
    </>
  );
}

function Warnings({ paper: { gaps, stale, state } }: { readonly paper: PaperShown }) {
  const words = useGapWords();
  return (
    <>
      {stale && (
        <Note tone="soon">
          {state === 'DRAFT' ? (
            <Trans>Dữ liệu đã thay đổi từ khi lập dự thảo này. Lập lại để có số liệu mới.</Trans>
          ) : (
            <Trans>Dữ liệu đã thay đổi từ khi chốt văn bản này. Mở lại dự thảo nếu cần cập nhật trước khi ký.</Trans>
          )}
        </Note>
      )}
      {state === 'DRAFT' && gaps.length > 0 && (
        <Note tone="soon">
          {gaps.map((gap) => (
            <p key={gap}>{words[gap]}</p>
          ))}
          <Link to="/paper-templates">
            <Trans>Sửa mẫu văn bản</Trans>
          </Link>
        </Note>
      )}
    </>
  );
}

function Files({ paper: { id, state } }: { readonly paper: PaperShown }) {
  const client = useClient();
  const ask = (format: 'PDF' | 'DOCX') => async () =>
    (await client.query(PAPER_FILE, { paperId: id, format }, { requestPolicy: 'network-only' }).toPromise()).data?.paperFile?.url;
  return (
    <p className={styles.acts}>
      <FileButton ask={ask('PDF')}>{state === 'DRAFT' ? <Trans>Dự thảo PDF</Trans> : <Trans>Bản chốt PDF</Trans>}</FileButton>
      <FileButton ask={ask('DOCX')}>
        <Trans>DOCX để sửa</Trans>
      </FileButton>
    </p>
  );
}

function NextActs({ paper, again }: { readonly paper: PaperShown; readonly again: () => void }) {
  const on = { paperId: paper.id, version: paper.version };
  if (paper.state === 'SIGNED') return null;
  return (
    <Panel title={<Trans>Việc tiếp theo</Trans>}>
      {paper.state === 'DRAFT' && (
        <p className={styles.acts}>
          <ActButton
            of={FREEZE_PAPER}
            kind="primary"
            shut={paper.gaps.length > 0}
            title={<Trans>Chốt văn bản</Trans>}
            act={<Trans>Chốt để ký</Trans>}
            keep={<Trans>Chưa chốt</Trans>}
            input={() => on}
            said={<Trans>Đã chốt văn bản.</Trans>}
            onDone={again}
          >
            <p>
              <Trans>Tệp PDF được giữ nguyên kèm mã đối chiếu. In hoặc ký số đúng tệp này.</Trans>
            </p>
          </ActButton>
          <ActButton
            of={REDRAFT_PAPER}
            title={<Trans>Lập lại dự thảo</Trans>}
            act={<Trans>Lập lại từ dữ liệu hiện có</Trans>}
            keep={<Trans>Giữ dự thảo này</Trans>}
            input={() => on}
            said={<Trans>Đã lập lại dự thảo.</Trans>}
            onDone={again}
          >
            <p>
              <Trans>Nội dung được lấy lại từ dữ liệu và mẫu hiện có. Bản DOCX đã sửa trên máy không bị ảnh hưởng.</Trans>
            </p>
          </ActButton>
        </p>
      )}
      {paper.state === 'FROZEN' && (
        <>
          <RegisterPaper paper={paper} again={again} />
          <ActButton
            of={REOPEN_PAPER}
            title={<Trans>Mở lại dự thảo</Trans>}
            act={<Trans>Mở lại dự thảo</Trans>}
            keep={<Trans>Giữ bản chốt</Trans>}
            reason={{ label: <Trans>Nội dung cần sửa</Trans>, path: 'reason' }}
            input={(reason) => ({ ...on, reason: reason.trim() })}
            said={<Trans>Đã mở lại dự thảo.</Trans>}
            onDone={again}
          >
            <p>
              <Trans>Bản chốt không còn dùng để ký. Lần chốt sau có mã đối chiếu khác.</Trans>
            </p>
          </ActButton>
        </>
      )}
    </Panel>
  );
}
