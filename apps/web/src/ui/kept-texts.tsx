import { type ReactNode, createContext, useContext, useEffect, useRef, useState } from 'react';
import { useSession } from '../api/session';
import { type TypedText, standing } from '../api/typed';
import type { UnsentStore } from '../api/unsent'; // of its file nothing else: first pages do without it

interface Keeping {
  readonly of: string;
  /** Of who is signed in. */
  readonly begun: () => UnsentStore;
}

/** Where texts are kept; said by the frame of the pages of people who are signed in, so that the other pages need not bring it. */
export const StoreContext = createContext<UnsentStore | null>(null);

const KeepingContext = createContext<Keeping | null>(null);

/** Long texts in here are kept on this machine until an act has sent them: by account, by what the act is and by what it is about. */
export function KeptTexts({ of, children }: { readonly of: string; readonly children: ReactNode }) {
  const { me } = useSession();
  const store = useContext(StoreContext);
  if (!store || !me) return children;
  const begun = () => {
    store.begin(me.id);
    return store;
  };
  return <KeepingContext value={{ of, begun }}>{children}</KeepingContext>;
}

export interface KeptText {
  /** When the text that stands here was typed, where it comes from an earlier try. */
  readonly from: Date | null;
  readonly change: (text: string) => void;
  /** Nobody wants it any more: the field stands as it began. */
  readonly giveUp: () => void;
}

/** A long text of a dialog: what was typed and not sent comes back where the field still stands as it began. */
export function useKeptText(name: string, value: string, onChange: (text: string) => void): KeptText {
  const keeping = useContext(KeepingContext);
  const [from, setFrom] = useState<Date | null>(null);
  const place = keeping && `typed:${keeping.of}:${name}`;
  const newest = useRef({ keeping, onChange, began: value });
  const typed = useRef<TypedText | null>(null);
  useEffect(() => {
    newest.current = { ...newest.current, keeping, onChange };
    if (typed.current) typed.current.text = value;
  });
  useEffect(() => {
    const store = newest.current.keeping?.begun();
    if (place === null || !store) return;
    const own: TypedText = {
      text: newest.current.began,
      drop: () => void store.forget(place).then(() => store.drop(place)),
    };
    typed.current = own;
    const gone = standing(own);
    void store.takeOver(place).then((left) => {
      const last = left.at(-1);
      if (!last || own.text !== newest.current.began || typed.current !== own) return;
      newest.current.onChange(String(last.fields.text));
      setFrom(new Date(last.at));
    });
    return () => {
      gone();
      typed.current = null;
    };
  }, [place]);
  const change = (text: string) => {
    onChange(text);
    if (place === null || !keeping) return;
    const own = typed.current;
    const { pathname, search } = location;
    const label = document.activeElement?.closest('dialog')?.querySelector('h2')?.textContent ?? document.title;
    const order = { place, label, path: pathname + search, fields: { text }, base: {}, theirs: {}, at: Date.now() };
    if (own && text.trim() === newest.current.began.trim()) own.drop();
    else void keeping.begun().keep(order);
  };
  const giveUp = () => {
    setFrom(null);
    change(newest.current.began);
  };
  return { from, change, giveUp };
}
