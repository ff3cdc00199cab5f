import { type ModelData } from 'highs';

/** A linear programme while it is being written down, column by column. */
export class Sketch {
  private readonly rowLower: number[] = [];
  private readonly rowUpper: number[] = [];
  private readonly colCost: number[] = [];
  private readonly colUpper: number[] = [];
  private readonly starts: number[] = [0];
  private readonly indices: number[] = [];
  private readonly values: number[] = [];

  get columns(): number {
    return this.colCost.length;
  }

  row(lower: number, upper: number): number {
    this.rowLower.push(lower);
    return this.rowUpper.push(upper) - 1;
  }

  /** A variable from 0 to `upper`; `entries` name the rows it stands in. */
  column(cost: number, upper: number, entries: readonly (readonly [row: number, value: number])[]): number {
    for (const [row, value] of entries) {
      this.indices.push(row);
      this.values.push(value);
    }
    this.starts.push(this.indices.length);
    this.colUpper.push(upper);
    return this.colCost.push(cost) - 1;
  }

  data(whole: boolean): ModelData {
    const { colCost, colUpper, rowLower, rowUpper, starts, indices, values } = this;
    const [numCols, numRows] = [colCost.length, rowLower.length];
    return {
      numCols,
      numRows,
      colCost,
      colLower: new Float64Array(numCols),
      colUpper,
      rowLower,
      rowUpper,
      matrix: { format: 'csc', numRows, numCols, starts, indices, values },
      ...(whole ? { integrality: new Int32Array(numCols).fill(1) } : {}),
    };
  }
}
