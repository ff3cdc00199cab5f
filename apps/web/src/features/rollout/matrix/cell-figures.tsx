import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useWhole } from '../../../api/ask-whole';
import { day, named } from '../../../ui/format';
import { Note } from '../../../ui/note';
import { CELL_FIGURES } from '../figure.query';
import { SourceTable } from '../parts/source-table';

interface FiguresProps {
  readonly indicator: {
    readonly id: string;
    readonly nameVi: string;
    readonly nameEn: string;
    readonly unitVi: string;
    readonly unitEn: string;
  };
  readonly at: { readonly rolloutId: string; readonly unitId: string; readonly asOf: string };
  readonly canRecord: boolean;
  readonly again: () => void;
}

/** What each source says of one indicator in this commune; those that disagree stand beside each other, and both stay. */
export function CellFigures({ indicator, at: { rolloutId, unitId, asOf }, canRecord, again }: FiguresProps) {
  const asked = useWhole(CELL_FIGURES, { indicatorId: indicator.id, unitId, upTo: asOf }, 'figures');
  const part = asked.data?.cumulative.lines[0]?.parts.find(({ figures }) => figures.length > 0);
  const verifiable = new Set(asked.data?.figures.edges.flatMap(({ node }) => (node.canVerify ? [node.id] : [])));
  if (!asked.data) return null;
  return (
    <section>
      <h3>{named(indicator)}</h3>
      {part?.figures.some(({ disputedBy }) => disputedBy.length > 0) && (
        <Note tone="soon">
          <strong>
            <Trans>Hai nguồn khác nhau, giữ cả hai.</Trans>
          </strong>
        </Note>
      )}
      {part ? (
        <SourceTable
          figures={part.figures}
          system={part.system}
          unit={named({ nameVi: indicator.unitVi, nameEn: indicator.unitEn })}
          verifiable={verifiable}
          again={() => {
            asked.again();
            again();
          }}
        />
      ) : (
        <p className="secondary">
          <Trans>Chưa có số liệu đến {day(asOf)}.</Trans>
        </p>
      )}
      {canRecord && (
        <p>
          <Link to="/rollouts/$rolloutId/figures" params={{ rolloutId }} search={{ indicator: indicator.id, unit: unitId }}>
            <Trans>Ghi số liệu của nguồn khác</Trans>
          </Link>
        </p>
      )}
    </section>
  );
}
