import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useParams } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { Bar } from '../../../ui/bar';
import { Answer, Empty, Note } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { AccountMark } from '../admin/account-mark';
import { AccountPanel } from '../admin/account-panel';
import styles from '../admin/admin.module.css';
import { PERSON } from '../admin/people.query';
import { PersonFacts } from '../admin/person-facts';
import { PositionsPanel } from '../admin/positions-panel';
import { RolesPanel } from '../admin/roles-panel';

/** One person: where they work, what they may do and until when, and whether they can sign in. */
export function Page() {
  const { t } = useLingui();
  const { personId } = useParams({ from: '/inside/people/$personId' });
  const asked = useAsk(PERSON, { id: personId });
  const title = asked.data?.person?.fullName ?? t`Người dùng`;
  return (
    <>
      <Bar crumbs={[{ label: t`Người dùng`, link: { to: '/people' } }, { label: title }]} />
      <PageHead title={title}>{asked.data?.person && <AccountMark of={asked.data.person} />}</PageHead>
      <Answer of={asked}>
        {({ person }) =>
          person ? (
            <div className={styles.page}>
              {person.mergedIntoId !== null && <MergedNote into={person.mergedIntoId} />}
              <PersonFacts person={person} again={asked.again} />
              <PositionsPanel person={person} again={asked.again} />
              <RolesPanel person={person} />
              <AccountPanel person={person} again={asked.again} />
            </div>
          ) : (
            <Empty title={<Trans>Không có người này, hoặc ông/bà không xem được</Trans>} />
          )
        }
      </Answer>
    </>
  );
}

function MergedNote({ into }: { readonly into: string }) {
  return (
    <Note>
      <Trans>
        Hồ sơ này đã được gộp vào{' '}
        <Link to="/people/$personId" params={{ personId: into }}>
          một hồ sơ khác
        </Link>{' '}
        của cùng một người. Xem và hủy gộp tại <Link to="/doubles">Hồ sơ trùng</Link>.
      </Trans>
    </Note>
  );
}
