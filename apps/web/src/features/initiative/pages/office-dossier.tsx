import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { Answer, Empty } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { DossierWay } from '../dossier-way';
import { OfficeBar } from '../office/contest-bar';
import { OfficeDossierView, OfficeHeadActs, OfficeHeadLine } from '../office/office-dossier';
import { OFFICE_DOSSIER, type OfficeDossier, SIMILAR_ONES } from '../office/office.query';

/** One dossier of a contest, as whoever runs the contest reads and decides it. */
export function Page() {
  const { t } = useLingui();
  const { contestId, initiativeId } = useParams({ from: '/inside/contests/$contestId/dossiers/$initiativeId' });
  const asked = useAsk(OFFICE_DOSSIER, { contestId, id: initiativeId });
  const title = asked.data?.initiative?.title ?? t`Hồ sơ`;
  return (
    <>
      <OfficeBar
        contest={asked.data?.contest}
        crumbs={[{ label: t`Hồ sơ`, link: { to: '/contests/$contestId/dossiers', params: { contestId } } }, { label: title }]}
      />
      <Answer of={asked}>
        {({ initiative, initiativeWay }) =>
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
              <Read dossier={initiative} again={asked.again} />
              <DossierWay way={initiativeWay} />
            </>
          )
        }
      </Answer>
    </>
  );
}

function Read({ dossier, again }: { readonly dossier: OfficeDossier; readonly again: () => void }) {
  const similar = useAsk(SIMILAR_ONES, { id: dossier.id });
  return <OfficeDossierView dossier={dossier} similar={similar} onDecided={again} again={again} />;
}
