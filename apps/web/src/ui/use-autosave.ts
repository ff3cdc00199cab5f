import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { type AutosaveOrder, type AutosaveState, Autosaver, type Fields } from '../api/autosaver';
import { useMe } from '../api/session';
import { unsentStore } from '../api/unsent';
import { type Saving } from './save-mark';

export interface Autosave<Value extends Fields> extends Omit<AutosaveState<Value>, 'saving'> {
  readonly saving: Saving;
  readonly change: (patch: Partial<Value>) => void;
  readonly choose: <Field extends keyof Value>(field: Field, value: Value[Field]) => void;
  /** Before an act on what is typed: sends the rest, and answers whether the server has all of it. */
  readonly flush: () => Promise<boolean>;
  /** The newest version, to be read when an act is sent. */
  readonly version: () => number;
}

/**
 * What is typed on this page: sent when it pauses, kept on the machine until it is acknowledged, taken up again by the next page at the
 * same place. `onNews` asks the server anew when another page of this browser saved the same thing.
 */
export function useAutosave<Value extends Fields>(order: AutosaveOrder<Value>, onNews: () => void): Autosave<Value> {
  const { id: personId } = useMe();
  const [saver, begin] = useState(() => Autosaver.at(order));
  const [place, setPlace] = useState(order.place);
  if (place !== order.place) {
    setPlace(order.place);
    begin(Autosaver.at(order));
  }
  const heard = useRef(onNews);
  useEffect(() => {
    heard.current = onNews;
    if (place === order.place) saver.renew(order);
  });
  useEffect(() => {
    unsentStore.begin(personId);
    return saver.start(() => {
      heard.current();
    });
  }, [saver, personId]);
  const state = useSyncExternalStore(saver.watch, saver.read);
  return {
    ...state,
    saving: savingOf(state),
    change: saver.change,
    choose: saver.choose,
    flush: saver.flush,
    version: () => saver.version,
  };
}

function savingOf<Value extends Fields>({ saving, savedAt, unsent }: AutosaveState<Value>): Saving {
  if (saving === 'offline' || saving === 'held') return { kind: saving, changes: unsent.length };
  if (saving === 'saved') return savedAt ? { kind: 'saved', at: savedAt } : { kind: 'untouched' };
  return { kind: saving };
}
