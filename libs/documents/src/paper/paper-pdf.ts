import { pdfOf } from '../pdf/typst.js';
import { fitted } from './fitted.js';
import { FONT_LINE, groundLines, issuerLines, MOTTO, numberLine, PAPER_LAYOUT, placeLine, recipientLines, STATE } from './layout.js';
import { type OfficialPaper } from './paper.js';

// Lines are as high as in a text processor, so that the same paper ends at the same place as PDF and as DOCX.
const SOURCE = `
#let view = json(bytes(sys.inputs.view))
#let size = view.layout.size
#let margin = view.layout.margin
#let gap = view.layout.spacing * 1pt
#set page(
  paper: "a4",
  margin: (top: margin.top * 1mm, bottom: margin.bottom * 1mm, left: margin.left * 1mm, right: margin.right * 1mm),
  header-ascent: 0mm,
  header: context {
    if counter(page).get().first() > 1 {
      place(top + center, dy: view.layout.pageNumberFrom * 1mm, text(size: size.pageNumber * 1pt, top-edge: "cap-height", bottom-edge: "baseline", counter(page).display()))
    }
  },
)
#set text(font: "Tinos", size: size.body * 1pt, lang: "vi", hyphenate: false, overhang: false, top-edge: view.font.ascender * 1em, bottom-edge: -view.font.descender * 1em)
#let single = view.font.gap * 1em
#let leading = (view.font.ascender + view.font.descender + view.font.gap) * (view.layout.line - 1) * 1em + single
#set par(justify: true, linebreaks: "simple", leading: leading, spacing: gap + leading)
#let apart = view.layout.part * 1pt

#let centred(content) = { set par(justify: false, first-line-indent: 0mm); align(center, content) }
#let strong(pt, content, ..more) = text(size: pt * 1pt, weight: "bold", content, ..more)
// A rule as long as a part of what stands above it, in the column that it stands in.
#let ruled(content, part) = layout(column => {
  content
  v(1.5pt, weak: false)
  line(length: calc.min(measure(content).width, column.width) * part, stroke: 0.75pt)
})

#let head = {
  set par(justify: false, leading: single, spacing: 0pt, first-line-indent: 0mm)
  grid(
    columns: (view.layout.head.left * 1mm, view.layout.head.right * 1mm),
    row-gutter: 6pt,
    align: center + top,
    {
      for line in view.superiorLines { text(size: size.superior * 1pt, upper(line)); linebreak() }
      ruled(strong(size.issuer, upper(view.issuerLines.join("\\n"))), view.layout.issuerRule)
    },
    {
      strong(size.state, view.state); linebreak()
      ruled(strong(size.motto, view.motto), 1)
    },
    text(size: size.number * 1pt, view.numberLine),
    text(size: size.place * 1pt, style: "italic", view.placeLine),
    ..if view.draft == none { () } else { (text(size: size.number * 1pt, weight: "bold", view.draft), []) },
  )
}

#let cells(table-view) = {
  set text(size: size.table * 1pt)
  set par(justify: false, first-line-indent: 0mm, leading: single, spacing: 0pt)
  block(above: gap, below: gap, table(
    columns: table-view.columns.map(column => column.share * 1fr),
    stroke: 0.5pt,
    inset: (x: view.layout.cell.side * 1mm, y: view.layout.cell.above * 1mm),
    align: table-view.columns.map(column => (left: left, center: center, right: right).at(column.align) + horizon),
    table.header(..table-view.columns.map(column => align(center, text(weight: "bold", column.title)))),
    ..table-view.rows.flatten(),
  ))
}

#let fields(part) = {
  set par(justify: false, first-line-indent: 0mm, leading: single, spacing: 0pt)
  block(above: gap, below: gap, table(
    columns: (view.layout.fieldName * 1mm, 1fr),
    stroke: none,
    inset: (x: 0mm, y: gap / 2),
    align: left + top,
    ..part.rows.flatten(),
  ))
}

// Of the page of what comes after it.
#let kept(content) = block(sticky: true, above: gap + leading, below: gap + leading, par(content))

#let block-of(part, last: false) = {
  let put = if last { kept } else { par }
  if part.kind == "table" { cells(part) }
  else if part.kind == "fields" { fields(part) }
  else if part.kind == "article" { put[#text(weight: "bold")[Điều #part.number.] #part.text] }
  else if part.kind == "heading" or part.kind == "subheading" { kept(text(weight: "bold", part.text)) }
  else { put(part.text) }
}

#let signed(signer) = centred({
  set par(leading: single, spacing: 0pt)
  if signer.on != none { strong(size.signer, upper(signer.on)); linebreak() }
  strong(size.signer, upper(signer.position))
  v(view.layout.signature * 1pt)
  strong(size.signer, if signer.name == none { " " } else { signer.name })
})

#let recipients = {
  set par(justify: false, first-line-indent: 0mm, leading: single, spacing: 0pt)
  if view.recipientLines.len() > 0 {
    text(size: size.recipientsTitle * 1pt, weight: "bold", style: "italic")[Nơi nhận:]
    for line in view.recipientLines { linebreak(); text(size: size.recipients * 1pt, line) }
  }
}

#head
#block(width: 100%, above: apart, below: if view.subject == "" { apart } else { gap }, centred(strong(size.kind, upper(view.kind))))
#if view.subject != "" {
  block(width: 100%, below: apart, { set par(leading: single, spacing: 0pt); centred(ruled(strong(size.subject, view.subject), view.layout.subjectRule)) })
}
#if view.addressees.len() > 0 {
  block(width: 100%, above: apart, below: apart, if view.addressees.len() == 1 { centred[Kính gửi: #view.addressees.first()] } else {
    set par(justify: false, first-line-indent: 0mm, leading: single, spacing: single)
    pad(left: 25mm, { [Kính gửi:]; for line in view.addresseeLines { parbreak(); pad(left: 12mm, line) } })
  })
}
#set par(first-line-indent: (amount: view.layout.firstLine * 1mm, all: true))
#if view.authority != none { centred(strong(size.body, upper(view.authority))) }
#for basis in view.basisLines { par(text(style: "italic", basis)) }
#if view.decides != none { centred(strong(size.body, upper(view.decides) + ":")) }
#for (at, part) in view.body.enumerate() { block-of(part, last: at + 1 == view.body.len() and not view.illustrative) }
#if view.illustrative { kept(text(style: "italic")[Số liệu trong văn bản này chỉ để minh họa.]) }
#block(breakable: false, above: view.layout.signers * 1pt, {
  let (first, ..rest) = view.signers + (none,)
  if view.signers.len() > 1 {
    grid(columns: (1fr, 1fr), align: center, ..view.signers.map(signed))
    block(above: apart, recipients)
  } else { grid(columns: (1fr, 1fr), recipients, if first != none { signed(first) }) }
})

#for annex in view.annexes {
  set page(flipped: annex.landscape)
  block(width: 100%, below: apart, {
    set par(leading: single)
    centred({
      strong(size.kind, upper(annex.title))
      if annex.note != none { linebreak(); text(style: "italic", annex.note) }
    })
  })
  for part in annex.blocks { block-of(part) }
}
`;

/** A paper as PDF. The same paper and moment give the same bytes. */
export function paperPdf(given: OfficialPaper, madeAt: Date): Buffer {
  const paper = fitted(given);
  const view = {
    ...paper,
    layout: PAPER_LAYOUT,
    state: STATE,
    motto: MOTTO,
    font: FONT_LINE,
    superiorLines: paper.superior === null ? [] : issuerLines(paper.superior),
    issuerLines: issuerLines(paper.issuer),
    numberLine: numberLine(paper),
    placeLine: placeLine(paper),
    basisLines: groundLines(paper),
    addresseeLines: recipientLines(paper.addressees),
    recipientLines: recipientLines(paper.recipients),
  };
  return pdfOf({ source: SOURCE, view, madeAt });
}
