import { Trans } from '@lingui/react/macro';
import { day } from '../../../ui/format';
import { type Basis } from '../basis.query';

/** Whether a draft of today would leave one of them out. */
export const leavesOut = (bases: readonly Basis[]): boolean => bases.some(({ standing }) => standing !== 'IN_FORCE');

/** Bases that papers of today do not name, why, and what to put in their place. */
export function BasesLeftOut({ bases }: { readonly bases: readonly Basis[] }) {
  return bases
    .filter(({ standing }) => standing !== 'IN_FORCE')
    .map((basis) => (
      <p key={`${basis.from} ${basis.text}`}>
        {basis.standing === 'NOT_YET' ? (
          <Trans>
            Chưa nêu, vì có hiệu lực từ ngày {day(basis.from)}: {basis.text}.
          </Trans>
        ) : (
          <>
            <Trans>
              Không nêu, vì hết hiệu lực sau ngày {basis.to ? day(basis.to) : ''}: {basis.text}.
            </Trans>{' '}
            {basis.replacedBy && <Replaced by={basis.replacedBy} missing={basis.successorMissing} />}
          </>
        )}
      </p>
    ));
}

function Replaced({ by, missing }: { readonly by: string; readonly missing: boolean }) {
  return missing ? (
    <strong>
      <Trans>Được thay bằng {by}; mẫu chưa có căn cứ thay thế này đang có hiệu lực.</Trans>
    </strong>
  ) : (
    <Trans>Được thay bằng {by}, đã có trong mẫu.</Trans>
  );
}
