import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { Answer, Empty } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { DossierWay } from '../dossier-way';
import { OfficeBar, useContestOfDossiers } from '../office/contest-bar';
import { OfficeDossierView, OfficeHeadActs, OfficeHeadLine } from '../office/office-dossier';
import { OFFICE_DOSSIER } from '../office/office.query';

/** One dossier of a contest, as whoever runs the contest reads and decides it. */
export function Page() {
  const { t } = useLingui();
  const { contestId, initiativeId } = useParams({ from: '/inside/contests/$contestId/dossiers/$initiativeId' });
  const contest = useContestOfDossiers(contestId);
  const asked = useAsk(OFFICE_DOSSIER, { id: initiativeId });
  const title = asked.data?.initiative?.title ?? t`Hồ sơ`;
  return (
    <>
      <OfficeBar
        contest={contest}
        crumbs={[{ label: t`Hồ sơ`, link: { to: '/contests/$contestId/dossiers', params: { contestId } } }, { label: title }]}
      />
      <Answer of={asked}>
        {({ initiative }) =>
          initiative === null ? (
            <>
              <PageHead title={t`Hồ sơ`} />
              <Empty title={<Trans>Không có hồ sơ này, hoặc hồ sơ không mở cho tài khoản này.</Trans>} />
            </>
          ) : (
            <>
              <PageHead title={initiative.title} acts={<OfficeHeadActs dossier={initiative} />}>
                <OfficeHeadLine dossier={initiative} />
              </PageHead>
              <OfficeDossierView dossier={initiative} onDecided={asked.again} again={asked.again} />
              <DossierWay id={initiative.id} />
            </>
          )
        }
      </Answer>
    </>
  );
}
