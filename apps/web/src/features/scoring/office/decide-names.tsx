import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { ActButton } from '../../../ui/act-button';
import { CheckField, TextAreaField } from '../../../ui/field';
import { errorAt } from '../../../ui/form';
import { DECIDE_NAMES, type LookedAt } from './names.query';
import { officeStyles as styles } from '../../jury/shared';

interface DecideProps {
  readonly look: LookedAt;
  readonly onDone: () => void;
}

const REASON = { label: <Trans>Lý do</Trans>, path: 'reason' };

/** Hides the names that were found, further words, and whole files; or leaves all as it is. */
export function DecideNames({ look, onDone }: DecideProps) {
  const shutBy = look.whyNotHide ?? look.whyNotLeave;
  const why = `why-not-${look.id}`;
  return (
    <>
      {shutBy && <p id={why}>{shutBy.message}</p>}
      <div className={styles.acts}>
        <HideNames look={look} shut={look.whyNotHide ? why : false} onDone={onDone} />
        <LeaveNames look={look} shut={look.whyNotLeave ? why : false} onDone={onDone} />
      </div>
    </>
  );
}

function HideNames({ look, shut, onDone }: DecideProps & { readonly shut: string | false }) {
  const { id, version, files, mentions, receiptNumber } = look;
  const [words, setWords] = useState(look.words.join('\n'));
  const named = new Set(mentions.flatMap(({ fileId }) => fileId ?? []));
  const [withheld, setWithheld] = useState<ReadonlySet<string>>(() => (look.state === 'HIDDEN' ? new Set(look.withheld) : named));
  return (
    <ActButton
      of={DECIDE_NAMES}
      size="small"
      shut={shut}
      title={<Trans>Che tên trong hồ sơ {receiptNumber}</Trans>}
      label={<Trans>Che tên…</Trans>}
      name={`${receiptNumber}: che tên`}
      act={<Trans>Che tên</Trans>}
      keep={<Trans>Chưa quyết định</Trans>}
      destructive={false}
      reason={REASON}
      input={(reason) => ({
        ...{ initiativeId: id, version, decision: 'HIDE' as const, reason },
        words: words
          .split('\n')
          .map((word) => word.trim())
          .filter(Boolean),
        fileIds: [...withheld],
      })}
      said={<Trans>Đã che tên trong hồ sơ {receiptNumber}</Trans>}
      onDone={onDone}
    >
      {(refusal) => (
        <div className={styles.stack}>
          <p>
            <Trans>Giám khảo của vòng giấu tên đọc “[…]” ở mỗi chỗ nêu tên tác giả, đơn vị. Bản gốc giữ nguyên.</Trans>
          </p>
          <TextAreaField
            label={<Trans>Từ khác cần che, mỗi dòng một từ (không bắt buộc)</Trans>}
            hint={<Trans>Như biệt danh, số điện thoại, tên phần mềm riêng của đơn vị.</Trans>}
            name="words"
            value={words}
            onChange={setWords}
            error={errorAt(refusal, 'words')}
          />
          {files.length > 0 && (
            <fieldset className={styles.fieldset}>
              <legend>
                <Trans>Tệp không cho giám khảo xem</Trans>
              </legend>
              {files.map((file) => (
                <CheckField
                  key={file.id}
                  name={`fileIds.${file.id}`}
                  label={<FileToWithhold name={file.fileName} isNamed={named.has(file.id)} hasText={file.hasText} />}
                  checked={withheld.has(file.id)}
                  onChange={(checked) => {
                    setWithheld((before) => new Set(checked ? [...before, file.id] : [...before].filter((kept) => kept !== file.id)));
                  }}
                />
              ))}
            </fieldset>
          )}
        </div>
      )}
    </ActButton>
  );
}

function FileToWithhold({ name, isNamed, hasText }: { readonly name: string; readonly isNamed: boolean; readonly hasText: boolean }) {
  return (
    <>
      {name}
      {isNamed && (
        <span className="secondary">
          {' '}
          <Trans>(có nêu tên)</Trans>
        </span>
      )}
      {!hasText && (
        <span className="secondary">
          {' '}
          <Trans>(không có chữ để dò, cần mở xem)</Trans>
        </span>
      )}
    </>
  );
}

function LeaveNames({ look, shut, onDone }: DecideProps & { readonly shut: string | false }) {
  const { id, version, receiptNumber } = look;
  return (
    <ActButton
      of={DECIDE_NAMES}
      size="small"
      shut={shut}
      title={<Trans>Để nguyên hồ sơ {receiptNumber}</Trans>}
      label={<Trans>Để nguyên…</Trans>}
      name={`${receiptNumber}: để nguyên`}
      act={<Trans>Để nguyên</Trans>}
      keep={<Trans>Chưa quyết định</Trans>}
      destructive={false}
      reason={REASON}
      input={(reason) => ({ initiativeId: id, version, decision: 'LEAVE' as const, reason, words: [], fileIds: [] })}
      said={<Trans>Hồ sơ {receiptNumber} giữ nguyên</Trans>}
      onDone={onDone}
    >
      <p>
        <Trans>Giám khảo của vòng giấu tên đọc hồ sơ đúng như tác giả viết. Khi vòng đã mở, chỉ còn che thêm được.</Trans>
      </p>
    </ActButton>
  );
}
