import { m } from '../lib/messages'
import { toast } from '../ui/Toast'

/** The sheet of the device where there is one; else the address is copied. */
export async function share(postId: string): Promise<void> {
  const url = `${location.origin}/community/posts/${postId}`
  if (navigator.share) {
    // Closing the sheet is no failure.
    await navigator.share({ url }).catch(() => undefined)
    return
  }
  try {
    await navigator.clipboard.writeText(url)
    toast(m.community_copied())
  } catch {
    toast(m.community_copy_failed({ url }))
  }
}
