type Saved = { revision: number; text: string; written_by: string | null }

/** One text that several write at once: what the server has, what stands here, and what is on its way. */
export type NotesState = {
  saved: Saved
  draft: string
  /** The text of the try that has no answer yet. */
  sent: string | undefined
  /** Somebody changed the same place: the person decides; until then nothing is sent. */
  clash: Saved | undefined
}

export const beginNotes = (): NotesState => ({
  saved: { revision: 0, text: '', written_by: null },
  draft: '',
  sent: undefined,
  clash: undefined,
})

/** Where two texts differ: from `from` on, `was` became `is`. */
function change(before: string, after: string): { from: number; was: string; is: string } {
  const shortest = Math.min(before.length, after.length)
  let from = 0
  while (from < shortest && before[from] === after[from]) from++
  let tail = 0
  while (tail < shortest - from && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  return { from, was: before.slice(from, before.length - tail), is: after.slice(from, after.length - tail) }
}

/** Both changes in one text, where they are in different places of the text before; undefined where they touch. */
export function merged(before: string, mine: string, theirs: string): string | undefined {
  if (mine === before || mine === theirs) return theirs
  if (theirs === before) return mine
  const [one, two] = [change(before, mine), change(before, theirs)].toSorted((a, b) => a.from - b.from) as [
    ReturnType<typeof change>,
    ReturnType<typeof change>,
  ]
  if (one.from + one.was.length >= two.from) return undefined
  const between = before.slice(one.from + one.was.length, two.from)
  return before.slice(0, one.from) + one.is + between + two.is + before.slice(two.from + two.was.length)
}

/** The server's text came: mine by receipt, or somebody else's. What I wrote meanwhile stays. */
export function heard(state: NotesState, saved: Saved, me: string): NotesState {
  if (saved.revision < state.saved.revision) return state
  if (saved.written_by === me && state.sent !== undefined) {
    const draft = state.draft === state.sent ? saved.text : state.draft
    return { ...state, saved, draft, sent: undefined }
  }
  return met(state, saved)
}

/** Nothing was taken: somebody else was quicker. */
export const refused = (state: NotesState, saved: Saved): NotesState => met({ ...state, sent: undefined }, saved)

function met(state: NotesState, saved: Saved): NotesState {
  if (state.clash) return { ...state, saved, clash: saved }
  const draft = merged(state.saved.text, state.draft, saved.text)
  return draft === undefined ? { ...state, saved, clash: saved } : { ...state, saved, draft }
}

export const typed = (state: NotesState, draft: string): NotesState => ({ ...state, draft })
export const isSaved = (state: NotesState): boolean => state.draft === state.saved.text
/** The line was cut: what had no answer is sent again. */
export const cut = (state: NotesState): NotesState => ({ ...state, sent: undefined })
export const resolved = (state: NotesState, draft: string): NotesState => ({ ...state, draft, clash: undefined })
export const isDue = (state: NotesState): boolean => !isSaved(state) && state.sent === undefined && !state.clash
