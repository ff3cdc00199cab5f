import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { ActButton } from '../../../ui/act-button';
import { DataTable } from '../../../ui/data-table';
import { TextField } from '../../../ui/field';
import { errorAt } from '../../../ui/form';
import { day, named } from '../../../ui/format';
import { given } from '../../../ui/given';
import { Empty } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import { DemoMark } from '../../../ui/state-mark';
import { today } from '../../../ui/today';
import styles from '../emulation.module.css';
import { END_TITLE_KIND, type TitleKindShown } from '../title.query';
import { KindMark, useLevelWords } from './title-words';

interface OfKinds {
  readonly of: readonly TitleKindShown[];
  readonly again: () => void;
}

/** The titles of all times, with a way to end one for who may. */
export function Kinds({ of, again }: OfKinds) {
  const { t } = useLingui();
  const levels = useLevelWords();
  const acts = of.some(({ whyNotEnd }) => whyNotEnd === null);
  return (
    <Panel title={<Trans>Danh hiệu</Trans>} flush>
      <DataTable<TitleKindShown>
        caption={t`Danh hiệu`}
        file="few"
        of={given(of)}
        rowKey={({ id }) => id}
        inOneOrder="few"
        cards
        columns={[
          {
            key: 'name',
            names: true,
            head: t`Tên`,
            cell: (kind) => (
              <>
                {named(kind)} {kind.illustrative && <DemoMark />}
              </>
            ),
          },
          { key: 'level', head: t`Cấp quyết định`, cell: ({ level }) => levels[level] },
          { key: 'multiple', head: t`Trong một năm`, cell: ({ multiple }) => (multiple ? t`nhiều lần` : t`một lần`) },
          { key: 'since', head: t`Từ ngày`, cell: ({ startsOn }) => day(startsOn) },
          { key: 'state', head: t`Tình trạng`, cell: (kind) => <KindMark of={kind} /> },
          { key: 'basis', head: t`Căn cứ`, cell: ({ legalBasis }) => legalBasis },
          ...(acts ? [{ key: 'acts', fixed: true, head: t`Việc`, cell: (kind: TitleKindShown) => <End of={kind} again={again} /> }] : []),
        ]}
        empty={<Empty title={<Trans>Chưa có danh hiệu nào</Trans>} />}
      />
    </Panel>
  );
}

function End({ of, again }: { readonly of: TitleKindShown; readonly again: () => void }) {
  const { t } = useLingui();
  const [endsOn, setEndsOn] = useState(of.endsOn ?? today());
  if (of.whyNotEnd) return null;
  const name = named(of);
  return (
    <span className={styles.oneLine}>
      <ActButton
        of={END_TITLE_KIND}
        size="small"
        label={of.endsOn === null ? <Trans>Kết thúc</Trans> : <Trans>Đổi ngày kết thúc</Trans>}
        name={of.endsOn === null ? t`Kết thúc ${name}` : t`Đổi ngày kết thúc ${name}`}
        title={<Trans>Kết thúc {name}</Trans>}
        act={<Trans>Kết thúc danh hiệu</Trans>}
        keep={<Trans>Chưa kết thúc</Trans>}
        input={() => ({ kindId: of.id, version: of.version, endsOn })}
        said={<Trans>Đã ghi ngày kết thúc.</Trans>}
        onDone={again}
      >
        {(refusal) => (
          <>
            <p>
              <Trans>Các năm sau ngày này không ghi nhận danh hiệu này nữa. Thành tích đã có được giữ nguyên.</Trans>
            </p>
            <TextField
              label={<Trans>Ngày cuối cùng áp dụng</Trans>}
              name="endsOn"
              type="date"
              value={endsOn}
              onChange={setEndsOn}
              error={errorAt(refusal, 'endsOn')}
            />
          </>
        )}
      </ActButton>
    </span>
  );
}
