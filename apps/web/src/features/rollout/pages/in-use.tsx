import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { useWhole } from '../../../api/ask-whole';
import { Button } from '../../../ui/button';
import { Answer, Empty } from '../../../ui/note';
import { PublicHead, PublicPage, Section } from '../../../ui/public-page';
import { IN_USE, IN_USE_CHOICES, type InUseSearch } from '../in-use.query';
import { AllInUse } from '../parts/all-in-use';
import { InUseFilters } from '../parts/in-use-filters';
import { WhereInUse } from '../parts/where-in-use';

/** One initiative commune by commune, then all of them; what is looked at is in the address, so that it can be passed on. */
export function Page() {
  const { t } = useLingui();
  const search = useSearch({ from: '/public/in-use' });
  const navigate = useNavigate({ from: '/in-use' });
  const go = (next: InUseSearch) => {
    void navigate({ search: next, resetScroll: false });
  };
  const { initiative, units, year, area, asOf, after } = search;
  const asked = useAsk(IN_USE, {
    asOf: asOf ?? null,
    reading: units === 'today' ? 'NEW' : 'OLD',
    year: year ?? null,
    areaId: area ?? null,
    after: after ?? null,
  });
  const matrix = asked.data?.publicMatrix;
  const { data: choices } = useWhole(IN_USE_CHOICES, {}, 'publicRollouts');
  return (
    <PublicPage>
      <PublicHead title={t`Nơi đang áp dụng`}>
        <Trans>
          Sáng kiến được nhân rộng đang dùng ở những xã, thị trấn nào, từ khi nào. Địa chỉ trang giữ nguyên điều kiện xem, có thể gửi cho
          người khác.
        </Trans>
      </PublicHead>
      <InUseFilters search={search} rows={matrix?.rows ?? []} today={matrix?.asOf ?? ''} choices={choices} go={go} />
      <Answer of={asked} rows={10}>
        {({ publicMatrix }) => {
          const row = publicMatrix.rows.find((row) => row.initiative.id === initiative) ?? publicMatrix.rows[0];
          if (!row) return <NothingInUse search={search} go={go} />;
          return (
            <>
              <WhereInUse row={row} matrix={publicMatrix} choices={choices} search={search} go={go} />
              <Section title={<Trans>Mọi sáng kiến được nhân rộng</Trans>}>
                <AllInUse asked={asked} chosen={row} search={search} go={go} />
              </Section>
            </>
          );
        }}
      </Answer>
    </PublicPage>
  );
}

function NothingInUse({ search, go }: { readonly search: InUseSearch; readonly go: (next: InUseSearch) => void }) {
  const { year, area, asOf, after } = search;
  if ([year, area, asOf, after].every((value) => value === undefined))
    return (
      <Empty title={<Trans>Chưa có sáng kiến nào được nhân rộng</Trans>}>
        <p>
          <Trans>Sáng kiến hiện ở đây từ ngày bắt đầu nhân rộng theo quyết định.</Trans>
        </p>
      </Empty>
    );
  return (
    <Empty title={<Trans>Không có sáng kiến nào được nhân rộng khớp với điều kiện xem</Trans>}>
      <p>
        <Button
          onClick={() => {
            go({});
          }}
        >
          <Trans>Bỏ mọi điều kiện</Trans>
        </Button>
      </p>
    </Empty>
  );
}
