import { Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { useAsk } from '../../../api/ask';
import { useUploads } from '../../../api/uploads';
import { ActButton } from '../../../ui/act-button';
import { Button } from '../../../ui/button';
import { FetchFile } from '../../../ui/fetch-file';
import { fileSize } from '../../../ui/format';
import { Icon } from '../../../ui/icon';
import { Upload } from '../../../ui/icons';
import { Answer } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import { SendingList } from '../../../ui/sending-list';
import { type AchievementShown } from '../emulation.query';
import styles from '../emulation.module.css';
import { EVIDENCE, type EvidenceFile, REMOVE_EVIDENCE } from '../evidence.query';

/** What shows the achievement: attached by whom it is about or who declared it until it is decided on, read by whoever reads the record. */
export function Evidence({ of }: { readonly of: AchievementShown }) {
  const asked = useAsk(EVIDENCE, { achievementId: of.id });
  const attaches = !of.whyNotAttach;
  return (
    <Panel title={<Trans>Minh chứng</Trans>}>
      <div className={styles.found}>
        <Answer of={asked} rows={2}>
          {({ files: { edges } }) =>
            edges.length === 0 ? (
              <p className="secondary">
                <Trans>Chưa có tệp nào.</Trans>
              </p>
            ) : (
              <ul className={styles.files}>
                {edges.map(({ node }) => (
                  <OneFile key={node.id} of={node} removable={attaches} again={asked.again} />
                ))}
              </ul>
            )
          }
        </Answer>
        {attaches && <Attach achievementId={of.id} again={asked.again} />}
      </div>
    </Panel>
  );
}

interface OfFile {
  readonly of: EvidenceFile;
  readonly removable: boolean;
  readonly again: () => void;
}

function OneFile({ of: { id, fileName, size }, removable, again }: OfFile) {
  const { t } = useLingui();
  return (
    <li>
      <span className={styles.fileName}>
        {fileName} <span className="caption">{fileSize(size)}</span>
      </span>
      <FetchFile id={id} name={fileName} />
      {removable && (
        <ActButton
          of={REMOVE_EVIDENCE}
          size="small"
          label={<Trans>Bỏ tệp</Trans>}
          name={t`Bỏ tệp ${fileName}`}
          title={<Trans>Bỏ tệp minh chứng</Trans>}
          act={<Trans>Bỏ tệp</Trans>}
          keep={<Trans>Giữ tệp</Trans>}
          input={() => ({ fileId: id })}
          said={<Trans>Đã bỏ tệp.</Trans>}
          onDone={again}
        >
          <p>
            <Trans>Tệp {fileName} không còn trong hồ sơ thành tích. Muốn có lại thì phải gửi lại.</Trans>
          </p>
        </ActButton>
      )}
    </li>
  );
}

function Attach({ achievementId, again }: { readonly achievementId: string; readonly again: () => void }) {
  const { t } = useLingui();
  const input = useRef<HTMLInputElement>(null);
  const uploads = useUploads({ type: 'achievement', id: achievementId }, again);
  return (
    <>
      <SendingList uploads={uploads} />
      <div>
        <Button
          onClick={() => {
            input.current?.click();
          }}
        >
          <Icon of={Upload} />
          <Trans>Gửi tệp minh chứng</Trans>
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          multiple
          accept=".pdf,.docx,image/*"
          aria-label={t`Gửi tệp minh chứng`}
          onChange={({ target }) => {
            if (target.files) uploads.add(target.files);
            target.value = '';
          }}
        />
      </div>
      <p className="caption">
        <Trans>Quyết định, giấy chứng nhận: tệp PDF, Word hoặc ảnh chụp. Sau khi được xác nhận, tệp không thêm, bớt được nữa.</Trans>
      </p>
    </>
  );
}
