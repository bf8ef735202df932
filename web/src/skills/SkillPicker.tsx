import { createSignal, Show } from 'solid-js'
import { MOST_SKILLS } from '../../../worker/contract/skills.constants'
import { createDebounced } from '../lib/debounced'
import { isolate, m } from '../lib/messages'
import { wordsOf } from '../lib/problem'
import { useQuery } from '../lib/query'
import { Picker } from './Picker'
import type { Option } from './picking'
import { proposeSkill, skillsQuery, type FoundSkill } from './skills.queries'
import { fold, has } from './words'

const optionOf = ({ name, matched, parent }: FoundSkill): Option => ({
  value: name,
  label: name,
  detail: matched ? m.skills_known_as({ name: isolate(matched) }) : (parent ?? undefined),
})

/** Skills by their names in the taxonomy. A word that it does not know stands as typed and is proposed for it. */
export function SkillPicker(props: {
  label: string
  hint?: string
  error?: string | undefined
  step?: string
  value: string[]
  onChange: (value: string[]) => void
}) {
  const [words, setWords] = createSignal('')
  const [touched, setTouched] = createSignal(false)
  const typed = () => words().trim()
  const asked = createDebounced(typed)
  const found = useQuery(() => ({ ...skillsQuery(asked()), enabled: touched(), placeholderData: (before) => before }))
  const busy = () => touched() && (asked() !== typed() || found.isPlaceholderData || found.isLoading)
  const proposal = createProposal()

  const items = () => found.data?.items ?? []
  const isListed = () => items().some(({ name, matched }) => has([name, matched ?? ''], typed()))
  /** One letter is the beginning of something, where anything begins with it. */
  const isWord = () => fold(typed()) !== '' && (typed().length > 1 || items().length === 0)
  const isChosen = () => has(props.value, typed()) || items().some(({ name }) => has(props.value, name))
  const own = (): Option[] =>
    busy() || !isWord() || isListed() || has(props.value, typed())
      ? []
      : [{ value: typed(), label: m.skills_propose({ name: isolate(typed()) }), isOwn: true }]

  return (
    <div class="stack stack--1">
      <Picker
        label={props.label}
        hint={props.hint}
        error={props.error}
        step={props.step}
        placeholder={m.skills_placeholder()}
        value={props.value}
        labelOf={(name) => name}
        options={[
          ...items()
            .filter(({ name }) => !has(props.value, name))
            .map(optionOf),
          ...own(),
        ]}
        busy={busy()}
        isChosen={isChosen()}
        most={MOST_SKILLS}
        onType={(text) => {
          setTouched(true)
          setWords(text)
        }}
        onChange={(value, added) => {
          props.onChange(value)
          if (added?.isOwn) void proposal.send(added.value)
        }}
      />
      <Show when={proposal.note()}>
        <p class="field__hint" role="status">
          {proposal.note()}
        </p>
      </Show>
    </div>
  )
}

/** The word stays where it is typed, whatever becomes of the proposal. */
function createProposal() {
  const [note, setNote] = createSignal<string>()
  async function send(name: string): Promise<void> {
    setNote(undefined)
    try {
      await proposeSkill(name)
      setNote(m.skills_proposed({ name: isolate(name) }))
    } catch (error) {
      setNote(m.skills_not_proposed({ name: isolate(name), reason: wordsOf(error) }))
    }
  }
  return { note, send }
}
