import { Trans } from '@lingui/react/macro';
import { useAct } from '../../../api/act';
import { Confirm } from '../../../ui/confirm';
import { number } from '../../../ui/format';
import { useToast } from '../../../ui/toast';
import { type AwardListRead, PUBLISH_AWARDS, SUBMIT_AWARDS } from './prizes.query';

interface Moving {
  readonly of: AwardListRead;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** To the leader. */
export function Submit({ of, onDone, onClose }: Moving) {
  const toast = useToast();
  const { run, busy, refusal, broken } = useAct(SUBMIT_AWARDS);
  const submit = async () => {
    if ((await run({ decisionId: of.id, version: of.version })).kind !== 'done') return;
    toast(<Trans>Đã trình danh sách giải.</Trans>);
    onDone();
  };
  const departures = of.awards.filter(({ departureKind }) => departureKind !== null).length;
  return (
    <Confirm
      title={<Trans>Trình lãnh đạo ký danh sách giải</Trans>}
      act={<Trans>Trình {number(of.awards.length)} giải</Trans>}
      keep={<Trans>Chưa trình</Trans>}
      destructive={false}
      {...{ busy, refusal, broken, onClose }}
      onAct={() => void submit()}
    >
      <p>
        <Trans>
          Danh sách có {number(of.awards.length)} giải, trong đó {number(departures)} giải khác đề xuất. Khi đã trình, danh sách không sửa
          được trừ khi lãnh đạo trả lại.
        </Trans>
      </p>
    </Confirm>
  );
}

/** To everybody. */
export function Publish({ of, onDone, onClose }: Moving) {
  const toast = useToast();
  const { run, busy, refusal, broken } = useAct(PUBLISH_AWARDS);
  const publish = async () => {
    if ((await run({ decisionId: of.id, version: of.version })).kind !== 'done') return;
    toast(<Trans>Đã công bố kết quả.</Trans>);
    onDone();
  };
  return (
    <Confirm
      title={<Trans>Công bố kết quả cuộc thi</Trans>}
      act={<Trans>Công bố {number(of.awards.length)} giải</Trans>}
      keep={<Trans>Chưa công bố</Trans>}
      {...{ busy, refusal, broken, onClose }}
      onAct={() => void publish()}
    >
      <p>
        <Trans>
          Mọi người đọc được danh sách giải, tác giả nhận thông báo và cuộc thi sang bước đã công bố. Việc này không rút lại được.
        </Trans>
      </p>
    </Confirm>
  );
}
