import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { languageInForce } from '../../../api/language';
import { number } from '../../../ui/format';
import { Note } from '../../../ui/note';
import { Prose, PublicHead, PublicPage, Section } from '../../../ui/public-page';
import { type Checked, type Found } from '../check-pack';
import styles from './check-result.module.css';

/** Checks a result pack here, in the browser: nothing is sent anywhere. */
export function Page() {
  const { t } = useLingui();
  const { checked, busy, name, check } = useCheck();
  return (
    <PublicPage>
      <PublicHead title={t`Kiểm chứng kết quả`}>
        <Trans>
          Gói kết quả được tính lại từ đầu ngay trên máy này: từ từng phiếu chấm đến xếp hạng và giải thưởng. Tệp không được gửi đi đâu;
          trang kiểm tra được cả khi không có mạng.
        </Trans>
      </PublicHead>
      <Section title={<Trans>Chọn gói kết quả</Trans>}>
        <label className={styles.file}>
          <span>
            <Trans>Tệp gói kết quả (.json) đã tải về</Trans>
          </span>
          <input
            type="file"
            accept=".json,application/json"
            // The same file chosen again is checked again: it may have been changed meanwhile.
            onClick={({ currentTarget }) => {
              currentTarget.value = '';
            }}
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file) check(file);
            }}
          />
        </label>
        <div role="status" className={styles.outcome}>
          {busy && (
            <p>
              <Trans>Đang tính lại {name}…</Trans>
            </p>
          )}
          {checked && <Outcome of={checked} />}
        </div>
      </Section>
      <Section title={<Trans>Cách kiểm chứng</Trans>}>
        <Prose>
          <p>
            <Trans>
              Trang này tính lại mọi phiếu, mọi vòng, thứ hạng và giải theo quy tắc chấm nằm trong gói, rồi so với kết quả ghi trong gói.
              Điểm đầu tiên không khớp được nêu rõ.
            </Trans>
          </p>
          <p>
            <Trans>
              Chỉ riêng tệp không cho biết nó có bị lập lại từ đầu hay đã có kết quả mới hơn. Hãy đối chiếu mã SHA-256 hiện ở trên với mã mà
              ban tổ chức công bố tại trang kết quả.
            </Trans>
          </p>
          <p>
            <Trans>Người có mã nguồn của hệ thống chạy được cùng một phép kiểm tra bằng lệnh:</Trans> <code>npm run verify-result</code>
          </p>
        </Prose>
      </Section>
    </PublicPage>
  );
}

/** Only the answer for the file that was chosen last counts. */
function useCheck() {
  const worker = useRef<Worker | null>(null);
  const [state, setState] = useState<{ checked: Checked | null; busy: boolean; name: string }>({ checked: null, busy: false, name: '' });
  useEffect(() => () => worker.current?.terminate(), []);
  const check = (file: File) => {
    worker.current?.terminate();
    const one = new Worker(new URL('../check-pack.worker.ts', import.meta.url), { type: 'module' });
    worker.current = one;
    setState({ checked: null, busy: true, name: file.name });
    const settle = (checked: Checked) => {
      one.terminate();
      setState({ checked, busy: false, name: file.name });
    };
    one.onmessage = ({ data }: MessageEvent<Checked>) => {
      settle(data);
    };
    one.onerror = () => {
      settle({ kind: 'unreadable' });
    };
    one.postMessage(file);
  };
  return { ...state, check };
}

function Outcome({ of }: { readonly of: Checked }) {
  const vietnamese = languageInForce() === 'vi';
  switch (of.kind) {
    case 'fits':
      return (
        <>
          <Note tone="done">
            <p>
              <strong>
                <Trans>Khớp. Mọi điểm, thứ hạng và giải trong gói đúng như tính lại.</Trans>
              </strong>
            </p>
            <Hash of={of.sha256} />
          </Note>
          <Verified found={of.found} />
        </>
      );
    case 'misfit':
      return (
        <Note tone="late">
          <p>
            <strong>
              <Trans>Không khớp. {vietnamese ? of.vi : of.en}</Trans>
            </strong>
          </p>
          <p className="caption">{of.code}</p>
          <Hash of={of.sha256} />
        </Note>
      );
    case 'saved':
      return (
        <Note tone="soon">
          <Trans>Chưa kiểm tra được. {vietnamese ? of.vi : of.en}</Trans>
        </Note>
      );
    case 'unreadable':
      return (
        <Note tone="soon">
          <Trans>Không đọc được tệp này. Cần tệp gói kết quả đúng như đã tải về, không quá 200 MB.</Trans>
        </Note>
      );
  }
}

function Hash({ of }: { readonly of: string }) {
  return (
    <p>
      <Trans>Mã SHA-256 của tệp:</Trans> <code className={styles.hash}>{of}</code>
    </p>
  );
}

/** What was computed again, in the order in which it was. */
function Verified({ found }: { readonly found: Found }) {
  const { contest, books, rounds, final } = found;
  const title = languageInForce() === 'en' ? contest.titleEn : contest.title;
  return (
    <dl className={styles.verified}>
      <Row name={<Trans>Cuộc thi</Trans>}>
        {title} ({contest.year}, {contest.unit})
      </Row>
      {books.map((book) => (
        <Row key={book.number} name={<Trans>Quy tắc chấm lần {book.number}</Trans>}>
          <code className={styles.hash}>{book.hash}</code>
        </Row>
      ))}
      {rounds.map((round, at) => (
        <Row key={round.key} name={<Trans>Vòng {at + 1}</Trans>}>
          <Plural value={round.initiatives} one="# sáng kiến" other="# sáng kiến" />,{' '}
          <Plural value={round.signed} one="# phiếu đã ký" other="# phiếu đã ký" />,{' '}
          <Plural value={round.excused} one="# phiếu miễn chấm" other="# phiếu miễn chấm" />; <Trans>kết quả lần {round.result}</Trans>
          <Codes name={<Trans>Qua vòng trước mà không chấm ở vòng này:</Trans>} of={round.absent} />
          <Codes name={<Trans>Chấm ở vòng này tuy sau đính chính không còn qua vòng trước:</Trans>} of={round.stayed} />
        </Row>
      ))}
      <Row name={<Trans>Kết quả chung cuộc</Trans>}>
        {final ? (
          <>
            <Plural value={final.initiatives} one="# sáng kiến" other="# sáng kiến" />; <Trans>kết quả lần {final.result}</Trans>
            {final.votes > 0 && (
              <>
                ; <Trans>Trưởng Ban Giám khảo quyết định thứ tự {number(final.votes)} lần</Trans>
              </>
            )}
            <Codes name={<Trans>Đã dự thi mà không có trong kết quả chung cuộc:</Trans>} of={final.absent} />
            <span className="caption">
              <br />
              <Trans>
                Nhật ký đến mục {String(final.auditHead.seq)}: <code className={styles.hash}>{final.auditHead.hash}</code>
              </Trans>
            </span>
          </>
        ) : (
          <Trans>Chưa có: vòng cuối chưa kết thúc.</Trans>
        )}
      </Row>
    </dl>
  );
}

function Row({ name, children }: { readonly name: ReactNode; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Codes({ name, of }: { readonly name: ReactNode; readonly of: readonly string[] }) {
  if (of.length === 0) return null;
  return (
    <span>
      <br />
      {name} {of.join(', ')}
    </span>
  );
}
