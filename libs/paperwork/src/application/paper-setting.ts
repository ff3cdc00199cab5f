import { type OfficialPaper, paperDocx, paperPdf } from '#lib/documents';
import { type PaperFormat } from '#lib/platform';

/** What is to be set: what a thread is told. */
export interface PaperSetting {
  readonly paper: OfficialPaper;
  readonly madeAt: Date;
  readonly format: PaperFormat;
}

export const setPaper = ({ paper, madeAt, format }: PaperSetting): Promise<Buffer> =>
  format === 'DOCX' ? paperDocx(paper, madeAt) : paperPdf(paper, madeAt);
