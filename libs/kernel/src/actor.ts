import { type WhyNot } from './refused.js';

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

/** What something does with what it reaches. */
export type Way = 'READ' | 'WRITE';

/** An operation as the guard knows it. */
export interface GuardedOperation {
  /** `noun:verb`, or `self`. */
  readonly permission: string;
  /** Said by what is open to anyone signed in; what names a permission is known by its noun. */
  readonly context: string | null;
  readonly way: Way;
  /** By it one gets one's second factor, or goes. */
  readonly beforeSecondFactor: boolean;
}

/** What a session may do at most, whatever its person may. */
export interface SessionLimit {
  whyNot(operation: GuardedOperation): WhyNot;
  /** Whether this may be done in the context; no way named: whether anything of it is within the limit. */
  reaches(context: string, way?: Way): boolean;
}

/** How somebody is signed in; without a limit they may do all that they may. */
export interface ActorSession {
  readonly id: string;
  readonly limit: SessionLimit | null;
}

/** Who acts: a signed-in person with the grants in force, or the system's clock. */
export class Actor {
  private readonly permitted: ReadonlySet<string>;

  constructor(
    readonly id: string,
    readonly grants: readonly Grant[],
    readonly locale: Locale = 'vi',
    private readonly session: ActorSession | null = null,
  ) {
    this.permitted = new Set(grants.flatMap((grant) => grant.permissions));
  }

  get sessionId(): string | null {
    return this.session?.id ?? null;
  }

  /** Null: none. */
  get limit(): SessionLimit | null {
    return this.session?.limit ?? null;
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

  /** The same, once a unit was put below another: what reaches the one reaches the other, too. */
  reachingBelow(parentId: string, unitId: string): Actor {
    const grown = this.grants.map((grant) =>
      grant.unitIds.includes(parentId) ? { ...grant, unitIds: [...grant.unitIds, unitId] } : grant,
    );
    return new Actor(this.id, grown, this.locale, this.session);
  }

  /** True where the permission is held for this unit; the system's reach is everywhere. */
  covers(permission: string, unitId: string): boolean {
    return this.isSystem || this.grants.some((grant) => grant.permissions.includes(permission) && grant.unitIds.includes(unitId));
  }
}

/** Signs what the clock does: phases that advance, reminders, sweeps. It is nobody's account. */
export const SYSTEM = new Actor(SYSTEM_ID, []);
