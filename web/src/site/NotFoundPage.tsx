import { m } from '../lib/messages'
import { createTitle } from '../lib/title'
import { ButtonLink } from '../ui/Button'
import { Scope } from '../ui/Illustration'
import { Empty } from '../ui/List'

export default function NotFoundPage() {
  createTitle(m.not_found_title)
  return (
    <>
      <h1 class="sr">{m.not_found_title()}</h1>
      <Empty
        art={<Scope />}
        title={m.not_found_title()}
        act={
          <ButtonLink kind="primary" href="/mentors">
            {m.act_find_mentor()}
          </ButtonLink>
        }
      >
        {m.not_found_words()}
      </Empty>
    </>
  )
}
