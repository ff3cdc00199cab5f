import { BY_ITSELF } from './by-itself';
import { CONTEST_ACTS } from './contest';
import { JUDGING_ACTS } from './judging';
import { OFFICE_ACTS } from './office';
import { PEOPLE_ACTS } from './people';
import { PRIZES_ACTS } from './prizes';
import { SERVICES_ACTS } from './services';

export { SUBJECTS } from './subjects';

/** What people call each act that the log names: an operation of the API by its name, and what the system does by itself. */
export const ACTS = { ...PEOPLE_ACTS, ...OFFICE_ACTS, ...CONTEST_ACTS, ...JUDGING_ACTS, ...PRIZES_ACTS, ...SERVICES_ACTS, ...BY_ITSELF };
