import { ArgsType, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional, IsUUID } from 'class-validator';
import { PageArguments, connectionOf } from '../graphql/connection.js';
import { MutationInput } from '../mutation/mutation-input.js';
import { orRefusal } from '../refusals/refusable.js';
import { RefusalCodeEnum } from '../refusals/refusal.types.js';
import { JOB_STATES, type JobState } from './job.entity.js';
import { type JobExport, type JobRow } from './job.queries.js';

const JobStateEnum = Object.fromEntries(JOB_STATES.map((state) => [state, state]));
registerEnumType(JobStateEnum, { name: 'JobState', description: 'Waiting, running, or over: done, refused, or called off.' });

export const ExportFormatEnum = { XLSX: 'XLSX', CSV: 'CSV', JSON: 'JSON', PDF: 'PDF', ZIP: 'ZIP' } as const;
registerEnumType(ExportFormatEnum, {
  name: 'ExportFormat',
  description: 'What kind of file.',
  valuesMap: {
    XLSX: { description: 'A workbook: text is text, numbers are numbers, dates are dates.' },
    CSV: { description: 'Comma-separated UTF-8; text that a program would take for a formula has an apostrophe before it.' },
    JSON: { description: 'Records with their fields by name, for programs too; what is a list is not had as such a file.' },
    PDF: { description: 'Documents of an office, as they are printed.' },
    ZIP: { description: 'An archive of such documents, one file each.' },
  },
});

@ObjectType('JobExport', { description: 'The file that a job makes, yours alone.' })
export class JobExportObject implements JobExport {
  @Field({ description: 'What is in it, in the language it is written in.' }) title!: string;
  @Field(() => ExportFormatEnum, { description: 'What kind of file it is.' }) format!: JobExport['format'];
  @Field({ description: 'What the file is called.' }) fileName!: string;
  @Field(() => Int, { nullable: true, description: 'Its rows, heads apart; null before it is made.' }) rows!: number | null;
  @Field(() => ID, {
    nullable: true,
    description: 'For `fileDownload`, which asks your rights again; null before it is made, and a day after.',
  })
  fileId!: string | null;
  @Field(() => Float, { nullable: true, description: 'In bytes; null before it is made.' }) size!: number | null;
  @Field(() => Date, { nullable: true, description: 'Until when it is kept; null before it is made.' }) endsAt!: string | null;
}

@ObjectType('Job', { description: 'A long act that you asked for. What comes of it has the same id, and is there once the job is done.' })
export class JobObject implements JobRow {
  @Field(() => ID) id!: string;
  @Field({ description: 'What it does, e.g. `scoring.proposeAssignment`.' }) kind!: string;
  @Field({ description: 'What kind of record it is about, e.g. `round`.' }) subjectType!: string;
  @Field(() => ID, { description: 'The record that it is about.' }) subjectId!: string;
  @Field(() => JobStateEnum) state!: JobState;
  @Field(() => String, { nullable: true, description: 'What it is at; null as long as nothing is told of that.' }) phase!: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Steps done in the phase; how many there will be is not known beforehand. Null as long as none are told.',
  })
  progress!: number | null;
  @Field(() => RefusalCodeEnum, {
    nullable: true,
    description: 'Why it failed; null where it did not, or by a code that was given up since.',
  })
  failureCode!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Why it failed, in your language; null where it did not, or for no reason that can be told.',
  })
  failureMessage!: string | null;
  @Field() createdAt!: Date;
  @Field(() => Date, { nullable: true }) startedAt!: Date | null;
  @Field(() => Date, { nullable: true }) finishedAt!: Date | null;
  @Field({ description: 'It stops within a second or so.' }) cancelRequested!: boolean;
  @Field() canCancel!: boolean;
  @Field(() => JobExportObject, {
    nullable: true,
    description: 'The file that it makes; null for a job that makes none, and once it is gone.',
  })
  export!: JobExport | null;
}

@ArgsType()
export class JobArguments {
  @Field(() => ID) @IsUUID() id!: string;
}

export const JobConnection = connectionOf('Job', JobObject);

@ArgsType()
export class MyJobsArguments extends PageArguments {
  @Field(() => [String], { nullable: true, description: 'Only of these kinds, as `kind` says them.' })
  @IsOptional()
  @ArrayMaxSize(20)
  kinds?: string[] | null;
}

@InputType()
export class CancelJobInput extends MutationInput {
  @Field(() => ID) @IsUUID() jobId!: string;
}

/** Of every mutation that begins a job. */
export const JobResult = orRefusal('JobResult', JobObject);
