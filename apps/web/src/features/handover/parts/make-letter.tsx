import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useClient } from 'urql';
import { Button } from '../../../ui/button';
import { SelectField, TextField } from '../../../ui/field';
import { Form, FormActs } from '../../../ui/form';
import { named } from '../../../ui/format';
import { Note } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import { today } from '../../../ui/today';
import { LETTER, type TemplateRow } from '../letter.query';

type Kinds = Readonly<Record<TemplateRow['kind'], string>>;
type Format = 'PDF' | 'DOCX';

/** Saves what came with the answer; it was nowhere else. */
function saveFile({ fileName, contentType, content }: { fileName: string; contentType: string; content: string }): void {
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type: contentType }));
  const link = Object.assign(document.createElement('a'), { href: url, download: fileName });
  link.click();
  URL.revokeObjectURL(url);
}

/** One letter by a template in use; the names are gone from the page once it is made. */
export function MakeLetter({ of, kinds }: { readonly of: readonly TemplateRow[]; readonly kinds: Kinds }) {
  const { t } = useLingui();
  const client = useClient();
  const [id, setId] = useState(of[0]?.id ?? '');
  const [recipient, setRecipient] = useState('');
  const [about, setAbout] = useState('');
  const [on, setOn] = useState(today);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const template = of.find((one) => one.id === id) ?? of[0];
  if (!template) return null;
  const make = async (format: Format) => {
    setBusy(true);
    const order = { letterTemplateId: template.id, recipient, named: about || null, day: on, format };
    const { data, error } = await client.query(LETTER, order, { requestPolicy: 'network-only' }).toPromise();
    setBusy(false);
    setFailed(error?.graphQLErrors[0]?.message ?? (data?.letter ? null : t`Chưa lập được thư. Hãy thử lại.`));
    if (!data?.letter) return;
    saveFile(data.letter);
    setRecipient('');
    setAbout('');
  };
  return (
    <Panel title={t`In một thư`}>
      <Form onSubmit={() => void make('PDF')}>
        {failed !== null && <Note>{failed}</Note>}
        <SelectField label={t`Mẫu thư`} name="letterTemplateId" value={template.id} onChange={setId}>
          {of.map((one) => (
            <option key={one.id} value={one.id}>
              {`${kinds[one.kind]} – ${named(one.unit)}`}
            </option>
          ))}
        </SelectField>
        <TextField label={t`Người nhận thư`} name="recipient" autoComplete="off" value={recipient} onChange={setRecipient} />
        {template.asksWhoIsNamed && (
          <TextField label={t`Người được nhắc đến trong thư`} name="named" autoComplete="off" value={about} onChange={setAbout} />
        )}
        <TextField label={t`Ngày ghi trên thư`} name="day" type="date" value={on} onChange={setOn} />
        <FormActs>
          <Button type="submit" kind="primary" busy={busy}>
            <Trans>Tải thư, PDF</Trans>
          </Button>
          <Button busy={busy} onClick={() => void make('DOCX')}>
            <Trans>Tải thư, Word</Trans>
          </Button>
        </FormActs>
      </Form>
    </Panel>
  );
}
