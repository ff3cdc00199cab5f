/** A text that stands in a dialog and is kept on this machine until the server has it. */
export interface TypedText {
  text: string;
  readonly drop: () => void;
}

const open = new Set<TypedText>();

export function standing(typed: TypedText): () => void {
  open.add(typed);
  return () => open.delete(typed);
}

/** The texts in sight that an act sends; to be called once the server has done it, when the dialog may be gone. */
export function sentWith(input: object): () => void {
  const texts = new Set(textsIn(input));
  const sent = [...open].filter(({ text }) => texts.has(text.trim()));
  return () => {
    for (const { drop } of sent) drop();
  };
}

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};
