import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { Autosaver } from '../../api/autosaver';
import { useMe } from '../../api/session';
import { type Unsent, unsentStore } from '../../api/unsent';
import { Button } from '../../ui/button';
import { percent } from '../../ui/format';
import { Note } from '../../ui/note';
import styles from './dossier.module.css';
import { type DossierFields, placeOf } from './use-dossier';

/** What was typed and can be sent no more, since the dossier was sent in or ended meanwhile: it stands here to be copied, until its writer lets it go. */
export function NotReceived({ id }: { readonly id: string }) {
  const { t } = useLingui();
  const words = useFieldWords();
  const left = useLeft(placeOf(id));
  const texts = left.flatMap(({ fields }) => Object.entries(textsOf(fields)));
  if (texts.length === 0) return null;
  return (
    <section aria-label={t`Nội dung hệ thống chưa nhận`}>
      <Note tone="soon">
        <p>
          <b>
            <Trans>Nội dung hệ thống chưa nhận</Trans>
          </b>
        </p>
        <p>
          <Trans>Hồ sơ không còn sửa được nên phần nhập sau cùng dưới đây không vào hồ sơ. Có thể chép lại trước khi bỏ.</Trans>
        </p>
        {texts.map(([field, text], at) => (
          <div key={at} className={styles.left}>
            <b>{words[field as keyof typeof words]}</b>
            <p>{text}</p>
          </div>
        ))}
        <p>
          <Button size="small" onClick={() => void Autosaver.giveUp(placeOf(id))}>
            <Trans>Bỏ nội dung này</Trans>
          </Button>
        </p>
      </Note>
    </section>
  );
}

function useLeft(place: string): readonly Unsent[] {
  const { id: personId } = useMe();
  const [left, setLeft] = useState<readonly Unsent[]>([]);
  useEffect(() => {
    unsentStore.begin(personId);
    let gone = false;
    const read = () =>
      void unsentStore.takeOver(place).then((found) => {
        if (!gone) setLeft(found);
      });
    read();
    const stop = unsentStore.watch(read);
    return () => {
      gone = true;
      stop();
    };
  }, [personId, place]);
  return left;
}

/** Of what was typed, all that takes work to type again. */
function textsOf({ authors, ...fields }: Unsent['fields']): Partial<Record<string, string>> {
  const texts = Object.fromEntries(
    Object.entries(fields).filter(([field, text]) => field in WRITTEN && typeof text === 'string' && text !== ''),
  );
  const named = (authors as DossierFields['authors'] | undefined)?.map(({ fullName, share }) => `${fullName} ${percent(share)}`);
  return { ...texts, ...(named && { authors: named.join(', ') }) };
}

const WRITTEN = { title: true, problem: true, solution: true, novelty: true, effect: true, confidential: true };

/** What people call the parts of a dossier that are typed. */
export function useFieldWords() {
  const { t } = useLingui();
  return {
    title: t`Tên sáng kiến`,
    problem: t`Vấn đề`,
    solution: t`Giải pháp`,
    novelty: t`Tính mới`,
    effect: t`Hiệu quả`,
    confidential: t`Nội dung cần giữ kín`,
    authors: t`Tác giả và tỷ lệ đóng góp`,
  } as const;
}
