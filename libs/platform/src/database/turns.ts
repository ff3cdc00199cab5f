import { ConnectionLost } from './connection-lost.js';
import { patience } from './waits.js';

/** So many at a time, the others in the order they came. Who has waited too long is refused, as where no connection is free. */
export class Turns {
  private readonly waiting: (() => void)[] = [];

  constructor(
    private free: number,
    private readonly waitMs: number,
  ) {}

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free -= 1;
    else await this.turn();
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.free += 1;
    }
  }

  private turn(): Promise<void> {
    return new Promise((resolve, reject) => {
      const mine = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(mine), 1);
        reject(new ConnectionLost('NOTHING_WRITTEN', 'all acts at once are under way'));
      }, patience.getStore()?.connection ?? this.waitMs);
      this.waiting.push(mine);
    });
  }
}
