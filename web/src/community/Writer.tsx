import { useNavigate } from '@solidjs/router'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, For, Show } from 'solid-js'
import { POST_GRAPHEMES_MOST, TOPICS } from '../../../worker/contract/community.constants'
import { m } from '../lib/messages'
import { useAccount, type Me } from '../lib/session'
import { createSubmission } from '../lib/submission'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Checkbox, Select } from '../ui/Field'
import { ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import { changePost, publish, publishDraft, saveDraft, type Post } from './community.queries'
import { createWords } from './draft'
import { createKeys } from './keys'
import { MentionArea } from './MentionArea'
import { patchPost } from './patch'
import { PictureFields } from './PictureFields'
import { PostText } from './PostText'
import { TagField } from './TagField'
import { TOPIC_WORDS } from './words'
import { closeWriter, writing, type Writing } from './writing'

/** The sheet in which posts are written; one for the whole page. */
export const Writer = () => <Show when={writing()}>{(what) => <Sheet what={what()} />}</Show>

const titleOf = (what: Writing): string => ('post' in what ? m.write_change() : m.write_title())
const lengthOf = (text: string): number => [...new Intl.Segmenter().segment(text)].length
/** Who may write in the name of AspireX. */
const isOfficer = (me: Me): boolean => me.roles.includes('admin') || me.roles.includes('support')
const OF_FIELDS = ['text', 'tags', 'topic', 'pictures']

function Sheet(props: { what: Writing }) {
  const me = useAccount()
  const client = useQueryClient()
  const navigate = useNavigate()
  // What is written never changes while the sheet is open.
  // oxlint-disable-next-line solid/reactivity
  const what = props.what
  const { words, change, forget, body } = createWords(what, me().id)
  const [isPreview, setPreview] = createSignal(false)
  const [isUploading, setUploading] = createSignal(false)
  const [saving, setSaving] = createSignal(false)
  const left = () => POST_GRAPHEMES_MOST - lengthOf(words.text)

  const keyFor = createKeys()
  const form = createSubmission(
    async (): Promise<Post> => {
      if ('post' in what) return changePost(what.post.id, body())
      const whole = { ...body(), as_official: words.as_official }
      return 'draft' in what ? publishDraft(what.draft.id, whole) : publish(whole, keyFor(JSON.stringify(whole)))
    },
    (post) => {
      forget()
      closeWriter()
      if ('post' in what) patchPost(client, post.id, () => post)
      else {
        void client.invalidateQueries({ queryKey: ['posts'] })
        void client.invalidateQueries({ queryKey: ['drafts'] })
        navigate(`/community/posts/${post.id}`)
      }
      toast('post' in what ? m.write_changed() : m.write_published())
    },
  )
  async function keepDraft(): Promise<void> {
    setSaving(true)
    form.setError(undefined)
    try {
      await saveDraft({ ...body(), as_official: words.as_official }, 'draft' in what ? what.draft.id : undefined)
      forget()
      closeWriter()
      void client.invalidateQueries({ queryKey: ['drafts'] })
      toast(m.write_kept(), { label: m.write_to_drafts(), run: () => navigate('/community/drafts') })
    } catch (error) {
      form.setError(error)
    } finally {
      setSaving(false)
    }
  }
  const isOfField = () => OF_FIELDS.some((field) => form.fieldError(field))
  return (
    <Dialog open onClose={closeWriter} title={titleOf(what)}>
      <form class="stack" onSubmit={(event) => void form.submit(event)}>
        <ProblemNote error={isOfField() ? undefined : form.error()} />
        <Show
          when={!isPreview()}
          fallback={
            <div class="prose write__preview" dir="auto">
              <PostText text={body().text} mentions={words.people} />
            </div>
          }
        >
          <MentionArea
            label={m.write_text()}
            rows={8}
            first
            value={words.text}
            onInput={(text) => change({ text })}
            onMention={(person) => change({ people: [...words.people, person] })}
            hint={left() < 200 ? m.write_left({ count: left() }) : m.write_hint()}
            error={form.fieldError('text')}
          />
        </Show>
        <Select
          label={m.write_topic()}
          value={words.topic}
          onChange={(event) => change({ topic: TOPICS.find((one) => one === event.currentTarget.value) ?? 'general' })}
          error={form.fieldError('topic')}
        >
          <For each={TOPICS}>{(topic) => <option value={topic}>{TOPIC_WORDS[topic]()}</option>}</For>
        </Select>
        <TagField tags={words.tags} onChange={(tags) => change({ tags })} error={form.fieldError('tags')} />
        <Checkbox
          checked={words.is_question}
          onChange={(event) => change({ is_question: event.currentTarget.checked })}
        >
          {m.write_question()}
        </Checkbox>
        <Show when={isOfficer(me()) && !('post' in what)}>
          <Checkbox
            checked={words.as_official}
            onChange={(event) => change({ as_official: event.currentTarget.checked })}
          >
            {m.write_official()}
          </Checkbox>
        </Show>
        <PictureFields
          pictures={words.pictures}
          onChange={(pictures) => change({ pictures })}
          onBusy={setUploading}
          error={form.fieldError('pictures')}
        />
        <div class="row row--2 row--wrap">
          <Button kind="primary" type="submit" busy={form.busy()} disabled={isUploading() || left() < 0}>
            {'post' in what ? m.write_save() : m.write_publish()}
          </Button>
          <Button aria-pressed={isPreview()} onClick={() => setPreview((shown) => !shown)}>
            {m.write_preview()}
          </Button>
          <Show when={!('post' in what)}>
            <Button kind="quiet" busy={saving()} disabled={isUploading()} onClick={() => void keepDraft()}>
              {m.write_keep()}
            </Button>
          </Show>
        </div>
      </form>
    </Dialog>
  )
}
