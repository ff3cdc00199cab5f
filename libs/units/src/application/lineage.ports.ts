import { Injectable } from '@nestjs/common';
import { type WhyNot } from '#lib/kernel';
import { type Act } from '#lib/platform';
import { type UnitLineage } from '../domain/unit-lineage.entity.js';

/** Whether something of another library rests on a link, so that it cannot be taken away. */
export type LineageUse = (act: Act, lineage: UnitLineage) => Promise<WhyNot>;

/** What libraries above the units say of what became of a unit. */
@Injectable()
export class LineagePorts {
  private readonly uses: LineageUse[] = [];

  /** `use` is asked before a link is taken away, in the act that does it. */
  registerUse(use: LineageUse): void {
    this.uses.push(use);
  }

  async whyNotRemove(act: Act, lineage: UnitLineage): Promise<WhyNot> {
    for (const use of this.uses) {
      const why = await use(act, lineage);
      if (why) return why;
    }
    return null;
  }
}
