import { useQueryClient } from '@tanstack/solid-query'
import { wordsOf } from '../lib/problem'
import { toast } from '../ui/Toast'
import { bookmark, likePost, type Post } from './community.queries'
import { patchPost } from './patch'

/** Likes and bookmarks show at once, and go back where the server says no. */
export function createMarking() {
  const client = useQueryClient()
  async function like({ id, liked, likes }: Post): Promise<void> {
    patchPost(client, id, (post) => ({ ...post, liked: !liked, likes: likes + (liked ? -1 : 1) }))
    try {
      const said = await likePost(id, !liked)
      patchPost(client, id, (post) => ({ ...post, ...said }))
    } catch (error) {
      patchPost(client, id, (post) => ({ ...post, liked, likes }))
      toast(wordsOf(error))
    }
  }
  async function keep({ id, bookmarked }: Post): Promise<void> {
    patchPost(client, id, (post) => ({ ...post, bookmarked: !bookmarked }))
    try {
      await bookmark(id, !bookmarked)
      void client.invalidateQueries({ queryKey: ['posts', 'saved'] })
    } catch (error) {
      patchPost(client, id, (post) => ({ ...post, bookmarked }))
      toast(wordsOf(error))
    }
  }
  return { like, keep }
}
