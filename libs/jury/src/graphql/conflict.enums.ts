import { registerEnumType } from '@nestjs/graphql';
import { CONFLICT_SOURCES, CONFLICT_TYPES } from '../domain/conflict/conflicts.js';

export const ConflictSourceEnum = Object.fromEntries(CONFLICT_SOURCES.map((source) => [source, source]));
export const ConflictTypeEnum = Object.fromEntries(CONFLICT_TYPES.map((type) => [type, type]));
registerEnumType(ConflictTypeEnum, { name: 'ConflictType', description: 'What a conflict of interest consists in.' });
registerEnumType(ConflictSourceEnum, {
  name: 'ConflictSource',
  description: 'Told by the person, found by the system, or set by an organiser.',
});
