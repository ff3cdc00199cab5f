import { Trans } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../api/act';
import { useAsk } from '../../api/ask';
import { useMe } from '../../api/session';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { SelectField, TextField } from '../../ui/field';
import { Form, FormActs, errorAt } from '../../ui/form';
import { named } from '../../ui/format';
import { Answer } from '../../ui/note';
import { AREAS, BEGIN, type MyContest } from './initiatives.query';

/** A dossier begins with its area and a title, and is there from then on. */
export function BeginDossier({ contest, onClose }: { readonly contest: MyContest; readonly onClose: () => void }) {
  const asked = useAsk(AREAS, { id: contest.id });
  return (
    <Dialog title={<Trans>Hồ sơ sáng kiến mới</Trans>} onClose={onClose}>
      <Answer of={asked}>{({ contest: found }) => found && <BeginForm contestId={contest.id} areas={found.areas} />}</Answer>
    </Dialog>
  );
}

interface BeginFormProps {
  readonly contestId: string;
  readonly areas: readonly { readonly id: string; readonly nameVi: string; readonly nameEn: string }[];
}

function BeginForm({ contestId, areas }: BeginFormProps) {
  const go = useNavigate();
  const { person } = useMe();
  const [areaId, setArea] = useState(areas[0]?.id ?? '');
  const [title, setTitle] = useState('');
  const begin = useAct(BEGIN);
  const submit = async () => {
    const outcome = await begin.run({ contestId, areaId, title: title.trim(), ownerUnitId: person.unit?.id ?? '' });
    if (outcome.kind === 'done') await go({ to: '/initiatives/$initiativeId', params: { initiativeId: outcome.result.id } });
  };
  return (
    <Form onSubmit={() => void submit()} refusal={begin.refusal} broken={begin.broken}>
      <SelectField label={<Trans>Lĩnh vực</Trans>} name="areaId" value={areaId} onChange={setArea} error={errorAt(begin.refusal, 'areaId')}>
        {areas.map((area) => (
          <option key={area.id} value={area.id}>
            {named(area)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={<Trans>Tên sáng kiến</Trans>}
        hint={<Trans>Nêu việc gì, làm bằng cách nào. Còn sửa được sau này.</Trans>}
        name="title"
        optional
        value={title}
        onChange={setTitle}
        error={errorAt(begin.refusal, 'title')}
      />
      <FormActs>
        <Button type="submit" kind="primary" size="large" busy={begin.busy}>
          <Trans>Bắt đầu viết</Trans>
        </Button>
      </FormActs>
    </Form>
  );
}
