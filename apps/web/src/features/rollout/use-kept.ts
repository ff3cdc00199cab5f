import { useEffect, useRef, useState } from 'react';
import { useMe } from '../../api/session';
import { unsentStore } from '../../api/unsent';

interface Where {
  /** Of what it is, e.g. `adoption:` and its id. */
  readonly place: string;
  /** How the list of what is unsent names it, and where one goes on. */
  readonly label: string;
  readonly path: string;
}

/** What is typed in a form that is sent by a press: kept on this machine until the server has it, so that a dead spot loses nothing. */
export function useKept<Value extends Readonly<Record<string, unknown>>>({ place, label, path }: Where, blank: Value) {
  const { id: personId } = useMe();
  const [value, setValue] = useState(blank);
  const [isKept, setKept] = useState(false);
  const isTyped = useRef(false);
  const newest = useRef(value);
  const keep = (next: Value) => {
    newest.current = next;
    setValue(next);
    void unsentStore.keep({ place, label, path, fields: next, base: blank, theirs: {}, at: Date.now() }).then(setKept);
  };
  useEffect(() => {
    unsentStore.begin(personId);
    void unsentStore.takeOver(place).then((left) => {
      const last = left.at(-1);
      // What is typed since the page opened is newer than what was left.
      if (!last || isTyped.current) return;
      const next = { ...newest.current, ...last.fields };
      newest.current = next;
      setValue(next);
      setKept(true);
      void unsentStore.keep({ ...last, fields: next }).then((kept) => (kept ? unsentStore.forget(place) : undefined));
    });
  }, [personId, place]);
  return {
    value,
    isKept,
    change: (patch: Partial<Value>) => {
      isTyped.current = true;
      keep({ ...newest.current, ...patch });
    },
    /** The server has it, or nobody wants it any more. */
    clear: async () => {
      isTyped.current = false;
      newest.current = blank;
      setValue(blank);
      setKept(false);
      await unsentStore.forget(place);
      await unsentStore.drop(place);
    },
  };
}
