import { inflateSync } from 'fflate'

// Reads a PDF of ours back, as another program would: from the bytes alone.

const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)

/** Every stream of the file, unpacked. */
function streamsOf(pdf: Uint8Array): string[] {
  const file = latin(pdf)
  const streams: string[] = []
  for (let at = file.indexOf('stream\n'); at !== -1; at = file.indexOf('stream\n', at + 7)) {
    if (file.slice(at - 3, at) === 'end') continue
    const bytes = pdf.subarray(at + 7, file.indexOf('endstream', at))
    try {
      streams.push(latin(inflateSync(bytes.subarray(2))))
    } catch {
      streams.push(latin(bytes))
    }
  }
  return streams
}

const utf16 = (hex: string): string =>
  new TextDecoder('utf-16be').decode(Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)))

/** What each piece of text says, by the words that were put beside its glyphs. */
export const spokenIn = (pdf: Uint8Array): string[] =>
  streamsOf(pdf).flatMap((stream) =>
    [...stream.matchAll(/\/ActualText <(?:FEFF)?([0-9A-F]*)>/g)].map(([, hex]) => utf16(hex!)),
  )

/** What the glyphs themselves stand for, by the table that each font carries. */
export function drawnIn(pdf: Uint8Array): string[] {
  const streams = streamsOf(pdf)
  const tables = streams.filter((stream) => stream.includes('beginbfchar')).map(glyphsIn)
  const drawn = streams.flatMap((stream) => [...stream.matchAll(/<([0-9A-F]+)> Tj/g)].map(([, hex]) => hex!))
  return drawn.map((hex) => {
    const readings = tables.map((table) =>
      (hex.match(/..../g) ?? []).map((glyph) => table.get(glyph) ?? '\ufffd').join(''),
    )
    return readings.find((reading) => !reading.includes('\ufffd')) ?? '\ufffd'
  })
}

const glyphsIn = (table: string): Map<string, string> =>
  new Map(
    [...table.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]*)>$/gm)].map(([, glyph, text]) => [glyph!, utf16(text!)] as const),
  )
