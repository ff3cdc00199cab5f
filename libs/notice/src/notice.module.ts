import { Module } from '@nestjs/common';
import { type Library } from '#lib/platform';
import { noticeRefusals } from './refusals.js';

@Module({})
export class NoticeModule {}

export const noticeLibrary: Library = { module: NoticeModule, entities: [], refusals: noticeRefusals };
