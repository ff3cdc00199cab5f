import { type Autosave } from '../../ui/use-autosave';
import { type BesideDossier } from './beside-dossier.query';
import { type Dossier } from './dossier.query';
import { type DossierFields } from './use-dossier';
import { type Uploads } from '../../api/uploads';

/** A dossier while it is written: what every step reads and changes. */
export interface Editing {
  readonly dossier: Dossier;
  readonly autosave: Autosave<DossierFields>;
  readonly limits: BesideDossier['initiativeLimits'] | undefined;
  readonly areas: NonNullable<BesideDossier['contest']>['areas'] | undefined;
  /** What is wrong with the field of a path: refused now, or missing where the step was already left. */
  readonly errorOf: (path: string) => string | null;
  /** Files on their way go on while another step is written. */
  readonly uploads: Uploads;
  readonly again: () => void;
}
