import { m } from '../lib/messages'
import { ButtonLink } from '../ui/Button'
import { Cups } from '../ui/Illustration'
import { Empty } from '../ui/List'

export const NoMessages = () => (
  <Empty
    art={<Cups />}
    title={m.chat_none()}
    act={
      <ButtonLink kind="primary" href="/mentors">
        {m.chat_none_act()}
      </ButtonLink>
    }
  >
    {m.chat_none_words()}
  </Empty>
)
