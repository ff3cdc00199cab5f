import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { RadioField } from '../../../ui/field';
import { errorAt } from '../../../ui/form';
import { Tie } from '../conflict-words';
import { ActButton } from '../../../ui/act-button';
import { type OfficeConflict, SET_CONFLICT } from './conflicts.query';
import { type Picked } from '../../../ui/pick-field';
import { InitiativeFinder, PersonFinder } from './finder';
import styles from './office.module.css';

type Type = OfficeConflict['type'];
const TYPES: readonly Type[] = ['FAMILY', 'FINANCIAL', 'RELATED_UNIT', 'SAME_UNIT', 'CO_AUTHOR', 'OTHER'];

/** A conflict that nobody declared and nothing shows: of whom, with what, of which kind, and why. */
export function SetConflict({ contestId, onDone }: { readonly contestId: string; readonly onDone: () => void }) {
  const [person, setPerson] = useState<Picked | null>(null);
  const [initiative, setInitiative] = useState<Picked | null>(null);
  const [type, setType] = useState<Type>('FAMILY');
  return (
    <ActButton
      of={SET_CONFLICT}
      kind="primary"
      title={<Trans>Ghi xung đột lợi ích</Trans>}
      label={<Trans>Ghi xung đột…</Trans>}
      act={<Trans>Ghi xung đột</Trans>}
      keep={<Trans>Không ghi</Trans>}
      destructive={false}
      reason={{ label: <Trans>Vì sao</Trans>, path: 'reason' }}
      input={(reason) => ({ personId: person?.id ?? '', initiativeId: initiative?.id ?? '', type, reason })}
      onDone={() => {
        setPerson(null);
        setInitiative(null);
        onDone();
      }}
    >
      {(refusal) => (
        <div className={styles.stack}>
          <p>
            <Trans>
              Người này thôi chấm sáng kiến ấy, kể cả phiếu đã phân công. Với người có quyền trong việc chấm thì chờ người thứ hai quyết
              định.
            </Trans>
          </p>
          <PersonFinder
            name="personId"
            label={<Trans>Ai</Trans>}
            value={person}
            onChange={setPerson}
            error={errorAt(refusal, 'personId')}
          />
          <InitiativeFinder
            contestId={contestId}
            name="initiativeId"
            label={<Trans>Với sáng kiến nào</Trans>}
            value={initiative}
            onChange={setInitiative}
            error={errorAt(refusal, 'initiativeId')}
          />
          <RadioField<Type>
            label={<Trans>Loại xung đột</Trans>}
            name="type"
            value={type}
            onChange={setType}
            error={errorAt(refusal, 'type')}
            choices={TYPES.map((value): { value: Type; label: ReactNode } => ({ value, label: <Tie type={value} /> }))}
          />
        </div>
      )}
    </ActButton>
  );
}
