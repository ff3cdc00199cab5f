import { Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { type Uploads } from '../../../api/uploads';
import { Button } from '../../../ui/button';
import { Icon } from '../../../ui/icon';
import { Check, Upload } from '../../../ui/icons';
import { SendingList } from '../../../ui/sending-list';
import { StateMark } from '../../../ui/state-mark';
import { shrunk } from './photo';

/** A photo or a paper that shows it: taken by the phone or chosen, made smaller, sent at once. */
export function EvidenceFile({ uploads, fileName }: { readonly uploads: Uploads; readonly fileName: string | null }) {
  const { t } = useLingui();
  const input = useRef<HTMLInputElement>(null);
  const add = async (files: FileList | null) => {
    if (files) uploads.add(await Promise.all([...files].map(shrunk)));
  };
  return (
    <div>
      {fileName !== null && (
        <p>
          <StateMark tone="done" icon={Check}>
            <Trans>Đã gửi: {fileName}</Trans>
          </StateMark>
        </p>
      )}
      <SendingList uploads={uploads} />
      <Button
        onClick={() => {
          input.current?.click();
        }}
      >
        <Icon of={Upload} />
        <Trans>Chụp ảnh hoặc chọn tệp</Trans>
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept="image/*,.pdf,.docx"
        aria-label={t`Chụp ảnh hoặc chọn tệp`}
        onChange={({ target }) => {
          void add(target.files);
          target.value = '';
        }}
      />
      <p className="caption">
        <Trans>Ảnh được xoay đúng chiều và thu nhỏ; vị trí và thông tin máy trong ảnh bị xóa trước khi gửi.</Trans>
      </p>
    </div>
  );
}
