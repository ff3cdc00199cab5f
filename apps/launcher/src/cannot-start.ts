/** Why nothing was started, as one sentence in each language; whoever catches it prints it and leaves. */
export class CannotStart extends Error {
  readonly vietnamese: string;

  constructor(english: string, vietnamese: string) {
    super(english);
    this.name = 'CannotStart';
    this.vietnamese = vietnamese;
  }
}
