import { FlowNetwork } from './flow.js';
import { type Frame } from './frame.js';

const SOURCE = 0;

/** How many judges each initiative can get, between which loads, and one assignment that does so. */
export interface Served {
  readonly need: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly chosen: readonly number[];
}

/** The narrowest window of loads, started cards counted in, and an assignment within it. */
export interface Levelled {
  readonly lowest: number;
  readonly ceiling: number;
  readonly chosen: readonly number[];
}

/**
 * Fills as many places as can be filled, what is missing shared out as evenly as it can be; then gives judges their minimum, as far as that is possible.
 * Both are maximum flows, so nothing better exists. Limits that cross are not seen here.
 */
export function serve(frame: Frame): Served {
  const all = new Places(frame);
  for (const [judge, high] of frame.high.entries()) all.openJudge(judge, high);
  for (let level = 1; level <= frame.need.reduce((most, need) => Math.max(most, need), 0); level += 1) {
    for (const [initiative, need] of frame.need.entries()) all.openInitiative(initiative, Math.min(need, level));
    all.fill();
  }
  const need = frame.need.map((_, initiative) => all.placesOf(initiative));

  const places = opened(frame, need);
  for (const [judge, low] of frame.low.entries()) places.openJudge(judge, low);
  places.fill();
  const low = frame.low.map((_, judge) => places.loadOf(judge));
  for (const [judge, high] of frame.high.entries()) places.openJudge(judge, high);
  places.fill();
  return { need, low, high: frame.high, chosen: places.chosen() };
}

/**
 * The narrowest window of loads: nobody is above it but who must be, nobody below it but who may not carry more.
 * Loads of maximum flows form an M-convex set, in which one and the same member has the lowest highest and the highest lowest load (Frank & Murota 2022);
 * so the two ends are found one by one, by raising the water level.
 */
export function level(frame: Frame, served: Served): Levelled {
  const places = opened(frame, served.need);
  const wanted = served.need.reduce((total, need) => total + need, 0);
  const capped = (water: number) => boundsAt(frame, served, water);
  const flowAt = (water: number) => {
    const caps = capped(water);
    for (const [judge, cap] of caps.entries()) places.openJudge(judge, cap);
    places.fill();
    return { flow: caps.reduce((total, _, judge) => total + places.loadOf(judge), 0), room: caps.reduce((total, cap) => total + cap, 0) };
  };

  const highest = served.high.reduce((most, high, judge) => Math.max(most, high + (frame.carried[judge] ?? 0)), 0);
  flowAt(0);
  const floor = search(places, 0, highest, (water) => {
    const { flow, room } = flowAt(water);
    return flow < room;
  });
  const lowest = floor === 0 ? 0 : floor - 1;
  flowAt(lowest);
  const ceiling = search(places, lowest, highest, (water) => flowAt(water).flow === wanted);
  flowAt(ceiling);
  return { lowest, ceiling, chosen: places.chosen() };
}

/** The load of each judge, on top of what was started, where all carry `water`, but for those who must carry more or may only carry less. */
export function boundsAt({ carried }: Frame, served: Served, water: number): number[] {
  return served.high.map((high, judge) => Math.min(high, Math.max(served.low[judge] ?? 0, water - (carried[judge] ?? 0))));
}

/** The first of `from..to` where `reached` holds, which then holds for all after it; `to + 1` where it never does. Leaves the flow of a level at which it did not. */
function search(places: Places, from: number, to: number, reached: (water: number) => boolean): number {
  let [first, past] = [from, to + 1];
  while (first < past) {
    const middle = Math.floor((first + past) / 2);
    const before = places.snapshot();
    if (reached(middle)) {
      past = middle;
      places.restore(before);
    } else first = middle + 1;
  }
  return first;
}

function opened(frame: Frame, need: readonly number[]): Places {
  const places = new Places(frame);
  for (const [initiative, count] of need.entries()) places.openInitiative(initiative, count);
  return places;
}

/** The flow from initiatives to judges, through a node for each nested limit; closed at both ends until opened. */
class Places {
  private readonly network: FlowNetwork;
  private readonly sink: number;
  private readonly into: number[];
  private readonly outOf: number[];
  private readonly arcs: { pair: number; arc: number }[] = [];

  constructor(frame: Frame) {
    const { initiatives, judges } = frame;
    this.sink = initiatives + judges + 1;
    this.network = new FlowNetwork(this.sink + 1 + frame.nested.reduce((count, limits) => count + limits.length, 0));
    this.into = frame.need.map((_, initiative) => this.network.connect(SOURCE, initiative + 1, 0));
    this.outOf = frame.high.map((_, judge) => this.network.connect(initiatives + 1 + judge, this.sink, 0));

    let node = this.sink;
    for (const [initiative, limits] of frame.nested.entries()) {
      const gates: { judges: ReadonlySet<number>; node: number }[] = [];
      // Limits come from the largest to the smallest, so that the last gate holding a judge is the nearest one.
      const behind = (judge: number | undefined) =>
        gates.findLast(({ judges: held }) => judge !== undefined && held.has(judge))?.node ?? initiative + 1;
      for (const { judges: held, atMost } of limits) {
        node += 1;
        this.network.connect(behind([...held][0]), node, atMost);
        gates.push({ judges: held, node });
      }
      for (let judge = 0; judge < judges; judge += 1) {
        const pair = initiative * judges + judge;
        if (frame.allowed[pair]) this.arcs.push({ pair, arc: this.network.connect(behind(judge), initiatives + 1 + judge, 1) });
      }
    }
  }

  openInitiative(initiative: number, places: number): void {
    this.network.setCapacity(this.into[initiative] ?? 0, places);
  }

  openJudge(judge: number, places: number): void {
    this.network.setCapacity(this.outOf[judge] ?? 0, places);
  }

  fill(): void {
    this.network.augment(SOURCE, this.sink);
  }

  placesOf(initiative: number): number {
    return this.network.flowOn(this.into[initiative] ?? 0);
  }

  loadOf(judge: number): number {
    return this.network.flowOn(this.outOf[judge] ?? 0);
  }

  chosen(): number[] {
    return this.arcs.filter(({ arc }) => this.network.flowOn(arc) > 0).map(({ pair }) => pair);
  }

  snapshot(): readonly number[] {
    return this.network.snapshot();
  }

  restore(snapshot: readonly number[]): void {
    this.network.restore(snapshot);
  }
}
