import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { type VariablesOf, graphql } from '../../../api/graphql';
import { refusalParts } from '../../../api/refusal';
import { Button } from '../../../ui/button';
import { CheckField, TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { Note } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import styles from './account.module.css';

const CREATE = graphql(
  `
    mutation CreateAccessToken($input: CreateAccessTokenInput!) {
      answer: createAccessToken(input: $input) {
        __typename
        ... on AccessToken {
          id
          token
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

type Scope = VariablesOf<typeof CREATE>['input']['scopes'][number];

/** For programs: a token with an end and with no more than it needs. */
export function TokensPanel() {
  const [open, setOpen] = useState(false);
  const [token, setToken] = useState<string | null>(null);
  return (
    <Panel title={<Trans>Mã truy cập cho chương trình</Trans>}>
      <div className={styles.stack}>
        <p>
          <Trans>Một chương trình dùng mã này thay cho mật khẩu, chỉ làm được những việc đã chọn và chỉ đến ngày hết hạn.</Trans>
        </p>
        {token && (
          <Note tone="soon" role="status">
            <p>
              <Trans>Mã truy cập, chỉ hiện một lần này:</Trans>
            </p>
            <p className={styles.secret}>{token}</p>
          </Note>
        )}
        {open ? (
          <TokenForm
            onBack={() => {
              setOpen(false);
            }}
            onDone={(made) => {
              setToken(made);
              setOpen(false);
            }}
          />
        ) : (
          <div>
            <Button
              onClick={() => {
                setOpen(true);
              }}
            >
              <Trans>Tạo mã truy cập</Trans>
            </Button>
          </div>
        )}
      </div>
    </Panel>
  );
}

function useScopeNames(): readonly (readonly [Scope, string])[] {
  const { t } = useLingui();
  return [
    ['CONTEST_READ', t`Xem cuộc thi`],
    ['CONTEST_WRITE', t`Làm việc với cuộc thi`],
    ['INITIATIVE_READ', t`Xem sáng kiến`],
    ['INITIATIVE_WRITE', t`Làm việc với sáng kiến`],
    ['SCORING_READ', t`Xem việc chấm`],
    ['SCORING_WRITE', t`Chấm và phân công`],
    ['AWARD_READ', t`Xem giải thưởng`],
    ['AWARD_WRITE', t`Làm việc với giải thưởng`],
    ['ROLLOUT_READ', t`Xem việc nhân rộng`],
    ['ROLLOUT_WRITE', t`Báo cáo việc nhân rộng`],
    ['PROCEDURE_READ', t`Xem danh mục thủ tục, giấy phép`],
    ['PROCEDURE_WRITE', t`Cập nhật danh mục thủ tục, giấy phép`],
    ['FEEDBACK_READ', t`Xem các quầy và đánh giá của người dân`],
    ['RECOGNITION_READ', t`Xem đề nghị công nhận sáng kiến`],
    ['RECOGNITION_WRITE', t`Đề nghị, xét công nhận sáng kiến`],
    ['PILOT_READ', t`Xem các thí điểm`],
    ['PILOT_WRITE', t`Lập, đăng ký, kết thúc thí điểm; nhập hồ sơ thí điểm`],
    ['HANDOVER_READ', t`Xem việc trả kết quả tại nhà`],
    ['HANDOVER_WRITE', t`Ghi việc trả kết quả tại nhà, soạn mẫu thư`],
    ['EMULATION_READ', t`Xem hồ sơ thi đua, khen thưởng`],
    ['EMULATION_WRITE', t`Kê khai, xác nhận thành tích`],
    ['REFORM_READ', t`Xem chỉ số cải cách hành chính`],
    ['REFORM_WRITE', t`Chấm điểm chỉ số, quản lý bộ tiêu chí`],
    ['PAPERWORK_READ', t`Xem văn bản của cơ quan`],
    ['PAPERWORK_WRITE', t`Lập, chốt, vào sổ văn bản`],
    ['FEEDBACK_WRITE', t`Mở, sửa, đóng quầy; tạo phiếu đánh giá; quyết định về đánh giá bị giữ lại`],
    ['FILES_READ', t`Tải tệp xuống`],
    ['FILES_WRITE', t`Gửi tệp lên`],
    ['NOTICE_READ', t`Xem thông báo`],
    ['NOTICE_WRITE', t`Đánh dấu thông báo`],
    ['JOBS_READ', t`Xem công việc chạy nền`],
    ['JOBS_WRITE', t`Dừng công việc chạy nền`],
    ['UNITS_READ', t`Xem đơn vị`],
    ['UNITS_WRITE', t`Sửa đơn vị`],
    ['IDENTITY_READ', t`Xem người và chức vụ`],
  ];
}

function TokenForm({ onDone, onBack }: { readonly onDone: (token: string | null) => void; readonly onBack: () => void }) {
  const [label, setLabel] = useState('');
  const [until, setUntil] = useState('');
  const [scopes, setScopes] = useState<readonly Scope[]>([]);
  const create = useAct(CREATE);
  const names = useScopeNames();
  const submit = async () => {
    const expiresAt = until === '' ? '' : `${until}T23:59:59+07:00`;
    const outcome = await create.run({ label, expiresAt, scopes: [...scopes] });
    if (outcome.kind === 'done') onDone(outcome.result.token);
  };
  return (
    <Form onSubmit={() => void submit()} refusal={create.refusal} broken={create.broken}>
      <TextField
        label={<Trans>Tên chương trình</Trans>}
        name="label"
        value={label}
        onChange={setLabel}
        error={errorAt(create.refusal, 'label')}
        autoFocus
      />
      <TextField
        label={<Trans>Dùng đến hết ngày</Trans>}
        hint={<Trans>Nhiều nhất một năm kể từ hôm nay.</Trans>}
        name="expiresAt"
        type="date"
        value={until}
        onChange={setUntil}
        error={errorAt(create.refusal, 'expiresAt')}
      />
      <fieldset>
        <legend>
          <strong>
            <Trans>Chương trình được làm gì</Trans>
          </strong>
        </legend>
        {errorAt(create.refusal, 'scopes') && <p>{errorAt(create.refusal, 'scopes')}</p>}
        <div className={styles.scopes}>
          {names.map(([scope, name]) => (
            <CheckField
              key={scope}
              label={name}
              name={`scopes.${scope}`}
              checked={scopes.includes(scope)}
              onChange={(on) => {
                setScopes((was) => (on ? [...was, scope] : was.filter((other) => other !== scope)));
              }}
            />
          ))}
        </div>
      </fieldset>
      <FormActs>
        <Button type="submit" kind="primary" busy={create.busy}>
          <Trans>Tạo mã truy cập</Trans>
        </Button>
        <Button onClick={onBack}>
          <Trans>Không tạo</Trans>
        </Button>
      </FormActs>
    </Form>
  );
}
