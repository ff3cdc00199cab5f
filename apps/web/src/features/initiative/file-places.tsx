import { Trans, useLingui } from '@lingui/react/macro';
import { IconButton } from '../../ui/button';
import { SelectField, TextField } from '../../ui/field';
import { fileSize } from '../../ui/format';
import { Icon } from '../../ui/icon';
import { ChevronDown, ChevronUp, Trash } from '../../ui/icons';
import { BothKept } from './both-kept';
import { type Dossier } from './dossier.query';
import { FetchFile } from '../../ui/fetch-file';
import styles from './file-places.module.css';
import { type Editing } from './editing';
import { type FilePlace, fileField } from './use-dossier';

type DossierFile = Dossier['files'][number];

interface PlacesProps {
  readonly of: Editing;
  readonly onRemove: (file: DossierFile) => void;
}

/** The files of the dossier: what each is, what is said of it, and in which order they stand. */
export function FilePlaces({ of, onRemove }: PlacesProps) {
  const { dossier, autosave } = of;
  const { order } = autosave.value;
  const place = ({ id }: DossierFile) => (order.includes(id) ? order.indexOf(id) : order.length);
  const files = dossier.files.toSorted((a, b) => place(a) - place(b));
  if (files.length === 0) {
    return (
      <p className="secondary">
        <Trans>Chưa có tệp nào.</Trans>
      </p>
    );
  }
  const move = (at: number, by: number) => {
    const ids = files.map(({ id }) => id);
    const [moved = ''] = ids.splice(at, 1);
    ids.splice(at + by, 0, moved);
    autosave.change({ order: ids });
  };
  return (
    <>
      <BothKept of={of} field="order">
        <Trans>Thứ tự của các tệp vừa được lưu ở nơi khác.</Trans>
      </BothKept>
      <ol className={styles.places}>
        {files.map((file, at) => (
          <li key={file.id} className={styles.place}>
            <FileLine
              of={of}
              file={file}
              onUp={
                at === 0
                  ? undefined
                  : () => {
                      move(at, -1);
                    }
              }
              onDown={
                at === files.length - 1
                  ? undefined
                  : () => {
                      move(at, 1);
                    }
              }
              onRemove={() => {
                onRemove(file);
              }}
            />
          </li>
        ))}
      </ol>
    </>
  );
}

interface LineProps {
  readonly of: Editing;
  readonly file: DossierFile;
  readonly onUp: (() => void) | undefined;
  readonly onDown: (() => void) | undefined;
  readonly onRemove: () => void;
}

function FileLine({ of, file, onUp, onDown, onRemove }: LineProps) {
  const { t } = useLingui();
  const kinds = useFileKinds();
  const { autosave, limits } = of;
  const field = fileField(file.id);
  const place = autosave.value[field] ?? { kind: file.kind, caption: file.caption };
  const set = (patch: Partial<FilePlace>) => {
    autosave.change({ [field]: { ...place, ...patch } });
  };
  const name = file.fileName;
  return (
    <>
      <div className={styles.head}>
        <div className={styles.name}>
          <p>{name}</p>
          <p className="caption">{fileSize(file.size)}</p>
        </div>
        <FetchFile id={file.id} name={file.fileName} />
        {onUp && (
          <IconButton label={t`Đưa ${name} lên trên`} onClick={onUp}>
            <Icon of={ChevronUp} />
          </IconButton>
        )}
        {onDown && (
          <IconButton label={t`Đưa ${name} xuống dưới`} onClick={onDown}>
            <Icon of={ChevronDown} />
          </IconButton>
        )}
        <IconButton label={t`Bỏ tệp ${name}`} onClick={onRemove}>
          <Icon of={Trash} />
        </IconButton>
      </div>
      <BothKept of={of} field={field}>
        <Trans>Loại hoặc chú thích của tệp này vừa được lưu ở nơi khác.</Trans>
      </BothKept>
      <div className={styles.said}>
        <SelectField
          label={t`Loại tài liệu`}
          name={`${field}.kind`}
          value={place.kind}
          onChange={(kind) => {
            set({ kind: kind as FilePlace['kind'] });
          }}
        >
          {Object.entries(kinds).map(([kind, words]) => (
            <option key={kind} value={kind}>
              {words}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t`Chú thích`}
          optional
          name={field}
          limit={limits?.maxCaption}
          value={place.caption ?? ''}
          onChange={(caption) => {
            set({ caption: caption === '' ? null : caption });
          }}
        />
      </div>
    </>
  );
}

export function useFileKinds(): Readonly<Record<FilePlace['kind'], string>> {
  const { t } = useLingui();
  return {
    ENTRY_FORM: t`Phiếu đăng ký dự thi`,
    DESCRIPTION: t`Bản thuyết minh`,
    EVIDENCE: t`Tài liệu minh chứng`,
    CONFIRMATION: t`Giấy xác nhận áp dụng`,
    COVER_LETTER: t`Công văn, tờ trình`,
    PICTURE: t`Hình ảnh`,
    VIDEO: t`Phim minh họa`,
    OTHER: t`Tài liệu khác`,
  };
}
