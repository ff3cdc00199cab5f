import { Trans, useLingui } from '@lingui/react/macro';
import { useSearch } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { useMe } from '../../../api/session';
import { Bar } from '../../../ui/bar';
import { Answer, Empty } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { PilotForm } from '../parts/pilot-form';
import { CHOICES } from '../pilot.query';

const NONE = '00000000-0000-0000-0000-000000000000';

/** A pilot is drafted, or a draft of it written anew. */
export function Page() {
  const { t } = useLingui();
  const me = useMe();
  const { pilot } = useSearch({ from: '/inside/pilots/new' });
  const asked = useAsk(CHOICES, { id: pilot ?? NONE });
  return (
    <>
      <Bar crumbs={[{ label: t`Thí điểm`, link: { to: '/pilots' } }, { label: pilot ? t`Sửa bản đang soạn` : t`Lập thí điểm` }]} />
      <PageHead title={pilot ? t`Sửa bản đang soạn` : t`Lập thí điểm`}>
        <Trans>Ghi trước cách đo, các xã và kỳ so sánh; sau khi đăng ký không sửa được nữa.</Trans>
      </PageHead>
      {me.canDraftPilot ? (
        <Answer of={asked}>{(choices) => <PilotForm of={choices} />}</Answer>
      ) : (
        <Empty title={<Trans>Ông/Bà không được giao lập thí điểm</Trans>} />
      )}
    </>
  );
}
