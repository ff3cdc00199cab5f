/** A part of a dossier as it was filed: its words stay as they were written. */
export function SheetPart({ place, title, text }: { readonly place: string; readonly title: string; readonly text: string }) {
  const paragraphs = text.split(/\n+/).filter((line) => line.trim() !== '');
  return (
    <>
      <h2>
        {place}. {title}
      </h2>
      {paragraphs.length === 0 ? <p>–</p> : paragraphs.map((line, at) => <p key={at}>{line}</p>)}
    </>
  );
}
