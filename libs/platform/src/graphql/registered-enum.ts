import { registerEnumType } from '@nestjs/graphql';

/** An enum of what the libraries register by name, each with what it means; all of it before the schema is made. */
export class RegisteredEnum {
  /** As fields take it. */
  readonly values: Readonly<Record<string, string>>;
  private readonly named: Record<string, string> = {};
  private readonly meanings: Record<string, { description: string }> = {};

  constructor(name: string, description: string) {
    this.values = this.named;
    registerEnumType(this.named, { name, description, valuesMap: this.meanings });
  }

  /** The schema calls it by a name of its letters alone: `frozenPaper` for `frozen-paper`. */
  add(value: string, meaning: string): void {
    const name = value.replace(/[^a-zA-Z]+(.)/g, (_, letter: string) => letter.toUpperCase());
    this.named[name] = value;
    this.meanings[name] = { description: meaning };
  }
}
