import { Trans } from '@lingui/react/macro';
import { useClient } from 'urql';
import { useAct } from '../../api/act';
import { type Known, type Sent } from '../../api/autosaver';
import { Note } from '../../ui/note';
import { SaveMark } from '../../ui/save-mark';
import { TwoTexts } from '../../ui/two-texts';
import { type Autosave, useAutosave } from '../../ui/use-autosave';
import { CARD, SAVE_NOTE, type WholeCard } from './card.query';
import styles from './dossier.module.css';

// A type, since an interface is no record.
type NoteFields = { text: string };

const knownOf = ({ note }: Pick<WholeCard, 'note'>): Known<NoteFields> => ({
  version: note?.version ?? 0,
  value: { text: note?.text ?? '' },
});

interface OwnNote {
  readonly autosave: Autosave<NoteFields>;
  readonly refused: string | null;
}

/** What a judge notes for themselves on a card, saved while they write. */
export function useOwnNotes(card: WholeCard, again: () => void): OwnNote {
  const client = useClient();
  const { run, refusal } = useAct(SAVE_NOTE);
  const autosave = useAutosave<NoteFields>(
    {
      place: `card-note:${card.id}`,
      label: `${card.initiative.receiptNumber} ${card.initiative.title}`,
      path: `/judging/${card.round.id}/cards/${card.id}`,
      known: knownOf(card),
      send: async ({ text = '' }, version): Promise<Sent<NoteFields>> => {
        const outcome = await run({ scorecardId: card.id, text, version });
        if (outcome.kind === 'done') {
          return { kind: 'done', known: { version: outcome.result.version, value: { text: outcome.result.text } }, sent: ['text'] };
        }
        if (outcome.kind === 'broken') return outcome.error.networkError ? { kind: 'offline' } : { kind: 'refused' };
        if (outcome.refusal.code !== 'STALE') return { kind: 'refused' };
        const { data } = await client.query(CARD, { id: card.id }, { requestPolicy: 'network-only' }).toPromise();
        return data?.scorecard ? { kind: 'stale', known: knownOf(data.scorecard) } : { kind: 'offline' };
      },
    },
    again,
  );
  return { autosave, refused: refusal && refusal.code !== 'STALE' ? refusal.message : null };
}

/** Nobody else ever reads it. */
export function OwnNotes({ note: { autosave, refused }, canNote }: { readonly note: OwnNote; readonly canNote: boolean }) {
  const { value, theirs, saving, change, choose, flush } = autosave;
  const { text: other } = theirs;
  return (
    <div className={styles.notes}>
      <label htmlFor="own-notes">
        <Trans>Ghi chú riêng: chỉ ông/bà đọc được, không kèm theo phiếu và được xóa khi cuộc thi lưu trữ.</Trans>
      </label>
      {refused && <Note tone="late">{refused}</Note>}
      {other !== undefined && (
        <TwoTexts
          label={<Trans>Ghi chú riêng</Trans>}
          mine={value.text}
          theirs={other}
          onMine={() => {
            choose('text', value.text);
          }}
          onTheirs={() => {
            choose('text', other);
          }}
        />
      )}
      <textarea
        id="own-notes"
        value={value.text}
        readOnly={!canNote}
        onChange={({ target }) => {
          change({ text: target.value });
        }}
      />
      {canNote && <SaveMark saving={saving} again={() => void flush()} />}
    </div>
  );
}
