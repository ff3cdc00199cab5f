import { Trans, useLingui } from '@lingui/react/macro';
import { useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { type Asked, useAsk } from '../../../api/ask';
import { Bar } from '../../../ui/bar';
import { LinkButton } from '../../../ui/button';
import { deadline, titled } from '../../../ui/format';
import { Answer, Empty } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { SaveMark } from '../../../ui/save-mark';
import { SentBack } from '../confirm-by-head';
import styles from '../dossier.module.css';
import { DOSSIER, type Dossier } from '../dossier.query';
import { WAY } from '../beside-dossier.query';
import { DossierWay, WhyReturned } from '../dossier-way';
import { EditDossier } from '../edit-dossier';
import { ReadDossier, Receipt, Withdraw } from '../read-dossier';
import { OwnCertificates } from '../own-certificates';
import { OwnRecognition } from '../own-recognition';
import { InitiativeStateMark } from '../state';
import { type Step } from '../steps';
import { useDossier } from '../use-dossier';

/** The dossier of an initiative: written by whoever may write it now, read by everybody else who may read it. */
export function Page() {
  const { initiativeId } = useParams({ from: '/inside/initiatives/$initiativeId' });
  const asked = useAsk(DOSSIER, { id: initiativeId });
  return (
    <Answer of={asked}>
      {({ initiative }) =>
        initiative === null ? (
          <>
            <PageHead title={<Trans>Hồ sơ</Trans>} />
            <Empty title={<Trans>Không có hồ sơ này, hoặc hồ sơ không mở cho tài khoản này.</Trans>} />
          </>
        ) : initiative.canEdit ? (
          <Writing key={initiative.id} dossier={initiative} asked={asked} />
        ) : (
          <>
            <Head dossier={initiative} />
            <ReadDossier dossier={initiative} />
            <WayOf id={initiative.id} />
          </>
        )
      }
    </Answer>
  );
}

function WayOf({ id }: { readonly id: string }) {
  const { data, again } = useAsk(WAY, { id });
  return (
    <>
      <DossierWay way={data?.initiativeWay} />
      <OwnCertificates of={data?.myCertificates ?? []} />
      <OwnRecognition id={id} of={data?.initiativeRecognition} again={again} />
    </>
  );
}

function Writing({ dossier, asked }: { readonly dossier: Dossier; readonly asked: Asked<unknown> }) {
  // A head whose word it waits for begins with the whole of it.
  const [first] = useState<Step>(dossier.canSendBack ? 'send' : 'title');
  const { step = first } = useSearch({ from: '/inside/initiatives/$initiativeId' });
  const writing = useDossier(dossier, asked, step);
  const { saving, flush } = writing.autosave;
  const way = writing.beside.data?.initiativeWay;
  return (
    <>
      <Head dossier={dossier} side={<SaveMark saving={saving} again={() => void flush()} />} />
      <SentBack dossier={dossier} />
      {dossier.state === 'RETURNED' && <WhyReturned way={way} />}
      <EditDossier dossier={dossier} asked={asked} step={step} writing={writing} />
      {dossier.state === 'RETURNED' && <DossierWay way={way} />}
    </>
  );
}

function Head({ dossier, side }: { readonly dossier: Dossier; readonly side?: ReactNode }) {
  const { t } = useLingui();
  const title = dossier.title || t`Hồ sơ chưa có tên`;
  return (
    <>
      <Bar crumbs={[{ label: t`Sáng kiến của tôi`, link: { to: '/initiatives' } }, { label: title }]} side={side} />
      <PageHead
        title={title}
        acts={
          <>
            {dossier.versions.length > 0 && (
              <LinkButton to="/initiatives/$initiativeId/versions" params={{ initiativeId: dossier.id }}>
                <Trans>Các bản đã nộp</Trans>
              </LinkButton>
            )}
            <Receipt dossier={dossier} />
            <Withdraw dossier={dossier} />
          </>
        }
      >
        <p className={styles.headLine}>
          <InitiativeStateMark state={dossier.state} />
          <span>{[dossier.receiptNumber, titled(dossier.contest)].filter(Boolean).join(' · ')}</span>
          {dossier.state === 'RETURNED' && dossier.returnDueAt !== null && (
            <b>
              <Trans>bổ sung trước {deadline(dossier.returnDueAt)}</Trans>
            </b>
          )}
        </p>
      </PageHead>
    </>
  );
}
