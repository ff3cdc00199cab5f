import { Plural, Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Note } from '../../../ui/note';

/** That judges of an anonymous round are not to learn whose an initiative is, and how many still say it. */
export function NamesNote({ contestId, undecided }: { readonly contestId: string; readonly undecided: number }) {
  return (
    <Note tone={undecided > 0 ? 'soon' : 'ink'}>
      {undecided > 0 ? (
        <Plural
          value={undecided}
          one="Vòng giấu tên: # hồ sơ nêu tên tác giả hoặc đơn vị, chưa quyết định che hay để nguyên."
          other="Vòng giấu tên: # hồ sơ nêu tên tác giả hoặc đơn vị, chưa quyết định che hay để nguyên."
        />
      ) : (
        <Trans>Vòng giấu tên: không có hồ sơ nào chờ quyết định về tên.</Trans>
      )}{' '}
      <Link to="/contests/$contestId/names" params={{ contestId }}>
        <Trans>Rà tên</Trans>
      </Link>
    </Note>
  );
}
