import { LockMode } from '@mikro-orm/core';
import { Inject, Injectable } from '@nestjs/common';
import { Unit } from '#domain/units';
import { Refused, SYSTEM } from '#lib/kernel';
import { type Act, CONFIG, type Config, UnitOfWork } from '#lib/platform';
import { UnitService } from '#lib/units';
import { Account } from '../domain/account.entity.js';
import { OneTimeLink } from '../domain/one-time-link.entity.js';
import { hashToken, newToken } from '../domain/token.js';
import { AdmissionService } from './admission.service.js';

export interface FirstAdministratorOrder {
  readonly token: string;
  readonly fullName: string;
  readonly email: string;
  readonly password: string;
  /** The district's name, where no unit is there yet. */
  readonly unitNameVi: string;
  readonly unitNameEn: string;
}

/** How a new installation gets its first account. */
@Injectable()
export class FirstAdministratorService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly units: UnitService,
    private readonly admission: AdmissionService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The address to print once; it is good for a day, and each new one ends those before. Refuses `ACCOUNT_EXISTS`. */
  async openFirstAdministratorLink(): Promise<string> {
    return this.work.act(SYSTEM, 'openFirstAdministratorLink', async ({ em, at, record }) => {
      await this.refuseIfAnyAccount(em);
      await em.nativeUpdate(OneTimeLink, { kind: 'FIRST_ADMINISTRATOR', usedAt: null }, { usedAt: at });
      const token = newToken();
      const link = OneTimeLink.of('FIRST_ADMINISTRATOR', null, { token, at });
      em.persist(link);
      record({ subject: { type: 'OneTimeLink', id: link.id }, after: { kind: link.kind, expiresAt: link.expiresAt } });
      return `${this.config.publicUrl}/first-administrator#${token}`;
    });
  }

  /** Makes the administrator of the whole tree of units. Refuses `LINK_INVALID`, and a password that will not do. Returns the person. */
  async acceptFirstAdministrator(order: FirstAdministratorOrder): Promise<{ id: string }> {
    return this.work.act(SYSTEM, 'acceptFirstAdministrator', async ({ em, at, record }) => {
      const link = await em.findOne(
        OneTimeLink,
        { tokenHash: hashToken(order.token), kind: 'FIRST_ADMINISTRATOR' },
        { lockMode: LockMode.PESSIMISTIC_WRITE },
      );
      if (!link) throw new Refused('LINK_INVALID', {}, 'token');
      link.use(at);
      await this.refuseIfAnyAccount(em);
      const roots = await this.roots(em, order, at);
      const { fullName, email, password } = order;
      const id = await this.admission.admit(SYSTEM, {
        person: { fullName, email, password, unitId: roots[0] ?? null },
        role: 'ADMIN',
        unitIds: roots,
      });
      record({ subject: { type: 'OneTimeLink', id: link.id }, after: { usedAt: at, person: id } });
      return { id };
    });
  }

  private async refuseIfAnyAccount(em: Act['em']): Promise<void> {
    if ((await em.count(Account)) > 0) throw new Refused('ACCOUNT_EXISTS');
  }

  private async roots(em: Act['em'], { unitNameVi, unitNameEn }: FirstAdministratorOrder, at: Date): Promise<string[]> {
    const roots = await em.find(Unit, { parent: null });
    if (roots.length > 0) return roots.map(({ id }) => id);
    const validFrom = `${String(at.getUTCFullYear())}-01-01`;
    const naming = { kind: 'DISTRICT', code: null, abbreviation: null, nameVi: unitNameVi, nameEn: unitNameEn } as const;
    return [(await this.units.createUnit(SYSTEM, { ...naming, parentId: null, validFrom })).id];
  }
}
