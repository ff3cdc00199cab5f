import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { useAsk } from '../../../api/ask';
import { Button } from '../../../ui/button';
import { DecisionFields } from '../../../ui/decision-fields';
import { Dialog } from '../../../ui/dialog';
import { SelectField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { named } from '../../../ui/format';
import { type Find, PickField, type Picked } from '../../../ui/pick-field';
import { useToast } from '../../../ui/toast';
import { type CouncilRole, FIND_MEMBERS, SEAT_COUNCIL, type VoteBase } from '../recognition.query';
import { type OfRecognition } from './recognition-acts';
import { useRoleWords } from './words';

interface Closing extends OfRecognition {
  readonly onClose: () => void;
}

interface Seat {
  readonly role: CouncilRole;
  readonly person: Picked | null;
}

const ROLES: readonly CouncilRole[] = ['CHAIR', 'DEPUTY', 'SECRETARY', 'MEMBER'];
const BEGINNING: readonly Seat[] = [
  { role: 'CHAIR', person: null },
  { role: 'SECRETARY', person: null },
  { role: 'MEMBER', person: null },
];

const usePeople: Find = (search, pause) => {
  const { data, busy } = useAsk(FIND_MEMBERS, { search }, { pause });
  const found = data?.people.edges.map(({ node: { id, fullName, unit } }) => ({
    id,
    label: fullName,
    caption: unit ? named(unit) : undefined,
  }));
  return { found: found ?? [], busy };
};

/** The council, by the decision that seats it. */
export function SeatCouncil({ of: { id, version, seats: seated }, again, onClose }: Closing) {
  const act = useAct(SEAT_COUNCIL);
  const toast = useToast();
  const [said, setSaid] = useState({ decisionNumber: '', decidedOn: '' });
  const [votesOf, setVotesOf] = useState<VoteBase>('SEATED');
  const [seats, setSeats] = useState<readonly Seat[]>(
    seated.length > 0 ? seated.map(({ person: { id, fullName }, role }) => ({ role, person: { id, label: fullName } })) : BEGINNING,
  );
  const change = (at: number, to: Partial<Seat>) => {
    setSeats(seats.map((seat, place) => (place === at ? { ...seat, ...to } : seat)));
  };
  const seat = async () => {
    const members = seats.flatMap(({ role, person }) => (person ? [{ role, personId: person.id }] : []));
    if ((await act.run({ recognitionId: id, version, ...said, votesOf, members })).kind !== 'done') return;
    toast(<Trans>Đã lập Hội đồng sáng kiến.</Trans>);
    again();
  };
  return (
    <Dialog of={`seatRecognitionCouncil ${id}`} title={<Trans>Lập Hội đồng sáng kiến</Trans>} onClose={onClose} wide>
      <Form onSubmit={() => void seat()} refusal={act.refusal} broken={act.broken}>
        <DecisionFields said={said} onChange={setSaid} refusal={act.refusal} />
        <SelectField
          label={<Trans>Hai phần ba tính trên</Trans>}
          name="votesOf"
          value={votesOf}
          onChange={(value) => {
            setVotesOf(value === 'PRESENT' ? 'PRESENT' : 'SEATED');
          }}
          hint={<Trans>Cách tính chưa được kiểm chứng với văn bản; ghi theo quyết định của cơ quan.</Trans>}
        >
          <option value="SEATED">
            <Trans>số thành viên được cử</Trans>
          </option>
          <option value="PRESENT">
            <Trans>số thành viên có mặt</Trans>
          </option>
        </SelectField>
        {seats.map((one, at) => (
          <Member
            key={at}
            at={at}
            of={one}
            error={errorAt(act.refusal, `members.${String(at)}.personId`)}
            onChange={(to) => {
              change(at, to);
            }}
          />
        ))}
        <Button
          onClick={() => {
            setSeats([...seats, { role: 'MEMBER', person: null }]);
          }}
        >
          <Trans>Thêm ủy viên</Trans>
        </Button>
        <FormActs>
          <Button type="submit" kind="primary" busy={act.busy}>
            <Trans>Lập Hội đồng</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Chưa lập</Trans>
          </Button>
        </FormActs>
      </Form>
    </Dialog>
  );
}

interface MemberProps {
  readonly at: number;
  readonly of: Seat;
  readonly error: string | null;
  readonly onChange: (to: Partial<Seat>) => void;
}

function Member({ at, of: { role, person }, error, onChange }: MemberProps) {
  const roles = useRoleWords();
  return (
    <>
      <SelectField
        label={<Trans>Vai trò của thành viên {at + 1}</Trans>}
        name={`members.${String(at)}.role`}
        value={role}
        onChange={(value) => {
          onChange({ role: ROLES.find((known) => known === value) ?? 'MEMBER' });
        }}
      >
        {ROLES.map((one) => (
          <option key={one} value={one}>
            {roles[one]}
          </option>
        ))}
      </SelectField>
      <PickField
        label={<Trans>Thành viên {at + 1}</Trans>}
        name={`members.${String(at)}.personId`}
        value={person}
        onChange={(picked) => {
          onChange({ person: picked });
        }}
        useFind={usePeople}
        error={error}
      />
    </>
  );
}
