import { Trans, useLingui } from '@lingui/react/macro';
import { day, named, percent } from '../../ui/format';
import { Icon } from '../../ui/icon';
import { Check, Circle } from '../../ui/icons';
import { Tag } from '../../ui/state-mark';
import { useDeclarationWords } from './declarations';
import { FileList } from './dossier-files';
import { type Dossier } from './dossier.query';
import { Asks } from './dossier-steps';
import styles from './dossier.module.css';
import { ShareSum } from './share-sum';
import { useInfluenceWords } from './step-texts';
import { writtenAuthors } from './use-dossier';

/** The whole dossier to be read. */
export function DossierTexts({ dossier, heading: Heading }: { readonly dossier: Dossier; readonly heading: 'h2' | 'h3' }) {
  const { t } = useLingui();
  const influence = useInfluenceWords();
  const declarations = useDeclarationWords();
  const declared = { ownWork: dossier.ownWorkAt, notPrizedElsewhere: dossier.notPrizedElsewhereAt, nobodyOnJury: dossier.nobodyOnJuryAt };
  return (
    <article className={styles.reading}>
      <Part heading={Heading} dossier={dossier} path="title" name={t`Tên sáng kiến`} text={dossier.title} />
      <section>
        <dl className={styles.facts}>
          <dt>
            <Trans>Lĩnh vực</Trans>
          </dt>
          <dd>
            {named(dossier.area)}
            <Asks path="areaId" dossier={dossier} />
          </dd>
          <dt>
            <Trans>Đơn vị</Trans>
          </dt>
          <dd>{named(dossier.owner)}</dd>
          {dossier.improves && (
            <>
              <dt>
                <Trans>Cải tiến từ sáng kiến</Trans>
              </dt>
              <dd>
                {dossier.improves.title} ({dossier.improves.contest.year})
                <Asks path="improvesId" dossier={dossier} />
              </dd>
            </>
          )}
          <dt>
            <Trans>Phạm vi ảnh hưởng</Trans>
          </dt>
          <dd>
            {influence[dossier.influence]}
            <Asks path="influence" dossier={dossier} />
          </dd>
          <dt>
            <Trans>Ngày áp dụng lần đầu</Trans>
          </dt>
          <dd>
            {dossier.firstAppliedOn ? day(dossier.firstAppliedOn) : <Trans>Chưa ghi</Trans>}
            <Asks path="firstAppliedOn" dossier={dossier} />
          </dd>
        </dl>
      </section>
      <Part heading={Heading} dossier={dossier} path="problem" name={t`Vấn đề`} text={dossier.problem} />
      <Part heading={Heading} dossier={dossier} path="solution" name={t`Giải pháp`} text={dossier.solution} />
      <Part heading={Heading} dossier={dossier} path="novelty" name={t`Tính mới`} text={dossier.novelty} />
      <Part heading={Heading} dossier={dossier} path="effect" name={t`Hiệu quả`} text={dossier.effect} />
      {dossier.confidential !== null && (
        <Part heading={Heading} dossier={dossier} path="confidential" name={t`Nội dung cần giữ kín`} text={dossier.confidential} />
      )}
      <section>
        <Heading>
          <Trans>Tác giả và tỷ lệ đóng góp</Trans>
        </Heading>
        <Asks path="authors" dossier={dossier} />
        <ul className={styles.people}>
          {dossier.authors.map(({ person, share, lead }) => (
            <li key={person.id}>
              <span>
                {person.fullName}{' '}
                {lead && (
                  <Tag tone="ink">
                    <Trans>tác giả chính</Trans>
                  </Tag>
                )}
              </span>
              <span className="num">{percent(share)}</span>
            </li>
          ))}
        </ul>
        {dossier.authors.length > 0 ? (
          <ShareSum authors={writtenAuthors(dossier.authors)} />
        ) : (
          <p className="secondary">
            <Trans>Chưa ghi tác giả.</Trans>
          </p>
        )}
      </section>
      <section>
        <Heading>
          <Trans>Tệp minh chứng</Trans>
        </Heading>
        <Asks path="files" dossier={dossier} />
        <FileList files={dossier.files} />
      </section>
      <section>
        <Heading>
          <Trans>Cam kết</Trans>
        </Heading>
        <Asks path="declared" dossier={dossier} />
        <ul className={styles.declared}>
          {(['ownWork', 'notPrizedElsewhere', 'nobodyOnJury'] as const).map((kind) => (
            <li key={kind}>
              <Icon of={declared[kind] === null ? Circle : Check} />
              <span>
                {declarations[kind]}{' '}
                <span className="caption">
                  {declared[kind] === null ? <Trans>Chưa cam kết</Trans> : <Trans>Cam kết ngày {day(declared[kind])}</Trans>}
                </span>
              </span>
            </li>
          ))}
        </ul>
      </section>
    </article>
  );
}

interface PartProps {
  readonly heading: 'h2' | 'h3';
  readonly dossier: Dossier;
  readonly path: string;
  readonly name: string;
  readonly text: string;
}

export function Part({ heading: Heading, dossier, path, name, text }: PartProps) {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return (
    <section>
      <Heading>{name}</Heading>
      <Asks path={path} dossier={dossier} />
      <div lang="vi">
        {lines.map((line, at) => (
          <p key={at}>{line}</p>
        ))}
      </div>
      {lines.length === 0 && (
        <p className="secondary">
          <Trans>Chưa viết</Trans>
        </p>
      )}
    </section>
  );
}
