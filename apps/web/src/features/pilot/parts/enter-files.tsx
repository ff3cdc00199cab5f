import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { TextAreaField } from '../../../ui/field';
import { Form, FormActs } from '../../../ui/form';
import { day, named } from '../../../ui/format';
import { useToast } from '../../../ui/toast';
import { ENTER_PILOT_FILES } from '../pilot-acts.query';
import { type PilotPlace, type PilotShown } from '../pilot.query';

interface Entering {
  readonly of: PilotShown;
  readonly place: PilotPlace;
  readonly again: () => void;
}

/** All files of a commune, a line each, as they are copied from a sheet. */
export function EnterFiles(entering: Entering) {
  const [open, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
  };
  return (
    <>
      <Button
        onClick={() => {
          setOpen(true);
        }}
      >
        <Trans>Nhập hồ sơ</Trans>
      </Button>
      {open && <Enter {...entering} onClose={close} />}
    </>
  );
}

function Enter({ of, place, again, onClose }: Entering & { readonly onClose: () => void }) {
  const { t } = useLingui();
  const act = useAct(ENTER_PILOT_FILES);
  const toast = useToast();
  const [typed, setTyped] = useState('');
  const lines = typed.split('\n').filter((line) => line.trim() !== '');
  const files = lines.flatMap((line) => fileOf(line) ?? []);
  const wrong = lines.findIndex((line) => fileOf(line) === null);
  const within = of.state === 'DRAFT' ? { from: of.earlierFrom, to: of.baselineTo } : { from: of.startsOn, to: of.endsOn };
  const enter = async () => {
    if (wrong >= 0) return;
    if ((await act.run({ pilotUnitId: place.id, version: place.version, files })).kind !== 'done') return;
    toast(<Trans>Đã nhập hồ sơ.</Trans>);
    again();
  };
  return (
    <Dialog of={`enterPilotFiles ${place.id}`} title={t`Hồ sơ của ${named(place.unit)}`} onClose={onClose}>
      <Form onSubmit={() => void enter()} refusal={act.refusal} broken={act.broken}>
        <p>
          <Trans>
            Toàn bộ hồ sơ tiếp nhận từ {day(within.from)} đến {day(within.to)}, thay cho danh sách đã nhập. Chỉ ngày tháng, không ghi tên
            người hoặc mã hồ sơ.
          </Trans>
        </p>
        <TextAreaField
          label={<Trans>Mỗi dòng một hồ sơ: ngày tiếp nhận, ngày có kết quả</Trans>}
          hint={<Trans>Ví dụ: 03/04/2026 08/04/2026; có thể dán hai cột từ bảng tính.</Trans>}
          name="files"
          value={typed}
          onChange={setTyped}
          error={wrong >= 0 ? t`Dòng ${String(wrong + 1)} chưa đúng dạng hai ngày.` : null}
        />
        <FormActs>
          <Button type="submit" kind="primary" busy={act.busy}>
            <Trans>Nhập hồ sơ</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Chưa nhập</Trans>
          </Button>
        </FormActs>
      </Form>
    </Dialog>
  );
}

/** Two days as people write them, or as programs do. */
function fileOf(line: string): { readonly receivedOn: string; readonly doneOn: string } | null {
  const days = [...line.matchAll(/(\d{1,2})\/(\d{1,2})\/(\d{4})|(\d{4})-(\d{2})-(\d{2})/g)].map(([, d, m, y, year, month, date]) =>
    [y ?? year, (m ?? month)?.padStart(2, '0'), (d ?? date)?.padStart(2, '0')].join('-'),
  );
  const [receivedOn, doneOn, more] = days;
  return receivedOn !== undefined && doneOn !== undefined && more === undefined ? { receivedOn, doneOn } : null;
}
