import { Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Upload } from '../../ui/icons';
import { Note } from '../../ui/note';
import styles from './imports.module.css';
import { type SheetWay } from './use-sheet';

interface ChooseSheetProps {
  readonly way: SheetWay;
  readonly onFile: (file: File) => void;
  /** The first sheet, or one that was put right. */
  readonly again: boolean;
}

/** A sheet chosen or dropped here, with what went wrong on its way. */
export function ChooseSheet({ way, onFile, again }: ChooseSheetProps) {
  const { t } = useLingui();
  const input = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file) onFile(file);
  };
  return (
    <div
      className={styles.choose}
      onDragOver={(event) => {
        event.preventDefault();
      }}
      onDrop={(event) => {
        event.preventDefault();
        take(event.dataTransfer.files);
      }}
    >
      <input
        ref={input}
        type="file"
        accept=".xlsx,.csv"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t`Tệp danh sách`}
        onChange={({ target }) => {
          take(target.files);
          target.value = '';
        }}
      />
      <Button kind={again ? 'secondary' : 'primary'} busy={way.kind === 'sending'} onClick={() => input.current?.click()}>
        <Icon of={Upload} />
        {again ? <Trans>Chọn tệp đã sửa</Trans> : <Trans>Chọn tệp</Trans>}
      </Button>
      {way.kind === 'wrong' && (
        <Note tone="late" role="alert">
          {way.message ?? <Trans>Chưa đưa được tệp lên hệ thống. Hãy chọn lại tệp khi có mạng.</Trans>}
        </Note>
      )}
    </div>
  );
}
