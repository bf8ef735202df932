import type { components } from '../../../src/lib/contract.generated'
import { shortened, type Head } from '../../document'
import { shareImage } from '../../pages'

type Post = components['schemas']['Post']

/** The first line that says something, without the marks before it. */
function titleOf(text: string): string {
  const line = text.split('\n').find((one) => /[\p{L}\p{N}]/u.test(one)) ?? 'AspireX'
  return shortened(line.replace(/^[\s#>*-]+/u, ''))
}

/** What AspireX itself wrote, for search engines and link previews; what members write is for members. */
export function postHead(post: Post, origin: string): Head {
  const url = `${origin}/community/posts/${post.id}`
  const title = titleOf(post.text)
  const [picture] = post.pictures
  const image = picture ? new URL(picture.url, origin).href : shareImage(origin)
  return {
    title: `${title} · AspireX`,
    description: shortened(post.text),
    canonical: url,
    image,
    type: 'website',
    data: {
      '@context': 'https://schema.org',
      '@type': 'SocialMediaPosting',
      headline: title,
      articleBody: post.text,
      datePublished: post.published_at,
      ...(post.edited_at && { dateModified: post.edited_at }),
      url,
      author: { '@type': 'Organization', name: 'AspireX', url: origin },
    },
    words: post.text.split(/\n{2,}/),
  }
}
