import { Trans, useLingui } from '@lingui/react/macro';
import { Fragment } from 'react';
import { type Asked } from '../../../api/ask';
import { useTurned } from '../../../api/ask-turned';
import { DataTable } from '../../../ui/data-table';
import { day, named } from '../../../ui/format';
import { Empty } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import { type BesideRatings, type CommentRow, MORE_COMMENTS } from '../rating.query';
import { ReasonWord, useLevelWords } from './rating-words';

/** What citizens wrote, for the office alone. */
export function Comments({ of }: { readonly of: Asked<BesideRatings> }) {
  const { t } = useLingui();
  const levelWord = useLevelWords();
  const turned = useTurned(of, MORE_COMMENTS, {}, 'ratingComments');
  return (
    <Panel title={<Trans>Góp ý</Trans>} flush>
      <DataTable<CommentRow>
        caption={t`Góp ý`}
        file="inside"
        {...turned}
        rowKey={({ id }) => id}
        inOneOrder="few"
        cards
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
