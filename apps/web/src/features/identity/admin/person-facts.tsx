import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { Button } from '../../../ui/button';
import { RadioField, TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { named } from '../../../ui/format';
import { Panel } from '../../../ui/panel';
import styles from './admin.module.css';
import { EDIT_PERSON, type PersonRow } from './people.query';

interface FactsProps {
  readonly person: PersonRow;
  readonly again: () => void;
}

/** Name, address, where they work; edited where one may. */
export function PersonFacts({ person, again }: FactsProps) {
  const [editing, setEditing] = useState(false);
  if (editing)
    return (
      <EditPerson
        person={person}
        onClose={(changed) => {
          setEditing(false);
          if (changed) again();
        }}
      />
    );
  return (
    <Panel
      title={<Trans>Thông tin</Trans>}
      side={
        person.canManage && (
          <Button
            size="small"
            onClick={() => {
              setEditing(true);
            }}
          >
            <Trans>Sửa</Trans>
          </Button>
        )
      }
    >
      <dl className={styles.facts}>
        <dt>
          <Trans>Đơn vị</Trans>
        </dt>
        <dd>{person.unit ? named(person.unit) : <Trans>Ngoài cơ quan</Trans>}</dd>
        <dt>
          <Trans>Thư điện tử</Trans>
        </dt>
        <dd>{person.email ?? '–'}</dd>
        <dt>
          <Trans>Điện thoại</Trans>
        </dt>
        <dd>{person.phone ?? '–'}</dd>
        <dt>
          <Trans>Ngôn ngữ của thư gửi</Trans>
        </dt>
        <dd>{person.locale === 'vi' ? 'Tiếng Việt' : 'English'}</dd>
      </dl>
    </Panel>
  );
}

function EditPerson({ person, onClose }: { readonly person: PersonRow; readonly onClose: (changed: boolean) => void }) {
  const { run, busy, refusal, broken } = useAct(EDIT_PERSON);
  const [fullName, setFullName] = useState(person.fullName);
  const [phone, setPhone] = useState(person.phone ?? '');
  const [locale, setLocale] = useState(person.locale);
  const save = async () => {
    const { kind } = await run({ personId: person.id, version: person.version, fullName, phone: phone || null, locale });
    if (kind === 'done') onClose(true);
  };
  return (
    <Panel title={<Trans>Sửa thông tin</Trans>}>
      <Form onSubmit={() => void save()} refusal={refusal} broken={broken}>
        <TextField
          label={<Trans>Họ và tên</Trans>}
          name="fullName"
          value={fullName}
          onChange={setFullName}
          error={errorAt(refusal, 'fullName')}
        />
        <TextField
          label={<Trans>Điện thoại</Trans>}
          name="phone"
          type="tel"
          optional
          value={phone}
          onChange={setPhone}
          error={errorAt(refusal, 'phone')}
        />
        <RadioField
          label={<Trans>Ngôn ngữ của thư gửi</Trans>}
          name="locale"
          value={locale}
          onChange={setLocale}
          choices={[
            { value: 'vi', label: 'Tiếng Việt' },
            { value: 'en', label: 'English' },
          ]}
        />
        <FormActs>
          <Button type="submit" kind="primary" busy={busy}>
            <Trans>Lưu</Trans>
          </Button>
          <Button
            onClick={() => {
              onClose(false);
            }}
          >
            <Trans>Không sửa</Trans>
          </Button>
        </FormActs>
      </Form>
    </Panel>
  );
}
