import { type Role } from '#lib/kernel';

/** What each role permits, for the unit it is granted for and all below it. An administrator sees neither scores nor dossiers. */
export const RIGHTS: Readonly<Record<Role, readonly string[]>> = {
  ADMIN: ['account:manage', 'audit:read', 'grant:manage', 'person:read', 'unit:edit', 'unit:read'],
  COMMUNE_OFFICER: ['adoption:record', 'adoption:report', 'award:read', 'contest:read', 'rollout:read', 'unit:read'],
  JUDGE: ['award:read', 'conflict:declare', 'contest:read', 'rollout:read', 'scorecard:sign', 'unit:read'],
  LEADER: ['audit:read', 'award:approve', 'award:read', 'contest:decide', 'contest:read', 'initiative:read', 'person:read', 'rollout:read', 'standings:read', 'unit:read'],
  ORGANISER: [
    'adoption:record',
    'assignment:manage',
    'award:propose',
    'award:publish',
    'award:read',
    'award:record',
    'conflict:set',
    'contest:edit',
    'contest:read',
    'initiative:enter',
    'initiative:read',
    'initiative:screen',
    'jury:manage',
    'person:read',
    'report:approve',
    'rollout:manage',
    'rollout:read',
    'round:manage',
    'seat:manage',
    'standings:read',
    'unit:edit',
    'unit:read',
  ],
  SUBMITTER: ['award:read', 'contest:read', 'initiative:confirm', 'initiative:draft', 'initiative:read', 'initiative:submit', 'rollout:read', 'unit:read'],
};
