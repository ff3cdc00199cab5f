import { type ReactNode, createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { Icon } from './icon';
import { Check } from './icons';
import styles from './toast.module.css';

const SHOWN_MS = 6000;
const ToastContext = createContext<(words: ReactNode) => void>(() => undefined);

/** Confirms what one has just done; never an error, never the only trace. Rests while the pointer is on it. */
export const useToast = () => useContext(ToastContext);

export function Toasts({ children }: { readonly children: ReactNode }) {
  const [words, setWords] = useState<ReactNode>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const rest = useCallback(() => {
    clearTimeout(timer.current);
  }, []);
  const go = useCallback(() => {
    rest();
    timer.current = setTimeout(() => {
      setWords(null);
    }, SHOWN_MS);
  }, [rest]);
  const show = useCallback(
    (next: ReactNode) => {
      setWords(next);
      go();
    },
    [go],
  );
  useEffect(() => rest, [rest]);
  return (
    <ToastContext value={useMemo(() => show, [show])}>
      {children}
      <div className={styles.place} role="status">
        {words !== null && (
          <div className={styles.toast} onPointerEnter={rest} onPointerLeave={go}>
            <Icon of={Check} />
            <span>{words}</span>
          </div>
        )}
      </div>
    </ToastContext>
  );
}
