import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { named, percent } from '../../ui/format';
import { Note } from '../../ui/note';
import { Segments } from '../../ui/segments';
import { type Dossier } from './dossier.query';
import styles from './dossier.module.css';
import { DossierTexts, Part } from './dossier-texts';
import { useFileKinds } from './file-places';
import { SinceVersion, lastVersion } from './since-version';

type Shown = 'whole' | 'judge' | 'nameless' | 'changes';

/** The whole to be read, as a judge will see it with names and without, and what changed since it was sent in last. */
export function LookedOver({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useLingui();
  const [shown, show] = useState<Shown>('whole');
  const last = lastVersion(dossier);
  return (
    <>
      <div className={styles.views}>
        <Segments<Shown>
          label={t`Cách xem hồ sơ`}
          value={shown}
          onChange={show}
          choices={[
            { value: 'whole', label: <Trans>Toàn bộ hồ sơ</Trans> },
            { value: 'judge', label: <Trans>Như giám khảo thấy</Trans> },
            { value: 'nameless', label: <Trans>Như giám khảo thấy, vòng ẩn danh</Trans> },
            ...(last ? [{ value: 'changes' as const, label: <Trans>So với bản đã nộp</Trans> }] : []),
          ]}
        />
      </div>
      {shown === 'whole' && <DossierTexts dossier={dossier} heading="h3" />}
      {(shown === 'judge' || shown === 'nameless') && <AsJudged dossier={dossier} nameless={shown === 'nameless'} />}
      {shown === 'changes' && last && <SinceVersion dossier={dossier} versionId={last.id} />}
    </>
  );
}

/** What a judge reads: nothing confidential, and in an anonymous round no names of people, unit or files. */
function AsJudged({ dossier, nameless }: { readonly dossier: Dossier; readonly nameless: boolean }) {
  const { t } = useLingui();
  const kinds = useFileKinds();
  return (
    <article className={styles.reading}>
      <Note>
        {nameless ? (
          <Trans>
            Vòng ẩn danh: không có tên tác giả, đơn vị và tên tệp; thuộc tính người tạo trong tệp được bỏ. Tên viết ngay trong lời văn vẫn
            hiện.
          </Trans>
        ) : (
          <Trans>Giám khảo không thấy nội dung cần giữ kín.</Trans>
        )}
      </Note>
      <Part heading="h3" dossier={dossier} path="title" name={t`Tên sáng kiến`} text={dossier.title} />
      <p className="secondary">{[named(dossier.area), nameless ? null : named(dossier.owner)].filter(Boolean).join(' · ')}</p>
      {!nameless && <p>{dossier.authors.map(({ person, share }) => `${person.fullName} ${percent(share)}`).join(', ')}</p>}
      <Part heading="h3" dossier={dossier} path="problem" name={t`Vấn đề`} text={dossier.problem} />
      <Part heading="h3" dossier={dossier} path="solution" name={t`Giải pháp`} text={dossier.solution} />
      <Part heading="h3" dossier={dossier} path="novelty" name={t`Tính mới`} text={dossier.novelty} />
      <Part heading="h3" dossier={dossier} path="effect" name={t`Hiệu quả`} text={dossier.effect} />
      <section>
        <h3>
          <Trans>Tệp minh chứng</Trans>
        </h3>
        <ul>
          {dossier.files.map((file, at) => (
            <li key={file.id}>{nameless ? `${kinds[file.kind]} ${String(at + 1)}` : file.fileName}</li>
          ))}
        </ul>
      </section>
    </article>
  );
}
