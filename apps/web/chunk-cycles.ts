import { type Plugin } from 'vite';

/**
 * Fails the build where two files of it import one another: which of them runs first is then chance, and a page throws before it shows
 * anything. It happens where a part that stands in `PARTS` of the configuration needs something that does not.
 */
export const chunkCycles: Plugin = {
  name: 'chunk-cycles',
  generateBundle(_, bundle) {
    const importsOf = (file: string): readonly string[] => {
      const chunk = bundle[file];
      return chunk?.type === 'chunk' ? chunk.imports : [];
    };
    const done = new Set<string>();
    const visit = (file: string, above: readonly string[]): void => {
      if (above.includes(file)) this.error(`These files import one another: ${[...above.slice(above.indexOf(file)), file].join(' → ')}`);
      if (done.has(file)) return;
      for (const next of importsOf(file)) visit(next, [...above, file]);
      done.add(file);
    };
    for (const file of Object.keys(bundle)) visit(file, []);
  },
};
