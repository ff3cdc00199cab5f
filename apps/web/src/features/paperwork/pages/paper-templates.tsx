import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useClient } from 'urql';
import { useAsk } from '../../../api/ask';
import { useUnitsOf } from '../../../api/own-units';
import { may, useMe } from '../../../api/session';
import { Bar } from '../../../ui/bar';
import { Button } from '../../../ui/button';
import { dayAndClock } from '../../../ui/format';
import { Answer, Note } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { type TemplateKind } from '../paper.query';
import { FileButton } from '../../../ui/file-button';
import { BasesLeftOut, leavesOut } from '../parts/bases-left-out';
import { TemplateForm } from '../parts/template-form';
import { useTemplateKinds } from '../parts/words';
import styles from '../paperwork.module.css';
import { PAPER_TRIAL, TEMPLATES, type Template } from '../template.query';

/** How the papers of the office look, kind by kind. */
export function Page() {
  const { t } = useLingui();
  const unit = useUnitsOf('paper:read')[0];
  const kinds = useTemplateKinds();
  const [typing, setTyping] = useState<TemplateKind | null>(null);
  const asked = useAsk(TEMPLATES, { unitId: unit?.id ?? '' }, { pause: unit === undefined });
  const manages = may(useMe(), 'paper:manage');
  return (
    <>
      <Bar crumbs={[{ label: t`Văn bản`, link: { to: '/papers' } }, { label: t`Mẫu văn bản` }]} />
      <PageHead title={t`Mẫu văn bản`}>
        <Trans>Mỗi lần sửa là một lần của mẫu; văn bản đã lập giữ theo mẫu của nó cho đến khi được lập lại.</Trans>
      </PageHead>
      <Answer of={asked}>
        {({ paperTemplates }) => (
          <div className={styles.page}>
            {Object.entries(kinds).map(([key, word]) => {
              const kind = key as TemplateKind;
              const template = paperTemplates.find((one) => one.kind === kind) ?? null;
              return (
                <Panel key={kind} title={word}>
                  {typing === kind && unit ? (
                    <TemplateForm
                      of={{ unitId: unit.id, kind, unitName: unit.nameVi }}
                      template={template}
                      onClose={(saved) => {
                        setTyping(null);
                        if (saved) asked.again();
                      }}
                    />
                  ) : (
                    <Row
                      template={template}
                      onType={
                        manages
                          ? () => {
                              setTyping(kind);
                            }
                          : null
                      }
                    />
                  )}
                </Panel>
              );
            })}
          </div>
        )}
      </Answer>
    </>
  );
}

function Row({ template, onType }: { readonly template: Template | null; readonly onType: (() => void) | null }) {
  const client = useClient();
  const trial = async () => {
    const asked = client.query(PAPER_TRIAL, { templateId: template?.id ?? '' }, { requestPolicy: 'network-only' });
    return (await asked.toPromise()).data?.paperTrial?.url;
  };
  return (
    <>
      {template ? (
        <p>
          <Trans>
            Lần {template.number}, {dayAndClock(template.madeAt)}
          </Trans>
          {template.madeByName && ` – ${template.madeByName}`}. {template.issuer}, <span className="num">{template.symbol}</span>
        </p>
      ) : (
        <p>
          <Trans>Chưa có mẫu.</Trans>
        </p>
      )}
      {template && leavesOut(template.bases) && (
        <Note tone="soon">
          <BasesLeftOut bases={template.bases} />
        </Note>
      )}
      <p className={styles.acts}>
        {onType && <Button onClick={onType}>{template ? <Trans>Sửa mẫu</Trans> : <Trans>Lập mẫu</Trans>}</Button>}
        {template && (
          <FileButton ask={trial}>
            <Trans>In thử</Trans>
          </FileButton>
        )}
      </p>
    </>
  );
}
