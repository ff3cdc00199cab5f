import { type INestApplicationContext, type Type } from '@nestjs/common';
import { RIGHTS } from '#domain/identity';
import { Actor, type FixedClock, type Grant, type Role } from '#lib/kernel';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A grant as it was given: the role, the unit, and all units it reaches. */
export type GivenGrant = Omit<Grant, 'permissions'>;

/** The moment of a day in Asia/Ho_Chi_Minh. */
export const moment = (day: string, time = '09:00'): Date => new Date(`${day}T${time}:00+07:00`);

/** So many days on, at the same time of day; negative: back. */
export const daysOn = (from: Date, days: number): Date => new Date(from.getTime() + days * DAY_MS);

/** The demo season while it is loaded: the application, its clock, and who and what is there already, by the keys of the content. */
export class Season {
  private readonly units = new Map<string, string>();
  private readonly areas = new Map<string, string>();
  private readonly people = new Map<string, Actor>();
  private readonly initiatives = new Map<string, string>();

  constructor(
    private readonly app: INestApplicationContext,
    readonly clock: FixedClock,
  ) {}

  get<T>(service: Type<T>): T {
    return this.app.get(service, { strict: false });
  }

  /** From here on it is this moment. */
  at(moment: Date): void {
    this.clock.set(moment);
  }

  keepUnit(code: string, id: string): void {
    this.units.set(code, id);
  }

  keepArea(code: string, id: string): void {
    this.areas.set(code, id);
  }

  keepInitiative(key: string, id: string): void {
    this.initiatives.set(key, id);
  }

  /** A person acts with the grants that were given; nobody's session is opened for it. */
  keepPerson(key: string, id: string, grants: readonly GivenGrant[]): void {
    this.people.set(
      key,
      new Actor(
        id,
        grants.map((grant) => ({ ...grant, permissions: RIGHTS[grant.role] })),
      ),
    );
  }

  unit(code: string): string {
    return kept(this.units, code);
  }

  area(code: string): string {
    return kept(this.areas, code);
  }

  initiative(key: string): string {
    return kept(this.initiatives, key);
  }

  person(key: string): Actor {
    return kept(this.people, key);
  }

  grant(role: Role, unitCode: string): GivenGrant {
    const below =
      unitCode === CITY
        ? this.units.values()
        : unitCode === DISTRICT
          ? [...this.units].filter(([code]) => code !== CITY).map(([, id]) => id)
          : [];
    const unitId = this.unit(unitCode);
    return { role, unitId, unitIds: [...new Set([unitId, ...below])] };
  }
}

/** Under which a unit of 1/7/2025 is kept: its code is an older one's too. */
export const of2025 = (code: string): string => `2025/${code}`;

/** Codes that stand for the two highest units in the content. */
export const CITY = 'HN';
export const DISTRICT = '274';

function kept<T>(things: ReadonlyMap<string, T>, key: string): T {
  const found = things.get(key);
  if (found === undefined) throw new Error(`The demo season has no ${key} yet`);
  return found;
}
