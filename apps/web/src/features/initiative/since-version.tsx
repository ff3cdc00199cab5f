import { Trans } from '@lingui/react/macro';
import { useAsk } from '../../api/ask';
import { Answer } from '../../ui/note';
import { changesSince } from './changes';
import { Difference } from './difference';
import { type Dossier } from './dossier.query';
import { VERSION } from './versions.query';

/** What is written now beside what was sent in last, by word. */
export function SinceVersion({ dossier, versionId }: { readonly dossier: Dossier; readonly versionId: string }) {
  const asked = useAsk(VERSION, { id: versionId });
  return (
    <Answer of={asked}>
      {({ initiativeVersion: version }) =>
        version === null ? (
          <p>
            <Trans>Không có bản này.</Trans>
          </p>
        ) : (
          <Difference fields={changesSince(version, dossier)} heading="h3" />
        )
      }
    </Answer>
  );
}

/** The version that was sent in last, where there is one. */
export const lastVersion = ({ versions }: Pick<Dossier, 'versions'>) => versions.toSorted((a, b) => b.number - a.number)[0];
