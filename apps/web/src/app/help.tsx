import { Trans, useLingui } from '@lingui/react/macro';
import { useMatches } from '@tanstack/react-router';
import { useState } from 'react';
import { IconButton } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Icon } from '../ui/icon';
import { Help as HelpIcon } from '../ui/icons';
import { useHelpWords } from './help-words';
import styles from './help.module.css';

/** What the page that one is on is for, and how its work goes. */
export function Help() {
  const { t } = useLingui();
  const path = useMatches({ select: (matches) => matches.at(-1)?.fullPath ?? '' });
  const [open, setOpen] = useState(false);
  const words = useHelpWords()(path);
  return (
    <>
      <IconButton
        label={t`Hướng dẫn cho trang này`}
        onClick={() => {
          setOpen(true);
        }}
      >
        <Icon of={HelpIcon} size={18} />
      </IconButton>
      {open && (
        <Dialog
          title={<Trans>Hướng dẫn cho trang này</Trans>}
          onClose={() => {
            setOpen(false);
          }}
        >
          <div className={styles.words}>
            {words.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
            <p className="caption">
              <Trans>
                Đi nhanh tới trang, hồ sơ hoặc phiếu: nhấn Ctrl K. Cần người giúp: liên hệ Phòng Nội vụ, kèm mã hồ sơ hoặc mã lỗi nếu có.
              </Trans>
            </p>
          </div>
        </Dialog>
      )}
    </>
  );
}
