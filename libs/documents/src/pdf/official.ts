/**
 * The looks of an official document after Decree 30/2020/NĐ-CP, annex I: A4 with its margins, the head with who issues it on the left and
 * the name of the state on the right, number and place with the day below, the page number in the top margin from the second page on.
 * What it is filled with is `view`.
 */
export const OFFICIAL_LOOKS = `
#let view = json(bytes(sys.inputs.view))
#set page(
  paper: "a4",
  margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 15mm),
  header: context { if counter(page).get().first() > 1 { align(center, text(size: 13pt, counter(page).display())) } },
)
#set text(font: "Tinos", size: 13pt, lang: "vi", hyphenate: false)
#set par(justify: true, leading: 0.65em, spacing: 0.9em)

#let ruled(content, width) = {
  content
  v(-0.1em)
  line(length: width, stroke: 0.6pt)
}

#let head(superior, issuer, number, place) = {
  set par(justify: false, leading: 0.45em, spacing: 0.55em)
  grid(
    columns: (5fr, 7fr),
    column-gutter: 4mm,
    row-gutter: 4mm,
    align: center,
    {
      if superior != none { text(size: 12pt, upper(superior)) }
      parbreak()
      ruled(text(size: 12pt, weight: "bold", upper(issuer)), 32%)
    },
    {
      text(size: 12pt, weight: "bold")[CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM]
      parbreak()
      ruled(text(size: 13pt, weight: "bold")[Độc lập - Tự do - Hạnh phúc], 62%)
    },
    text(size: 13pt)[Số: #number],
    text(size: 13pt, style: "italic", place),
  )
}
`;
