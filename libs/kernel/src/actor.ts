export type Locale = 'vi' | 'en';

export const ROLES = ['SUBMITTER', 'JUDGE', 'ORGANISER', 'LEADER', 'COMMUNE_OFFICER', 'ADMIN'] as const;
export type Role = (typeof ROLES)[number];

/** One role a person holds now: what it permits, and the units it reaches (its unit and all below it). */
export interface Grant {
  readonly role: Role;
  readonly unitId: string;
  readonly unitIds: readonly string[];
  readonly permissions: readonly string[];
}

const SYSTEM_ID = '00000000-0000-7000-8000-000000000000';

/** Who acts: a signed-in person with the grants in force, or the system's clock. */
export class Actor {
  private readonly permitted: ReadonlySet<string>;

  constructor(
    readonly id: string,
    readonly grants: readonly Grant[],
    readonly locale: Locale = 'vi',
    readonly sessionId: string | null = null,
  ) {
    this.permitted = new Set(grants.flatMap((grant) => grant.permissions));
  }

  /** The clock and the seed act as the system: nobody signs in as it. */
  get isSystem(): boolean {
    return this.id === SYSTEM_ID;
  }

  /** True where any grant permits it; `self` is what every signed-in person may do. */
  can(permission: string): boolean {
    return this.isSystem || permission === 'self' || this.permitted.has(permission);
  }

  hasRole(role: Role): boolean {
    return this.grants.some((grant) => grant.role === role);
  }

  /** The ids of the units for which this permission is held. Empty: for none. */
  unitsFor(permission: string): string[] {
    return [...new Set(this.grants.filter((grant) => grant.permissions.includes(permission)).flatMap((grant) => grant.unitIds))];
  }

  /** True where the permission is held for this unit; the system's reach is everywhere. */
  covers(permission: string, unitId: string): boolean {
    return this.isSystem || this.grants.some((grant) => grant.permissions.includes(permission) && grant.unitIds.includes(unitId));
  }
}

/** Signs what the clock does: phases that advance, reminders, sweeps. It is nobody's account. */
export const SYSTEM = new Actor(SYSTEM_ID, []);
