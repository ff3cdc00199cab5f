/** What was measured: of each part its rows, and remarks. Shown as it comes, or as JSON at the end. */
export class Report {
  private readonly parts: { part: string; rows: Record<string, unknown>[]; remarks: string[] }[] = [];

  constructor(private readonly asJson: boolean) {}

  begin(part: string, remark: string): void {
    this.parts.push({ part, rows: [], remarks: [remark] });
    this.print(`\n${part}: ${remark}`);
  }

  /** A row under its head; the head is printed before the first. */
  row(row: Readonly<Record<string, string | number | null>>): void {
    const rows = this.parts.at(-1)?.rows ?? [];
    if (rows.length === 0)
      this.print(
        Object.keys(row)
          .map((name, at) => padded(name, at))
          .join(' '),
      );
    rows.push(row);
    this.print(
      Object.values(row)
        .map((value, at) => padded(shown(value), at))
        .join(' '),
    );
  }

  remark(text: string): void {
    this.parts.at(-1)?.remarks.push(text);
    this.print(text);
  }

  end(): void {
    if (this.asJson) process.stdout.write(`${JSON.stringify(this.parts, null, 2)}\n`);
  }

  private print(line: string): void {
    (this.asJson ? process.stderr : process.stdout).write(`${line}\n`);
  }
}

/** Names stand left, numbers right. */
const padded = (text: string, at: number): string => (at === 0 ? text.padEnd(24) : text.padStart(11));

const shown = (value: string | number | null): string =>
  value === null ? '–' : typeof value === 'string' ? value : value >= 100 || Number.isInteger(value) ? value.toFixed(0) : value.toFixed(2);
