import {
  endMarkedContent,
  PDFHexString,
  PDFName,
  PDFOperator,
  PDFOperatorNames,
  rgb,
  type PDFFont,
  type PDFPage,
} from '@cantoo/pdf-lib'

export const PAGE = { width: 595, height: 842, margin: 56 }
export const INK = rgb(0.11, 0.12, 0.15)
export const QUIET = rgb(0.38, 0.4, 0.45)

/** Where the next thing is written. */
export interface Pen {
  page: PDFPage
  plain: PDFFont
  strong: PDFFont
  y: number
}

interface Style {
  x?: number
  size?: number
  font?: 'plain' | 'strong'
  color?: typeof INK
  align?: 'start' | 'end'
  /** What does not fit goes on below. */
  width?: number
}

/** Direction marks and whatever else has no shape. */
const SHAPELESS = /[\p{Cc}\p{Cf}]/gu

/** Writes text at the pen, in more lines where it needs them; the pen stays on the last one. */
export function write(pen: Pen, text: string, style: Style = {}): void {
  const { size = 10.5, color = INK, font = 'plain', width, align, x = PAGE.margin } = style
  const face = pen[font]
  const shown = text.replace(SHAPELESS, '')
  const lines = width === undefined ? [shown] : wrapped(shown, face, size, width)
  lines.forEach((line, i) => {
    if (i > 0) pen.y -= size * 1.35
    const start = align === 'end' ? PAGE.width - PAGE.margin - face.widthOfTextAtSize(line, size) : x
    spoken(pen, line, () => pen.page.drawText(line, { x: start, y: pen.y, size, font: face, color }))
  })
}

/** Glyphs of Indic scripts stand in another order than their characters: readers and searches get the text itself. */
function spoken({ page }: Pen, text: string, draw: () => void): void {
  const properties = `<</ActualText ${PDFHexString.fromText(text).toString()}>>`
  page.pushOperators(PDFOperator.of(PDFOperatorNames.BeginMarkedContentSequence, [PDFName.of('Span'), properties]))
  draw()
  page.pushOperators(endMarkedContent())
}

function wrapped(text: string, font: PDFFont, size: number, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/(?<= )/u)) {
    const last = lines.at(-1)
    if (last !== undefined && font.widthOfTextAtSize((last + word).trimEnd(), size) <= width)
      lines[lines.length - 1] = last + word
    else lines.push(...pieces(word, font, size, width))
  }
  return lines.map((line) => line.trimEnd())
}

/** A word that is longer than a line is cut between its graphemes. */
function pieces(word: string, font: PDFFont, size: number, width: number): string[] {
  const cut: string[] = []
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(word)) {
    const last = cut.at(-1)
    if (last !== undefined && font.widthOfTextAtSize(last + segment, size) <= width)
      cut[cut.length - 1] = last + segment
    else cut.push(segment)
  }
  return cut
}
