import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file of the project by its path from the root, from sources and from `dist` alike. */
export function projectFile(path: string): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return join(folder, path);
    if (folder === dirname(folder)) throw new Error(`No package.json above ${import.meta.dirname}`);
  }
}
