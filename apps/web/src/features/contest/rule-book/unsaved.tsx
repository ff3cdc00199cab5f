import { Trans } from '@lingui/react/macro';
import { useBlocker } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useMe } from '../../../api/session';
import { unsentStore } from '../../../api/unsent';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { dayAndClock } from '../../../ui/format';
import { Note } from '../../../ui/note';
import { type TypedBook } from './book';
import { type ContestOfBook } from './rule-book.query';

const QUIET_MS = 400;

interface Kept {
  readonly at: string;
  /** The contest was changed since: what it was typed over is not what is in force. */
  readonly isOld: boolean;
}

/** A rule book that is being edited: kept on this machine until it is saved or given up, also where the page is left or closes. */
export function useTypedBook({ id, version }: ContestOfBook, label: string) {
  const { id: personId } = useMe();
  const [typed, setTyped] = useState<TypedBook | null>(null);
  const [kept, setKept] = useState<Kept | null>(null);
  const isTouched = useRef(false);
  const place = `rule-book:${id}`;
  const opened = useRef(version);
  useEffect(() => {
    unsentStore.begin(personId);
    void unsentStore.takeOver(place).then((left) => {
      const last = left.at(-1);
      // What is typed since the page opened is newer than what was left.
      if (!last || isTouched.current) return;
      setTyped(last.fields.book as TypedBook);
      setKept({ at: new Date(last.at).toISOString(), isOld: last.base.version !== opened.current });
    });
  }, [personId, place]);
  useEffect(() => {
    if (typed === null || !isTouched.current) return;
    const order = { place, label, path: `/contests/${id}/rule-book`, fields: { book: typed }, base: { version }, theirs: {} };
    const quiet = setTimeout(() => void unsentStore.keep({ ...order, at: Date.now() }), QUIET_MS);
    return () => {
      clearTimeout(quiet);
      // Left before it was quiet.
      if (isTouched.current) void unsentStore.keep({ ...order, at: Date.now() });
    };
  }, [typed, place, label, id, version]);
  return {
    typed,
    kept,
    change: (next: (was: TypedBook | null) => TypedBook) => {
      isTouched.current = true;
      setTyped(next);
    },
    /** It is saved, or nobody wants it any more. */
    clear: () => {
      isTouched.current = false;
      setTyped(null);
      setKept(null);
      void unsentStore.forget(place).then(() => unsentStore.drop(place));
    },
  };
}

/** Before the page is left with something unsaved, within the application and out of it. */
export function AskBeforeLeaving({ isChanged }: { readonly isChanged: boolean }) {
  const leaving = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname,
    enableBeforeUnload: isChanged,
    disabled: !isChanged,
    withResolver: true,
  });
  if (leaving.status !== 'blocked') return null;
  return (
    <Dialog
      title={<Trans>Quy chế có thay đổi chưa lưu</Trans>}
      onClose={leaving.reset}
      acts={
        <>
          <Button size="large" data-first-focus onClick={leaving.reset}>
            <Trans>Ở lại sửa tiếp</Trans>
          </Button>
          <Button size="large" kind="primary" onClick={leaving.proceed}>
            <Trans>Rời trang, giữ bản đang sửa</Trans>
          </Button>
        </>
      }
    >
      <p>
        <Trans>
          Bản đang sửa được giữ trên máy này, mở lại trang này thì sửa tiếp được. Cuộc thi chưa dùng bản ấy cho đến khi bản ấy được lưu.
        </Trans>
      </p>
    </Dialog>
  );
}

/** That what stands here is not what was saved. */
export function TakenUp({ of }: { readonly of: Kept }) {
  return (
    <Note tone="soon" role="status">
      <p>
        <Trans>Đây là bản sửa dở chưa lưu, giữ trên máy này từ {dayAndClock(of.at)}.</Trans>
      </p>
      {of.isOld && (
        <p>
          <Trans>Cuộc thi đã được sửa từ khi ấy: hãy đối chiếu phần khác biệt trước khi lưu, hoặc bỏ các thay đổi.</Trans>
        </p>
      )}
    </Note>
  );
}
