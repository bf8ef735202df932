export function writePseudoLocale(wanted: boolean): void
