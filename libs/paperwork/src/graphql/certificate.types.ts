import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsIn, IsInt, IsOptional, IsUUID, Length } from 'class-validator';
import { ContestNameObject } from '#lib/contest';
import { Lines, LocalDateScalar, MutationInput, PageArguments, connectionOf, orRefusal } from '#lib/platform';
import { MOST_IN_ONE_FILE, PRINT_FORMS, type PrintForm } from '../application/certificate-printing.service.js';
import { type ContestCertificates } from '../application/certificate.queries.js';
import { type CertificateRead, type PublicCertificateRead } from '../application/certificate.rows.js';
import { type CertificateFields, type RecognisedFields } from '../domain/certificate-fields.js';
import { CERTIFICATE_STATES, type CertificateState } from '../domain/certificate.entity.js';
import { PaperSignerObject } from './paper-template.types.js';

const enumOf = <T extends string>(values: readonly T[]): Record<T, T> =>
  Object.fromEntries(values.map((value) => [value, value])) as Record<T, T>;
const CertificateStateEnum = enumOf(CERTIFICATE_STATES);
const PrintFormEnum = enumOf(PRINT_FORMS);
registerEnumType(CertificateStateEnum, { name: 'CertificateState', description: 'Whether a certificate holds.' });
registerEnumType(PrintFormEnum, { name: 'CertificatePrintForm', description: 'As how many files certificates are printed.' });

@ObjectType('PrintedRecognition', { description: 'What is printed of an initiative that is recognised by law, in Vietnamese.' })
export class PrintedRecognitionObject implements RecognisedFields {
  @Field({ description: 'Whether they wrote it alone or with others.' }) authorship!: string;
  @Field({ description: 'How far its influence reaches.' }) reach!: string;
  @Field({ description: 'What it is good for, cut where it is long.' }) benefit!: string;
}

@ObjectType('PrintedCertificate', { description: 'All that is printed on a certificate but its code, in Vietnamese, as it was issued.' })
export class PrintedCertificateObject implements CertificateFields {
  @Field(() => String, { nullable: true, description: 'The body above; none: it is not printed.' }) superior!: string | null;
  @Field({ description: 'The body that issues it.' }) issuer!: string;
  @Field(() => String, { nullable: true, description: 'Who gives it; none: the issuer.' }) authority!: string | null;
  @Field(() => String, { nullable: true, description: 'Whose it is; none: the name is withheld.' }) name!: string | null;
  @Field({ description: 'Where they worked.' }) unitName!: string;
  @Field(() => String, { nullable: true, description: 'The prize, as the plan of the contest calls it; none: it is of a recognition.' })
  prize!: string | null;
  @Field({ description: 'The title of the initiative.' }) initiative!: string;
  @Field(() => String, { nullable: true, description: 'The title of the contest; none: it is of a recognition.' }) contest!: string | null;
  @Field({ description: 'The number of the decision on the prize or the recognition.' }) decisionNumber!: string;
  @Field(() => LocalDateScalar, { description: 'The day of that decision.' }) decidedOn!: string;
  @Field(() => [String], { description: 'What the template adds.' }) closing!: readonly string[];
  @Field({ description: 'Where it was issued.' }) place!: string;
  @Field(() => LocalDateScalar, { description: 'The day that stands on it.' }) issuedOn!: string;
  @Field(() => PaperSignerObject, { description: 'Who signs.' }) signer!: PaperSignerObject;
  @Field() illustrative!: boolean;
  @Field(() => PrintedRecognitionObject, { nullable: true, description: 'What is said of a recognition by law; none: it is of a prize.' })
  recognition?: RecognisedFields;
}

@ObjectType({ isAbstract: true })
abstract class CertificateBase implements PublicCertificateRead {
  @Field({ description: 'As it is printed, without its hyphens.' }) certificateCode!: string;
  @Field(() => CertificateStateEnum) state!: CertificateState;
  @Field(() => PrintedCertificateObject, { description: 'What is printed on it.' }) printed!: PrintedCertificateObject;
  @Field({ description: 'SHA-256 of all that was printed, also of a name that is withheld since.' }) fieldsHash!: string;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'The day of the decision by which it does not hold any more, or by which its prize or recognition was revoked; none: it holds.',
  })
  endedOn!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'The number of the decision on the paper itself; none: there is none.',
  })
  endNumber!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'The number of the decision by which the recognition was revoked; none: it was not, or it is of a prize.',
  })
  groundNumber!: string | null;
  @Field({ description: 'Whether the prize or the recognition itself was revoked.' }) groundRevoked!: boolean;
}

@ObjectType('PublicCertificate', { description: 'A certificate, as anyone reads it who has its code.' })
export class PublicCertificateObject extends CertificateBase {}

@ObjectType('Certificate', { description: 'That somebody has a prize, or wrote what was recognised, on paper.' })
export class CertificateObject extends CertificateBase implements CertificateRead {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => ID) contestId!: string;
  @Field(() => ID) initiativeId!: string;
  @Field(() => Date, { description: 'When it was issued.' }) issuedAt!: string;
  @Field(() => Int, { description: 'The version of the template that it was filled by.' }) templateNumber!: number;
  @Field(() => String, { nullable: true, description: 'Why it was revoked or replaced; none: it was not.' }) endReason!: string | null;
  @Field(() => ID, { nullable: true, description: 'The certificate that it is given in place of; none: of none.' }) replacesId!:
    string | null;
  @Field(() => ID, { nullable: true, description: 'The certificate that is given in place of it; none: it was not replaced.' })
  replacedById!: string | null;
  @Field(() => Date, { nullable: true, description: 'Since when its name is withheld; none: it is not.' }) withheldAt!: string | null;
  @Field(() => Int, { description: 'How often somebody had it printed.' }) prints!: number;
  @Field(() => Date, { nullable: true, description: 'When somebody had it printed last; none: nobody did.' }) lastPrintedAt!: string | null;
  @Field({ description: 'Whether it holds, and you may revoke, replace or print it.' }) canChange!: boolean;
  @Field({ description: 'Whether you may take the name off its page.' }) canWithhold!: boolean;
}

@ObjectType('ContestCertificates', { description: 'How far the certificates of a contest are.' })
export class ContestCertificatesObject implements Omit<ContestCertificates, 'id'> {
  @Field(() => ContestNameObject) contest!: ContestNameObject;
  @Field(() => ID, { description: 'The unit that holds it.' }) hostId!: string;
  @Field({ description: 'Whether the prizes are published; before, nothing is issued.' }) published!: boolean;
  @Field(() => String, { nullable: true, description: 'The decision on the prizes; none: they are not published.' }) decisionNumber!:
    string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Its day; none: they are not published.' }) decidedOn!: string | null;
  @Field(() => Int, { description: 'How many authors of prizes there are, of prizes that stand.' }) due!: number;
  @Field(() => Int, { description: 'How many of them have no certificate.' }) missing!: number;
  @Field(() => Int, { description: 'How many authors there are, of initiatives that are recognised by a recorded decision.' })
  recognised!: number;
  @Field(() => Int, { description: 'How many of those have no certificate of it.' }) recognisedMissing!: number;
  @Field(() => Int, { description: 'How many valid certificates nobody had printed.' }) unprinted!: number;
  @Field({ description: 'Whether you may issue those that are missing.' }) canIssue!: boolean;
}

export const CertificateConnection = connectionOf('Certificate', CertificateObject);

@ArgsType()
export class CertificatesArguments extends PageArguments {
  @Field(() => ID, { description: 'Of this contest.' }) @IsUUID() contestId!: string;
  @Field(() => [CertificateStateEnum], { nullable: true, description: 'Those alone that are in one of these states.' })
  @IsOptional()
  @IsIn(CERTIFICATE_STATES, { each: true })
  states?: CertificateState[] | null;
  @Field(() => String, { nullable: true, description: 'Part of the name that is printed; tone marks and case aside.' })
  @IsOptional()
  @Length(1, 100)
  search?: string | null;
}

@InputType()
export class IssueCertificatesInput extends MutationInput {
  @Field(() => ID) @IsUUID() contestId!: string;
  @Field(() => ID, { description: 'A template of certificates of the office that holds the contest: of prizes, or of recognitions.' })
  @IsUUID()
  templateId!: string;
}

@InputType({ isAbstract: true })
abstract class OnCertificateInput extends MutationInput {
  @Field(() => ID) @IsUUID() certificateId!: string;
  @Field(() => Int) @IsInt() version!: number;
}

@InputType()
export class RevokeCertificateInput extends OnCertificateInput {
  @Field({ description: 'The number of the decision.' }) @Length(1, 100) decisionNumber!: string;
  @Field(() => LocalDateScalar, { description: 'The day of the decision.' }) decidedOn!: string;
  @Lines() @Field({ description: 'Why; for the office alone.' }) @Length(1, 2000) reason!: string;
}

@InputType()
export class ReplaceCertificateInput extends RevokeCertificateInput {
  @Field({ description: 'Whose it is, as it ought to be printed.' }) @Length(1, 200) name!: string;
  @Field({ description: 'Where they worked, as it ought to be printed.' }) @Length(1, 300) unitName!: string;
}

@InputType()
export class WithholdCertificateNameInput extends OnCertificateInput {
  @Lines() @Field({ description: 'Who asked for it, and why.' }) @Length(1, 2000) reason!: string;
}

@InputType()
export class PrintCertificatesInput extends MutationInput {
  @Field(() => ID) @IsUUID() contestId!: string;
  @Field(() => [ID], { nullable: true, description: 'Which; none: all valid ones that nobody had printed.' })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_IN_ONE_FILE)
  @IsUUID(undefined, { each: true })
  certificateIds!: string[] | null;
  @Field(() => PrintFormEnum, { description: 'As one file, or one each.' }) @IsIn(PRINT_FORMS) printForm!: PrintForm;
  @Lines()
  @Field(() => String, { nullable: true, description: 'Why once more, where one of them was printed before.' })
  @IsOptional()
  @Length(1, 2000)
  reason!: string | null;
}

export const IssueCertificatesResult = orRefusal('IssueCertificatesResult', ContestCertificatesObject);
export const RevokeCertificateResult = orRefusal('RevokeCertificateResult', CertificateObject);
export const ReplaceCertificateResult = orRefusal('ReplaceCertificateResult', CertificateObject);
export const WithholdCertificateNameResult = orRefusal('WithholdCertificateNameResult', CertificateObject);
