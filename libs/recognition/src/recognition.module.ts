import { Module } from '@nestjs/common';
import { NoticeModule } from '#lib/notice';
import { type Library } from '#lib/platform';
import { UnitsModule } from '#lib/units';
import { RecognitionAwaiting } from './application/recognition.awaiting.js';
import { RecognitionNotices } from './application/recognition.notices.js';
import { RECOGNITION_PERSONAL } from './application/recognition.personal.js';
import { RecognitionQueries } from './application/recognition.queries.js';
import { RecognitionService } from './application/recognition.service.js';
import { Recognition, RecognitionSeat } from './domain/index.js';
import { RecognitionExports } from './graphql/recognition.exports.js';
import { RecognitionResolver } from './graphql/recognition.resolver.js';
import { recognitionRefusals } from './refusals.js';

const services = [RecognitionQueries, RecognitionService];
const others = [RecognitionAwaiting, RecognitionExports, RecognitionNotices, RecognitionResolver];

@Module({ imports: [UnitsModule, NoticeModule], providers: [...services, ...others], exports: services })
export class RecognitionModule {}

export const recognitionLibrary: Library = {
  module: RecognitionModule,
  entities: [Recognition, RecognitionSeat],
  refusals: recognitionRefusals,
  personal: RECOGNITION_PERSONAL,
  audited: [{ types: ['Recognition'], permission: 'recognition:read' }],
};
