import { Trans } from '@lingui/react/macro';
import { type ComponentProps, type ReactNode } from 'react';
import { classes } from './classes';
import { Icon } from './icon';
import styles from './state-mark.module.css';

/** `late`: late, refused, irreversible, and nothing else. `soon`: due soon, waiting, disputed. `done`: received, in order. `ink`: now, mine. */
export type Tone = 'plain' | 'ink' | 'late' | 'soon' | 'done';

interface MarkProps {
  readonly tone?: Tone;
  readonly icon?: ComponentProps<typeof Icon>['of'];
  readonly children: ReactNode;
}

/** A state, told by shape and word; the tone only adds to it. */
export function StateMark({ tone = 'plain', icon, children }: MarkProps) {
  return (
    <span className={classes(styles.mark, tone !== 'plain' && styles[tone])}>
      {icon && <Icon of={icon} />}
      {children}
    </span>
  );
}

/** A few words that set something apart. */
export function Tag({ tone = 'plain', icon, children }: MarkProps) {
  return (
    <span className={classes(styles.tag, tone !== 'plain' && styles[tone])}>
      {icon && <Icon of={icon} size={14} />}
      {children}
    </span>
  );
}

/** Beside everything that was invented for the demonstration. */
export function DemoMark() {
  return (
    <span className={styles.demo}>
      <Trans>Dữ liệu minh họa</Trans>
    </span>
  );
}
