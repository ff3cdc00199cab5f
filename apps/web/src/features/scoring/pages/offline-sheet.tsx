import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link, useParams } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useClient } from 'urql';
import { useAct } from '../../../api/act';
import { useAsk } from '../../../api/ask';
import { Bar } from '../../../ui/bar';
import { Button } from '../../../ui/button';
import { Confirm } from '../../../ui/confirm';
import { dayAndClock, named, number } from '../../../ui/format';
import { Icon } from '../../../ui/icon';
import { Download, Upload } from '../../../ui/icons';
import { Answer, Broken, Note, Skeleton } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { FILE_DOWNLOAD } from '../card.query';
import { ISSUE_SHEET, OFFLINE_SHEET, type Sheet, type SheetAnswer } from '../offline-sheet.query';
import styles from '../offline-sheet.module.css';
import { Differences } from '../sheet-difference';
import { type Brought, useSheetUpload } from '../use-sheet-upload';

/** A workbook to mark on where there is no network: taken, brought back, held against the cards, and taken over. */
export function Page() {
  const { t } = useLingui();
  const { roundId } = useParams({ from: '/inside/judging/$roundId/offline-sheet' });
  const asked = useAsk(OFFLINE_SHEET, { roundId });
  const round = asked.data?.round;
  return (
    <>
      <Bar
        crumbs={[
          { label: t`Phiếu chấm của tôi`, link: { to: '/judging' } },
          { label: round ? named(round) : t`Vòng chấm`, link: { to: '/judging/$roundId', params: { roundId } } },
          { label: t`Chấm khi không có mạng` },
        ]}
      />
      <PageHead title={t`Chấm khi không có mạng`}>
        <Trans>Chấm trên bảng tính tải về máy, rồi mang bảng ấy về đây. Ký vẫn thực hiện trên hệ thống.</Trans>
      </PageHead>
      <Answer of={asked}>
        {({ offlineSheet: sheet, offlineSheetOutlook: outlook, round: found }) => (
          <div className={styles.steps}>
            <Panel title={<Trans>1. Lấy bảng chấm</Trans>}>
              <Taking roundId={roundId} sheet={sheet} outlook={outlook} onChange={asked.again} />
            </Panel>
            {sheet && found && (
              <Panel title={<Trans>2. Mang bảng đã chấm về</Trans>}>
                <Bringing key={sheet.id} roundId={roundId} sheet={sheet} criteria={found.criteria} />
              </Panel>
            )}
          </div>
        )}
      </Answer>
    </>
  );
}

interface TakingProps {
  readonly roundId: string;
  readonly sheet: Sheet | null;
  readonly outlook: SheetAnswer['offlineSheetOutlook'];
  readonly onChange: () => void;
}

function Taking({ roundId, sheet, outlook, onChange }: TakingProps) {
  const client = useClient();
  const issue = useAct(ISSUE_SHEET);
  const [renewing, setRenewing] = useState(false);
  const why = issue.refusal ?? outlook?.whyNotIssue;
  const shut = outlook?.canIssue ? false : 'why-no-sheet';
  const download = async (fileId: string) => {
    const { data } = await client.query(FILE_DOWNLOAD, { id: fileId }, { requestPolicy: 'network-only' }).toPromise();
    if (data) location.assign(data.fileDownload.url);
  };
  const takeNew = async () => {
    const outcome = await issue.run({ roundId });
    if (outcome.kind !== 'done') return;
    setRenewing(false);
    onChange();
    await download(outcome.result.fileId);
  };
  if (!sheet) {
    return (
      <div className={styles.body}>
        <p>
          <Trans>Bảng có mọi phiếu đã cam đoan và chưa ký của vòng, với điểm và nhận xét đang lưu.</Trans>
        </p>
        {why && (
          <Note tone="late" role={issue.refusal ? 'alert' : undefined}>
            <p id="why-no-sheet">{why.message}</p>
            <p>
              <Link to="/judging/$roundId" params={{ roundId }}>
                <Trans>Đến các phiếu của vòng để cam đoan</Trans>
              </Link>
            </p>
          </Note>
        )}
        {issue.broken && <Broken error={issue.broken} />}
        <div className={styles.acts}>
          <Button size="large" kind="primary" busy={issue.busy} shut={shut} onClick={() => void takeNew()}>
            <Icon of={Download} />
            <Trans>Lấy bảng chấm</Trans>
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className={styles.body}>
      <p>
        <Trans>
          Bảng số {number(sheet.number)}, mã <b className="num">{sheet.sheetCode}</b>, lập lúc {dayAndClock(sheet.issuedAt)}
        </Trans>
        {', '}
        <Plural value={sheet.initiatives} one="có # phiếu." other="có # phiếu." />
      </p>
      <div className={styles.acts}>
        <Button size="large" onClick={() => void download(sheet.fileId)}>
          <Icon of={Download} />
          <Trans>Tải bảng số {number(sheet.number)}</Trans>
        </Button>
        <Button
          size="large"
          kind="plain"
          shut={shut}
          onClick={() => {
            setRenewing(true);
          }}
        >
          <Trans>Lập bảng mới…</Trans>
        </Button>
      </div>
      {shut && why && (
        <p id="why-no-sheet" className="caption">
          {why.message}
        </p>
      )}
      {renewing && (
        <Confirm
          title={<Trans>Lập bảng chấm mới</Trans>}
          act={<Trans>Lập bảng số {number(sheet.number + 1)}</Trans>}
          keep={<Trans>Giữ bảng số {number(sheet.number)}</Trans>}
          busy={issue.busy}
          refusal={issue.refusal}
          broken={issue.broken}
          onClose={() => {
            issue.clear();
            setRenewing(false);
          }}
          onAct={() => void takeNew()}
        >
          <p>
            <Trans>
              Bảng số {number(sheet.number)} hết hiệu lực: những gì đã chấm trên bảng ấy mà chưa mang về thì không nhận được nữa.
            </Trans>
          </p>
        </Confirm>
      )}
    </div>
  );
}

function Bringing({
  roundId,
  sheet,
  criteria,
}: {
  readonly roundId: string;
  readonly sheet: Sheet;
  readonly criteria: NonNullable<SheetAnswer['round']>['criteria'];
}) {
  const { t } = useLingui();
  const input = useRef<HTMLInputElement>(null);
  const [taken, setTaken] = useState(false);
  const { brought, bring, done } = useSheetUpload(sheet.id);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (!file) return;
    setTaken(false);
    bring(file);
  };
  return (
    <div className={styles.body}>
      <div
        className={styles.drop}
        onDragOver={(event) => {
          event.preventDefault();
        }}
        onDrop={(event) => {
          event.preventDefault();
          take(event.dataTransfer.files);
        }}
      >
        <p>
          <Trans>Chọn tệp .xlsx đã chấm, hoặc kéo tệp vào đây. Chưa có gì được ghi trước khi ông/bà xem khác biệt và nhận.</Trans>
        </p>
        <input
          ref={input}
          type="file"
          accept=".xlsx"
          className="visually-hidden"
          tabIndex={-1}
          aria-label={t`Bảng đã chấm`}
          onChange={({ target }) => {
            take(target.files);
            target.value = '';
          }}
        />
        <Button size="large" busy={brought.kind === 'reading'} onClick={() => input.current?.click()}>
          <Icon of={Upload} />
          <Trans>Chọn bảng đã chấm</Trans>
        </Button>
      </div>
      {taken && (
        <Note tone="done" role="status">
          <p>
            <Trans>Đã nhận vào phiếu. Các phiếu vẫn là bản nháp.</Trans>
          </p>
          <p>
            <Link to="/judging/$roundId" params={{ roundId }}>
              <Trans>Xem lại và ký từng phiếu</Trans>
            </Link>
          </p>
        </Note>
      )}
      <Outcome brought={brought} />
      {brought.kind === 'compared' && (
        <Differences
          fileId={brought.fileId}
          difference={brought.difference}
          criteria={criteria}
          onTaken={() => {
            done();
            setTaken(true);
          }}
          onLeft={done}
        />
      )}
    </div>
  );
}

function Outcome({ brought }: { readonly brought: Brought }) {
  if (brought.kind === 'reading') return <Skeleton rows={3} />;
  if (brought.kind !== 'wrong') return null;
  return (
    <Note tone="late" role="alert">
      <p>{brought.message ?? <Trans>Chưa đưa được tệp lên hệ thống. Hãy chọn lại tệp khi có mạng.</Trans>}</p>
      {brought.cell && !brought.message?.includes(brought.cell) && (
        <p>
          <Trans>
            Ở ô <b className="num">{brought.cell}</b>. Sửa ô ấy trong bảng, lưu lại rồi chọn lại tệp.
          </Trans>
        </p>
      )}
    </Note>
  );
}
