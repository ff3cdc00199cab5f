import { defineEntity, p } from '@mikro-orm/core';
import { ReformArea } from '#domain/contest';
import { JuryMember } from './jury-member.entity.js';

const JuryExpertiseSchema = defineEntity({
  name: 'JuryExpertise',
  tableName: 'jury_expertise',
  properties: {
    member: () => p.manyToOne(JuryMember).primary(),
    area: () => p.manyToOne(ReformArea).primary(),
  },
});

/** That a judge is at home in an area of reform. */
export class JuryExpertise extends JuryExpertiseSchema.class {
  static of(member: JuryMember, area: ReformArea): JuryExpertise {
    return Object.assign(new JuryExpertise(), { member, area });
  }
}
JuryExpertiseSchema.setClass(JuryExpertise);
