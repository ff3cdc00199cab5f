import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { useAct } from '../../../api/act';
import { useUploads } from '../../../api/uploads';
import { Button } from '../../../ui/button';
import { Confirm } from '../../../ui/confirm';
import { FetchFile } from '../../../ui/fetch-file';
import { SelectField, TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { day } from '../../../ui/format';
import { Icon } from '../../../ui/icon';
import { Check, Upload } from '../../../ui/icons';
import { Panel } from '../../../ui/panel';
import { SendingList } from '../../../ui/sending-list';
import { StateMark } from '../../../ui/state-mark';
import { useToast } from '../../../ui/toast';
import { today } from '../../../ui/today';
import { useDocumentKinds } from '../parts/documents';
import { EditActs } from './edit-panel';
import styles from './office.module.css';
import { ATTACH_DOCUMENT, DETACH_DOCUMENT } from './setup.acts';
import { type ContestSetup } from './setup.query';

type Paper = ContestSetup['documents'][number];
type Kind = Paper['kind'];

/** The papers of the contest, with number and date. */
export function DocumentsPanel({ of }: { readonly of: ContestSetup }) {
  const words = useDocumentKinds();
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<Paper | null>(null);
  return (
    <Panel
      title={<Trans>Văn bản</Trans>}
      side={
        of.canAttach &&
        !adding && (
          <Button
            size="small"
            onClick={() => {
              setAdding(true);
            }}
          >
            <Trans>Thêm văn bản</Trans>
          </Button>
        )
      }
    >
      {of.documents.length === 0 && (
        <p className="secondary">
          <Trans>Chưa có văn bản nào. Cần kế hoạch và thể lệ để phát động.</Trans>
        </p>
      )}
      <ul className={styles.list}>
        {of.documents.map((paper) => (
          <li key={paper.id}>
            <div>
              <p>
                <strong>{words[paper.kind]}</strong> {paper.title}
              </p>
              <p className="caption">
                <Trans>
                  {paper.number} ngày {day(paper.issuedOn)}
                </Trans>
              </p>
            </div>
            {paper.fileId !== null && <FetchFile id={paper.fileId} name={paper.title} />}
            {of.canAttach && (
              <Button
                size="small"
                onClick={() => {
                  setLeaving(paper);
                }}
              >
                <Trans>Gỡ</Trans>
                <span className="visually-hidden"> {paper.number}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {adding && (
        <div className={styles.tail}>
          <AddPaper
            of={of}
            onClose={() => {
              setAdding(false);
            }}
          />
        </div>
      )}
      {leaving && (
        <Detach
          of={of}
          paper={leaving}
          onClose={() => {
            setLeaving(null);
          }}
        />
      )}
    </Panel>
  );
}

function AddPaper({ of, onClose }: { readonly of: ContestSetup; readonly onClose: () => void }) {
  const { t } = useLingui();
  const words = useDocumentKinds();
  const toast = useToast();
  const act = useAct(ATTACH_DOCUMENT);
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const uploads = useUploads({ type: 'contest', id: of.id }, (id, name) => {
    setFile({ id, name });
  });
  const [kind, setKind] = useState<Kind>('PLAN');
  const [number, setNumber] = useState('');
  const [issuedOn, setIssuedOn] = useState(today);
  const [title, setTitle] = useState('');
  const save = async () => {
    const order = { contestId: of.id, version: of.version, kind, number, issuedOn, title, fileId: file?.id ?? null };
    if ((await act.run(order)).kind !== 'done') return;
    toast(<Trans>Đã thêm văn bản {number}.</Trans>);
    onClose();
  };
  return (
    <Form onSubmit={() => void save()} refusal={act.refusal} broken={act.broken}>
      <SelectField
        label={<Trans>Loại văn bản</Trans>}
        name="kind"
        value={kind}
        onChange={(value) => {
          setKind(value as Kind);
        }}
      >
        {Object.entries(words).map(([value, word]) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </SelectField>
      <div className={styles.row}>
        <TextField
          label={<Trans>Số, ký hiệu</Trans>}
          name="number"
          value={number}
          onChange={setNumber}
          error={errorAt(act.refusal, 'number')}
        />
        <TextField
          label={<Trans>Ngày ban hành</Trans>}
          name="issuedOn"
          type="date"
          value={issuedOn}
          onChange={setIssuedOn}
          error={errorAt(act.refusal, 'issuedOn')}
        />
      </div>
      <TextField label={<Trans>Trích yếu</Trans>} name="title" value={title} onChange={setTitle} error={errorAt(act.refusal, 'title')} />
      <div>
        {file && (
          <p>
            <StateMark tone="done" icon={Check}>
              <Trans>Đã gửi: {file.name}</Trans>
            </StateMark>
          </p>
        )}
        <SendingList uploads={uploads} />
        <Button
          onClick={() => {
            input.current?.click();
          }}
        >
          <Icon of={Upload} />
          <Trans>Chọn tệp của văn bản</Trans>
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".pdf,.docx"
          aria-label={t`Chọn tệp của văn bản`}
          onChange={({ target }) => {
            if (target.files) uploads.add(target.files);
            target.value = '';
          }}
        />
      </div>
      <FormActs>
        <EditActs busy={act.busy || uploads.sendings.some(({ trouble }) => trouble === null)} onClose={onClose} />
      </FormActs>
    </Form>
  );
}

interface DetachProps {
  readonly of: ContestSetup;
  readonly paper: Paper;
  readonly onClose: () => void;
}

function Detach({ of, paper, onClose }: DetachProps) {
  const toast = useToast();
  const act = useAct(DETACH_DOCUMENT);
  return (
    <Confirm
      title={<Trans>Gỡ văn bản {paper.number}</Trans>}
      act={<Trans>Gỡ văn bản</Trans>}
      keep={<Trans>Không gỡ</Trans>}
      {...act}
      onAct={() => {
        void act.run({ contestId: of.id, version: of.version, documentId: paper.id }).then(({ kind }) => {
          if (kind !== 'done') return;
          toast(<Trans>Đã gỡ văn bản {paper.number}.</Trans>);
          onClose();
        });
      }}
      onClose={onClose}
    >
      <p>{paper.title}</p>
      <p>
        <Trans>Văn bản không còn hiện ở trang của cuộc thi. Việc gỡ được ghi vào nhật ký.</Trans>
      </p>
    </Confirm>
  );
}
