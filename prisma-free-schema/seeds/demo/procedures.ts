import { SYSTEM } from '#lib/kernel';
import { ProcedureService } from '#lib/procedure';
import { procedures } from '../content/index.js';
import { type Season, moment } from './season.js';
import { type Timeline } from './timeline.js';

/** A few procedures of the catalogue, one of which has not been checked for long; each at the moment of its check. */
export function planProcedures(season: Season, timeline: Timeline): void {
  for (const procedure of procedures)
    timeline.add(moment(procedure.checkedOn, '09:00'), async () => {
      await season.get(ProcedureService).writeProcedure(SYSTEM, { ...procedure, illustrative: true });
    });
}
