const OWN = /^(\/api\/files\/pictures\/[0-9a-f]{64}\/)512$/

/** The widths that lie beside a person's own picture; a picture from elsewhere has one only. */
export function widthsOf(source: string): string | undefined {
  const base = OWN.exec(source)?.[1]
  return base && [96, 256, 512].map((width) => `${base}${width} ${width}w`).join(', ')
}
