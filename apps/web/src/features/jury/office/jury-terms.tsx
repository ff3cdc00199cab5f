import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { CheckField, TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { named } from '../../../ui/format';
import { useToast } from '../../../ui/toast';
import { type JudgedContest } from './contest.query';
import { type JuryMember, SET_TERMS } from './jury.query';
import styles from './office.module.css';

interface TermsProps {
  readonly member: JuryMember;
  readonly areas: JudgedContest['areas'];
  readonly onDone: () => void;
}

/** How much a judge takes on, when they are away, what they are at home in. */
export function JuryTerms(props: TermsProps) {
  const [open, setOpen] = useState(false);
  const { fullName } = props.member.person;
  return (
    <>
      <Button
        size="small"
        onClick={() => {
          setOpen(true);
        }}
      >
        <Trans>
          Sửa giới hạn<span className="visually-hidden"> của {fullName}</span>
        </Trans>
      </Button>
      {open && (
        <TermsDialog
          {...props}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

const whole = (typed: string): number => Math.trunc(Number(typed));

function TermsDialog({ member, areas, onDone, onClose }: TermsProps & { readonly onClose: () => void }) {
  const { run, busy, refusal, broken } = useAct(SET_TERMS);
  const toast = useToast();
  const { fullName } = member.person;
  const [terms, setTerms] = useState({
    loadMin: String(member.loadMin),
    loadMax: member.loadMax === null ? '' : String(member.loadMax),
    absentFrom: member.absentFrom ?? '',
    absentTo: member.absentTo ?? '',
    areas: member.areaIds,
  });
  const change = (part: Partial<typeof terms>) => {
    setTerms((was) => ({ ...was, ...part }));
  };
  const field = (name: 'loadMin' | 'loadMax' | 'absentFrom' | 'absentTo') => ({
    name,
    value: terms[name],
    error: errorAt(refusal, name),
    onChange: (value: string) => {
      change({ [name]: value });
    },
  });
  const save = async () => {
    const { kind } = await run({
      seatId: member.id,
      version: member.version,
      loadMin: whole(terms.loadMin || '0'),
      loadMax: terms.loadMax === '' ? null : whole(terms.loadMax),
      absentFrom: terms.absentFrom || null,
      absentTo: terms.absentTo || null,
      areaIds: terms.areas,
    });
    if (kind !== 'done') return;
    toast(<Trans>Đã lưu giới hạn của {fullName}</Trans>);
    onDone();
    onClose();
  };
  return (
    <Dialog wide title={<Trans>Giới hạn và lĩnh vực của {fullName}</Trans>} onClose={onClose}>
      <Form onSubmit={() => void save()} refusal={refusal} broken={broken}>
        <div className={styles.pair}>
          <TextField {...field('loadMin')} label={<Trans>Ít nhất mỗi vòng (phiếu)</Trans>} type="number" min={0} inputMode="numeric" />
          <TextField
            {...field('loadMax')}
            label={<Trans>Nhiều nhất mỗi vòng (phiếu)</Trans>}
            type="number"
            min={0}
            inputMode="numeric"
            optional
          />
          <TextField {...field('absentFrom')} label={<Trans>Vắng từ ngày</Trans>} type="date" optional />
          <TextField {...field('absentTo')} label={<Trans>Vắng đến hết ngày</Trans>} type="date" optional />
        </div>
        <fieldset className={styles.fieldset}>
          <legend>
            <Trans>Lĩnh vực thông thạo</Trans>
          </legend>
          <p className="secondary">
            <Trans>Không chọn lĩnh vực nào thì mọi lĩnh vực được coi là phù hợp như nhau.</Trans>
          </p>
          <div className={styles.choices}>
            {areas.map((area) => (
              <CheckField
                key={area.id}
                name={`areaIds.${area.id}`}
                label={named(area)}
                checked={terms.areas.includes(area.id)}
                onChange={(checked) => {
                  change({ areas: checked ? [...terms.areas, area.id] : terms.areas.filter((id) => id !== area.id) });
                }}
              />
            ))}
          </div>
        </fieldset>
        <FormActs>
          <Button type="submit" kind="primary" busy={busy}>
            <Trans>Lưu</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Không sửa</Trans>
          </Button>
        </FormActs>
      </Form>
    </Dialog>
  );
}
