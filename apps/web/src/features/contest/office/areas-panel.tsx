import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { useAsk } from '../../../api/ask';
import { useMe } from '../../../api/session';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { CheckField, TextField } from '../../../ui/field';
import { ErrorSummary, Form, FormActs, errorAt } from '../../../ui/form';
import { named } from '../../../ui/format';
import { Answer, Broken } from '../../../ui/note';
import { useToast } from '../../../ui/toast';
import { EditActs, EditPanel } from './edit-panel';
import styles from './office.module.css';
import { CREATE_AREA, EDIT_AREA, SET_AREAS } from './setup.acts';
import { type ContestSetup, REFORM_AREAS, type ReformArea } from './setup.query';

/** The reform areas that initiatives may be of. */
export function AreasPanel({ of }: { readonly of: ContestSetup }) {
  return (
    <EditPanel
      title={<Trans>Lĩnh vực dự thi</Trans>}
      canEdit={of.canEdit}
      shut={of.canCopy && <Trans>Chỉ sửa được khi cuộc thi còn đang soạn thảo.</Trans>}
      form={(close) => <EditAreas of={of} onClose={close} />}
    >
      {of.areas.length === 0 ? (
        <p className="secondary">
          <Trans>Chưa chọn lĩnh vực nào. Cần ít nhất một để phát động.</Trans>
        </p>
      ) : (
        <ul className={styles.list}>
          {of.areas.map((area) => (
            <li key={area.id}>{named(area)}</li>
          ))}
        </ul>
      )}
    </EditPanel>
  );
}

function EditAreas({ of, onClose }: { readonly of: ContestSetup; readonly onClose: () => void }) {
  const toast = useToast();
  const { canCreateArea } = useMe();
  const act = useAct(SET_AREAS);
  const asked = useAsk(REFORM_AREAS, {});
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(of.areas.map(({ id }) => id)));
  const [editing, setEditing] = useState<ReformArea | 'new' | null>(null);
  const save = async () => {
    const { kind } = await act.run({ contestId: of.id, version: of.version, areaIds: [...chosen] });
    if (kind !== 'done') return;
    toast(<Trans>Đã lưu lĩnh vực dự thi.</Trans>);
    onClose();
  };
  return (
    <>
      <Form onSubmit={() => void save()} refusal={act.refusal} broken={act.broken}>
        <Answer of={asked}>
          {({ reformAreas: { edges } }) => (
            <ul className={styles.list}>
              {edges
                .map(({ node }) => node)
                .filter(({ id, retired }) => !retired || chosen.has(id))
                .map((area) => (
                  <li key={area.id}>
                    <CheckField
                      label={named(area)}
                      name={`area.${area.id}`}
                      checked={chosen.has(area.id)}
                      onChange={(isChosen) => {
                        setChosen((was) => new Set(isChosen ? [...was, area.id] : [...was].filter((id) => id !== area.id)));
                      }}
                    />
                    {area.canEdit && (
                      <Button
                        size="small"
                        onClick={() => {
                          setEditing(area);
                        }}
                      >
                        <Trans>Sửa tên</Trans>
                        <span className="visually-hidden"> {named(area)}</span>
                      </Button>
                    )}
                  </li>
                ))}
            </ul>
          )}
        </Answer>
        <FormActs>
          <EditActs busy={act.busy} onClose={onClose} />
          {canCreateArea && (
            <Button
              onClick={() => {
                setEditing('new');
              }}
            >
              <Trans>Thêm lĩnh vực mới vào danh mục</Trans>
            </Button>
          )}
        </FormActs>
      </Form>
      {editing !== null && (
        <AreaDialog
          of={editing === 'new' ? null : editing}
          next={(asked.data?.reformAreas.edges.length ?? 0) + 1}
          onClose={() => {
            setEditing(null);
            asked.again();
          }}
        />
      )}
    </>
  );
}

interface AreaDialogProps {
  /** Left empty: a new one. */
  readonly of: ReformArea | null;
  readonly next: number;
  readonly onClose: () => void;
}

/** An area of the list that all contests choose from. */
function AreaDialog({ of, next, onClose }: AreaDialogProps) {
  const create = useAct(CREATE_AREA);
  const edit = useAct(EDIT_AREA);
  const act = of ? edit : create;
  const [areaCode, setCode] = useState('');
  const [nameVi, setNameVi] = useState(of?.nameVi ?? '');
  const [nameEn, setNameEn] = useState(of?.nameEn ?? '');
  const [source, setSource] = useState(of?.source ?? '');
  const [retired, setRetired] = useState(of?.retired ?? false);
  const save = async () => {
    const facts = { nameVi, nameEn, source: source.trim() || null };
    const { kind } = of
      ? await edit.run({ ...facts, areaId: of.id, version: of.version, ordinal: of.ordinal, retired })
      : await create.run({ ...facts, areaCode, ordinal: next });
    if (kind === 'done') onClose();
  };
  return (
    <Dialog
      title={of ? <Trans>Sửa lĩnh vực</Trans> : <Trans>Lĩnh vực mới</Trans>}
      onClose={onClose}
      acts={
        <>
          <Button size="large" onClick={onClose}>
            <Trans>Thôi</Trans>
          </Button>
          <Button size="large" kind="primary" busy={act.busy} onClick={() => void save()}>
            <Trans>Lưu lĩnh vực</Trans>
          </Button>
        </>
      }
    >
      {act.refusal && <ErrorSummary refusal={act.refusal} />}
      {act.broken && <Broken error={act.broken} />}
      {!of && (
        <TextField
          label={<Trans>Mã</Trans>}
          hint={<Trans>Chữ hoa không dấu, ví dụ ONE_STOP.</Trans>}
          name="areaCode"
          value={areaCode}
          onChange={setCode}
          error={errorAt(act.refusal, 'areaCode')}
        />
      )}
      <TextField
        label={<Trans>Tên lĩnh vực</Trans>}
        name="nameVi"
        value={nameVi}
        onChange={setNameVi}
        error={errorAt(act.refusal, 'nameVi')}
      />
      <TextField
        label={<Trans>Tên bằng tiếng Anh</Trans>}
        name="nameEn"
        value={nameEn}
        onChange={setNameEn}
        error={errorAt(act.refusal, 'nameEn')}
      />
      <TextField
        label={<Trans>Theo chương trình, văn bản</Trans>}
        optional
        name="source"
        value={source}
        onChange={setSource}
        error={errorAt(act.refusal, 'source')}
      />
      {of && <CheckField label={<Trans>Các cuộc thi sau không dùng nữa</Trans>} name="retired" checked={retired} onChange={setRetired} />}
    </Dialog>
  );
}
