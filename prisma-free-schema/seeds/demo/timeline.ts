import { type Season } from './season.js';

interface Entry {
  readonly at: Date;
  readonly act: () => Promise<void>;
}

/** Acts that were written down by subject and are played in the order of their moments. */
export class Timeline {
  private readonly entries: Entry[] = [];

  add(at: Date, act: () => Promise<void>): void {
    this.entries.push({ at, act });
  }

  /** Of two acts of one moment the one added first goes first. */
  async play(season: Season): Promise<void> {
    for (const { at, act } of this.entries.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
      season.at(at);
      await act();
    }
  }
}
