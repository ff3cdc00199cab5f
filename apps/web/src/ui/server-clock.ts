import { useEffect, useState } from 'react';

const MINUTE = 60_000;

/**
 * The server's clock, stepping with each of its minutes. A reader's own clock may be wrong by hours; how long ago the server said its time is
 * measured by a clock that nobody sets.
 */
export function useServerClock(said: string): Date {
  const [now, setNow] = useState(() => new Date(said));
  useEffect(() => {
    const heard = performance.now();
    const start = Date.parse(said);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const step = () => {
      const at = start + performance.now() - heard;
      setNow(new Date(at));
      timer = setTimeout(step, MINUTE - (at % MINUTE) + 20);
    };
    step();
    return () => {
      clearTimeout(timer);
    };
  }, [said]);
  return now;
}
