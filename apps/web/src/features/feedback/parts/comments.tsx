import { Trans, useLingui } from '@lingui/react/macro';
import { Fragment, useState } from 'react';
import { useAsk } from '../../../api/ask';
import { DataTable } from '../../../ui/data-table';
import { day, named } from '../../../ui/format';
import { Empty } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import { type CommentRow, RATING_COMMENTS } from '../rating.query';
import { ReasonWord, useLevelWords } from './rating-words';

/** What citizens wrote, for the office alone. */
export function Comments() {
  const { t } = useLingui();
  const levelWord = useLevelWords();
  const [after, setAfter] = useState<string>();
  const asked = useAsk(RATING_COMMENTS, { after: after ?? null });
  return (
    <Panel title={<Trans>Góp ý</Trans>} flush>
      <DataTable<CommentRow>
        caption={t`Góp ý`}
        file="inside"
        of={{ ...asked, data: asked.data?.ratingComments }}
        rowKey={({ id }) => id}
        cards
        onPage={setAfter}
        isFirstPage={after === undefined}
        columns={[
          { key: 'text', names: true, head: t`Góp ý`, cell: ({ text }) => text },
          { key: 'level', head: t`Mức`, cell: ({ level }) => levelWord(level) },
          {
            key: 'reasons',
            head: t`Lý do`,
            cell: ({ givenReasons }) =>
              givenReasons.map((reason, at) => (
                <Fragment key={reason}>
                  {at > 0 && ', '}
                  <ReasonWord of={reason} />
                </Fragment>
              )),
          },
          { key: 'unit', head: t`Đơn vị`, cell: ({ unit }) => named(unit) },
          { key: 'field', head: t`Lĩnh vực`, cell: ({ fieldName }) => fieldName ?? <Trans>mọi lĩnh vực</Trans> },
          { key: 'week', head: t`Tuần từ`, cell: ({ week }) => day(week) },
        ]}
        empty={
          <Empty title={<Trans>Chưa có góp ý nào</Trans>}>
            <Trans>Góp ý của mỗi ngày hiện ra từ ngày làm việc tiếp theo, không theo thứ tự gửi, và được xóa sau 24 tháng.</Trans>
          </Empty>
        }
      />
    </Panel>
  );
}
