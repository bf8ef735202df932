import { createSignal } from 'solid-js'
import { MOST_SKILLS_SOUGHT } from '../../../worker/contract/mentors.constants'
import { createDebounced } from '../lib/debounced'
import { m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { Picker } from '../skills/Picker'
import { skillsQuery } from '../skills/skills.queries'
import type { MentorSearching } from './search'

/** Any skill of the taxonomy, by its name or another one; what lies below it counts too. The chosen ones stand over the results. */
export function SkillFinder(props: { searching: MentorSearching }) {
  const [words, setWords] = createSignal('')
  const [touched, setTouched] = createSignal(false)
  const typed = () => words().trim()
  const asked = createDebounced(typed)
  const found = useQuery(() => ({ ...skillsQuery(asked()), enabled: touched(), placeholderData: (before) => before }))
  const chosen = () => props.searching.search().skill ?? []
  return (
    <Picker
      label={m.mentors_skill_find()}
      placeholder={m.skills_placeholder()}
      value={[]}
      labelOf={(name) => name}
      options={(found.data?.items ?? [])
        .filter(({ name }) => !chosen().includes(name))
        .map(({ name, matched, parent }) => ({ value: name, label: name, detail: matched ?? parent ?? undefined }))}
      busy={touched() && (asked() !== typed() || found.isLoading)}
      isChosen={(found.data?.items ?? []).some(({ name }) => chosen().includes(name))}
      most={MOST_SKILLS_SOUGHT - chosen().length}
      onType={(text) => {
        setTouched(true)
        setWords(text)
      }}
      onChange={(value) => props.searching.setSkills([...chosen(), ...value])}
    />
  )
}
