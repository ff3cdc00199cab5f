import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, Refused, SYSTEM } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { ScorecardNote, whyNotNote } from '../../domain/card/scorecard-note.entity.js';
import { Scorecard } from '../../domain/card/scorecard.entity.js';
import { type CardNoteRow, NoteQueries } from './note.queries.js';

interface NoteOrder {
  readonly scorecardId: string;
  /** The version that was on the screen; 0 where nothing was noted yet. */
  readonly version: number;
  readonly text: string;
}

/** A judge's notes for themselves: on a card of theirs, until the contest is over. */
@Injectable()
export class NoteService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: NoteQueries,
  ) {}

  /** Refuses `NOTES_OVER` once the contest was archived or cancelled. The log says that it was written, and nothing of what. */
  saveNote(judge: Actor, order: NoteOrder): Promise<CardNoteRow> {
    return this.work.act(judge, 'saveNote', async ({ em, at, record, onVersion }) => {
      const facts = await this.queries.locked(judge, order.scorecardId);
      if (!facts) throw new Refused('NOT_FOUND', { what: 'Scorecard' });
      const refused = whyNotNote(facts);
      if (refused) throw refused;
      const text = order.text.trim();
      onVersion({ version: facts.note?.version ?? 0 }, order.version);
      if (facts.note && facts.note.text === text) return facts.note;
      const note = facts.note
        ? await em.findOneOrFail(ScorecardNote, { id: facts.note.id })
        : ScorecardNote.begin(em.getReference(Scorecard, facts.scorecardId));
      note.write(text, at);
      await em.persist(note).flush();
      record({ subject: { type: 'Scorecard', id: facts.scorecardId }, after: { noteVersion: note.version } });
      return { id: note.id, scorecardId: facts.scorecardId, version: note.version, text, savedAt: at };
    });
  }

  /** Of a contest that is over: what they were for has ended. */
  forgetNotes(contestId: string): Promise<void> {
    return this.work.act(SYSTEM, 'forgetNotes', async ({ em, record }) => {
      const { numAffectedRows = 0n } = await sql`delete from scorecard_note n using scorecard c, round r
        where c.id = n.scorecard_id and r.id = c.round_id and r.contest_id = ${contestId}`.execute(em.getKysely());
      if (numAffectedRows > 0n) record({ subject: { type: 'Contest', id: contestId }, after: { judgesNotes: 'FORGOTTEN' } });
    });
  }
}
