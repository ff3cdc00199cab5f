/** A share of fewer ratings is published of nobody. */
export const FEWEST_PUBLISHED = 10;

/** Within the offices a share is read from so many on. */
export const FEWEST_READ = 5;

/**
 * Which parts of a shown whole are hidden: those of fewer than ten, and then the next smallest, until what is hidden is at least two parts and ten
 * ratings together. Else whoever subtracts what is shown from the whole would have the share of a few. A part of none hides nothing.
 */
export function hiddenParts(sizes: readonly number[]): boolean[] {
  const hidden = sizes.map((size) => size > 0 && size < FEWEST_PUBLISHED);
  const smallestFirst = [...sizes.keys()].filter((at) => (sizes[at] ?? 0) > 0).sort((a, b) => (sizes[a] ?? 0) - (sizes[b] ?? 0));
  const [parts, together] = [() => hidden.filter(Boolean).length, () => sizes.reduce((sum, size, at) => sum + (hidden[at] ? size : 0), 0)];
  for (const at of smallestFirst) {
    if (parts() === 0 || (parts() > 1 && together() >= FEWEST_PUBLISHED)) break;
    hidden[at] = true;
  }
  return hidden;
}

/** A whole and what it falls into, down to what was counted. */
export interface Branch<B> {
  readonly size: number;
  readonly parts: readonly B[];
}

/** The branches of a whole that are shown. Each is held against its own parts, and what is hidden hides all that it falls into. */
export function shownOf<B extends Branch<B>>(whole: B): ReadonlySet<B> {
  const shown = new Set<B>();
  const show = (branch: B): void => {
    shown.add(branch);
    const hidden = hiddenParts(branch.parts.map(({ size }) => size));
    branch.parts.forEach((part, at) => {
      if (!hidden[at]) show(part);
    });
  };
  if (whole.size >= FEWEST_PUBLISHED) show(whole);
  return shown;
}
