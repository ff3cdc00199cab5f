import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import { Button } from '../../../ui/button';
import { day } from '../../../ui/format';
import { Icon } from '../../../ui/icon';
import { Download } from '../../../ui/icons';
import { Broken, Note } from '../../../ui/note';
import { DemoMark } from '../../../ui/state-mark';
import { PUBLIC_DOCUMENT, type PublicContest } from '../contest.query';
import styles from './documents.module.css';

type Paper = PublicContest['documents'][number];

/** The papers of a contest, to download. */
export function Documents({ of }: { readonly of: readonly Paper[] }) {
  const kinds = useDocumentKinds();
  if (of.length === 0)
    return (
      <p className="secondary">
        <Trans>Chưa có văn bản nào được công khai.</Trans>
      </p>
    );
  return (
    <ul className={styles.papers}>
      {of.map((paper) => (
        <li key={paper.id}>
          <div>
            <p>{paper.title}</p>
            <p className="caption">
              {kinds[paper.kind]} · <span className="num">{paper.number}</span> · <Trans>ngày {day(paper.issuedOn)}</Trans>{' '}
              {paper.illustrative && <DemoMark />}
            </p>
          </div>
          {paper.fileId === null ? (
            <span className="caption">
              <Trans>Chưa có tệp đính kèm</Trans>
            </span>
          ) : (
            <Fetch paper={paper} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** The address of a file is good for some minutes only, so that it is asked for when somebody wants the file. */
function Fetch({ paper }: { readonly paper: Paper }) {
  const { t } = useLingui();
  const client = useClient();
  const [state, setState] = useState<{ busy: boolean; error?: CombinedError; gone?: boolean }>({ busy: false });
  const title = paper.title;
  const fetchPaper = async () => {
    setState({ busy: true });
    const { data, error } = await client.query(PUBLIC_DOCUMENT, { id: paper.id }, { requestPolicy: 'network-only' }).toPromise();
    const url = data?.publicDocument?.url;
    setState({ busy: false, error, gone: !error && !url });
    if (url) location.assign(url);
  };
  return (
    <div>
      <Button busy={state.busy} aria-label={t`Tải về: ${title}`} onClick={() => void fetchPaper()}>
        <Icon of={Download} />
        <Trans>Tải về</Trans>
      </Button>
      {state.error && <Broken error={state.error} />}
      {state.gone && (
        <Note tone="soon" role="alert">
          <Trans>Văn bản này không còn được công khai.</Trans>
        </Note>
      )}
    </div>
  );
}

export function useDocumentKinds(): Readonly<Record<Paper['kind'], string>> {
  const { t } = useLingui();
  return {
    PLAN: t`Kế hoạch`,
    RULES: t`Thể lệ`,
    JURY_DECISION: t`Quyết định thành lập Ban Giám khảo`,
    RESULT_DECISION: t`Quyết định công nhận kết quả`,
    ROLLOUT_DECISION: t`Quyết định nhân rộng`,
    OTHER: t`Văn bản khác`,
  };
}
