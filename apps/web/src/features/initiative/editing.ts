import { type ResultOf } from '../../api/graphql';
import { type Autosave } from '../../ui/use-autosave';
import { type Dossier, type LIMITS } from './dossier.query';
import { type DossierFields } from './use-dossier';
import { type Uploads } from '../../api/uploads';

type Limits = ResultOf<typeof LIMITS>;

/** A dossier while it is written: what every step reads and changes. */
export interface Editing {
  readonly dossier: Dossier;
  readonly autosave: Autosave<DossierFields>;
  readonly limits: Limits['initiativeLimits'] | undefined;
  readonly areas: NonNullable<Limits['contest']>['areas'] | undefined;
  /** What is wrong with the field of a path: refused now, or missing where the step was already left. */
  readonly errorOf: (path: string) => string | null;
  /** Files on their way go on while another step is written. */
  readonly uploads: Uploads;
  readonly again: () => void;
}
