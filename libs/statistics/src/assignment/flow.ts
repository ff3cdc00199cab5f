/** A network of whole capacities and its maximum flow (Dinic 1970). No kept package has one that can be raised and augmented step by step. */
export class FlowNetwork {
  private readonly heads: number[] = [];
  private readonly room: number[] = [];
  private readonly arcsOf: number[][];
  private readonly level: Int32Array;
  private readonly next: Int32Array;

  constructor(nodes: number) {
    this.arcsOf = Array.from({ length: nodes }, () => []);
    this.level = new Int32Array(nodes);
    this.next = new Int32Array(nodes);
  }

  /** The arc's number, for `flowOn` and `setCapacity`. */
  connect(from: number, to: number, capacity: number): number {
    const arc = this.heads.length;
    this.heads.push(to, from);
    this.room.push(capacity, 0);
    this.arcsOf[from]?.push(arc);
    this.arcsOf[to]?.push(arc + 1);
    return arc;
  }

  flowOn(arc: number): number {
    return this.room[arc + 1] ?? 0;
  }

  /** Never below the flow there is. */
  setCapacity(arc: number, capacity: number): void {
    this.room[arc] = capacity - this.flowOn(arc);
  }

  /** Adds to the flow what can be added, and says how much. Flow out of the source and into the sink never shrinks on an arc. */
  augment(source: number, sink: number): number {
    let added = 0;
    while (this.layer(source, sink)) {
      this.next.fill(0);
      for (let pushed = this.push(source, sink, Infinity); pushed > 0; pushed = this.push(source, sink, Infinity)) added += pushed;
    }
    return added;
  }

  snapshot(): readonly number[] {
    return this.room.slice();
  }

  restore(snapshot: readonly number[]): void {
    for (const [arc, room] of snapshot.entries()) this.room[arc] = room;
  }

  private layer(source: number, sink: number): boolean {
    const { level } = this;
    level.fill(-1);
    level[source] = 0;
    const queue = [source];
    for (const node of queue) {
      for (const arc of this.arcsOf[node] ?? []) {
        const head = this.heads[arc] ?? source;
        if (level[head] !== -1 || !this.room[arc]) continue;
        level[head] = (level[node] ?? 0) + 1;
        queue.push(head);
      }
    }
    return level[sink] !== -1;
  }

  /** Recursion is as deep as a layered path is long: a few steps for each level of limits and each exchange of judges. */
  private push(node: number, sink: number, most: number): number {
    if (node === sink) return most;
    const arcs = this.arcsOf[node] ?? [];
    for (let at = this.next[node] ?? 0; at < arcs.length; this.next[node] = ++at) {
      const arc = arcs[at] ?? 0;
      const head = this.heads[arc] ?? sink;
      const room = this.room[arc] ?? 0;
      if (room === 0 || this.level[head] !== (this.level[node] ?? 0) + 1) continue;
      const pushed = this.push(head, sink, Math.min(most, room));
      if (pushed === 0) continue;
      this.room[arc] = room - pushed;
      this.room[arc ^ 1] = (this.room[arc ^ 1] ?? 0) + pushed;
      return pushed;
    }
    return 0;
  }
}
