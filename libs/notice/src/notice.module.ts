import { Module } from '@nestjs/common';
import { type Library } from '#lib/platform';
import { Mail, Notice } from './domain/index.js';
import { noticeRefusals } from './refusals.js';

@Module({})
export class NoticeModule {}

export const noticeLibrary: Library = { module: NoticeModule, entities: [Notice, Mail], refusals: noticeRefusals };
