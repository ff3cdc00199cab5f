import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '../../../ui/button';
import { DataTable } from '../../../ui/data-table';
import { named, number, titled } from '../../../ui/format';
import { given } from '../../../ui/given';
import { Empty } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import { DemoMark } from '../../../ui/state-mark';
import { type ModelRow } from '../model.query';
import { ModelTime } from './model-time';
import { useHandoverWords } from './words';

const MOST_NAMED = 5;

/** The models of the district, with a way to say one anew for the office that keeps it. */
export function Models({ of, onEdit }: { readonly of: readonly ModelRow[]; readonly onEdit: (model: ModelRow) => void }) {
  const { t } = useLingui();
  const words = useHandoverWords();
  return (
    <Panel title={<Trans>Các mô hình</Trans>} flush>
      <DataTable<ModelRow>
        caption={t`Các mô hình`}
        file="few"
        of={given(of)}
        rowKey={({ id }) => id}
        inOneOrder="few"
        cards
        columns={[
          { key: 'title', names: true, head: t`Mô hình`, cell: (model) => <Named of={model} /> },
          { key: 'kind', head: t`Hình thức`, cell: ({ kind }) => words.modelKinds[kind] },
          {
            key: 'procedures',
            head: t`Thủ tục`,
            cell: ({ procedures }) => procedures.map(({ procedure }) => procedure.name).join('; '),
          },
          { key: 'units', head: t`Nơi thực hiện`, cell: ({ units }) => <Units of={units} /> },
          { key: 'time', head: t`Thời gian`, cell: (model) => <ModelTime of={model} /> },
          {
            key: 'acts',
            fixed: true,
            head: t`Việc`,
            cell: (model) =>
              model.canEdit && (
                <Button
                  size="small"
                  aria-label={t`Sửa ${model.title}`}
                  onClick={() => {
                    onEdit(model);
                  }}
                >
                  <Trans>Sửa</Trans>
                </Button>
              ),
          },
        ]}
        empty={<Empty title={<Trans>Chưa có mô hình nào</Trans>} />}
      />
    </Panel>
  );
}

function Named({ of: { title, decisionText, rollout, illustrative } }: { readonly of: ModelRow }) {
  return (
    <>
      {title} {illustrative && <DemoMark />}
      <div className="caption">
        {decisionText}
        {rollout && <>; {titled(rollout)}</>}
      </div>
    </>
  );
}

/** All of them where they are few; a district has dozens, which the form and the public page name. */
function Units({ of }: { readonly of: ModelRow['units'] }) {
  const names = of.slice(0, MOST_NAMED).map(named).join(', ');
  if (of.length <= MOST_NAMED) return names;
  return (
    <Trans>
      {names} và {number(of.length - MOST_NAMED)} đơn vị khác
    </Trans>
  );
}
