/** Where chance comes from. Injected, so that a test can say how the lot falls. */
export abstract class Randomness {
  /** A whole number from 0 to 2,147,483,647, each as likely as another. */
  abstract seed(): number;
}

export class SystemRandomness extends Randomness {
  seed(): number {
    const [word = 0] = crypto.getRandomValues(new Uint32Array(1));
    return word >>> 1;
  }
}
