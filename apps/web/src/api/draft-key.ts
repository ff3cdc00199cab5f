interface DraftKey {
  readonly id: string;
  readonly key: string;
}

let told: DraftKey | null = null;

/** With who is signed in, so that it is there when the network is not; it is never written down. */
export function holdDraftKey(key: DraftKey): void {
  told = key;
}

/** The key of what this person typed and did not send; null where it was not told, or the browser's session has become another's. */
export const draftKeyOf = (personId: string): string | null => (told?.id === personId ? told.key : null);
