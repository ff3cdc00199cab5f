import { type Frame } from './frame.js';
import { type Programme } from './programme.js';
import { boundsAt, level, serve, type Served } from './serve.js';
import { type Solver } from './solver.js';

/** Served, within the narrowest windows of loads: one, unless crossing limits leave several equally narrow. */
export interface Windows {
  readonly served: readonly Served[];
  readonly proven: boolean;
}

/** `levelled` says whether loads are to be as even as can be, or only within the bounds of each judge. */
export function windowsOf(frame: Frame, levelled: boolean, solver: Solver): Windows {
  const served = serve(frame);
  const easy = levelled ? evened(frame, served) : served;
  if (!frame.crossing.some((limits) => limits.length > 0)) return { served: [easy], proven: true };

  const first = solver.cheapest(programmeOf(frame, easy));
  if (first.kind === 'FOUND') return { served: [{ ...easy, chosen: first.chosen }], proven: true };
  const { places, minima, chosen } = solver.gaps(programmeOf(frame, { need: frame.need, low: frame.low, high: frame.high, chosen: [] }));
  const able: Served = {
    need: frame.need.map((need, at) => need - (places[at] ?? 0)),
    low: frame.low.map((low, at) => low - (minima[at] ?? 0)),
    high: frame.high,
    chosen,
  };
  return levelled ? widened(frame, able, solver) : { served: [able], proven: first.kind === 'INFEASIBLE' };
}

/** What the solver is to choose from, all pairs costing nothing. */
export function programmeOf(frame: Frame, served: Served): Programme {
  const limits = frame.nested.map((nested, initiative) => [...nested, ...(frame.crossing[initiative] ?? [])]);
  return { judges: frame.judges, need: served.need, low: served.low, high: served.high, allowed: frame.allowed, limits, cost: () => 0 };
}

function evened(frame: Frame, served: Served): Served {
  const { lowest, ceiling, chosen } = level(frame, served);
  return { need: served.need, low: boundsAt(frame, served, lowest), high: boundsAt(frame, served, ceiling), chosen };
}

/** Crossing limits may ask for more room than the flow does: from its window outwards, the first width at which there is an assignment. */
function widened(frame: Frame, served: Served, solver: Solver): Windows {
  const { lowest, ceiling } = level(frame, served);
  const most = Math.max(0, ...served.high.map((high, judge) => high + (frame.carried[judge] ?? 0)));
  let proven = true;
  for (let wider = 0; wider <= lowest + most - ceiling; wider += 1) {
    const open: Served[] = [];
    for (let down = 0; down <= Math.min(wider, lowest); down += 1) {
      const window = { ...served, low: boundsAt(frame, served, lowest - down), high: boundsAt(frame, served, ceiling + wider - down) };
      const outcome = solver.cheapest(programmeOf(frame, window));
      if (outcome.kind === 'FOUND') open.push({ ...window, chosen: outcome.chosen });
      if (outcome.kind === 'OUT_OF_TIME') proven = false;
    }
    if (open.length > 0) return { served: open, proven };
  }
  return { served: [served], proven };
}
