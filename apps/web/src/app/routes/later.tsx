import { createRoute } from '@tanstack/react-router';
import { pages as notice } from '../../features/notice';
import { page } from '../page';
import { PATHS } from '../paths';
import { inside } from './base';

const later = page(notice.texts, notice.noPageYet);
const assignments = createRoute({ getParentRoute: () => inside, path: PATHS.roundAssignments, component: later });

/** Promised by notices, and not built yet. */
export const laterRoutes = [assignments] as const;
