import type { components } from '../../src/lib/contract.generated'
import { builtPage, NOT_INDEXED, page, shortened, withHead, type Head, type Wire } from '../document'

type Student = components['schemas']['StudentPage']

function headOf(student: Student, origin: string): Head {
  const canonical = `${origin}/students/${student.student_id}`
  const image = student.picture_url ? new URL(student.picture_url, origin).href : undefined
  return {
    title: `${student.name} · AspireX`,
    description: shortened(student.bio ?? `${student.name} learns at AspireX.`),
    canonical,
    image,
    type: 'profile',
    data: {
      '@context': 'https://schema.org',
      '@type': 'Person',
      name: student.name,
      url: canonical,
      ...(image && { image }),
      ...(student.skills.length > 0 && { knowsAbout: student.skills }),
    },
    words: [student.name, ...(student.bio ? [student.bio] : []), ...student.skills],
  }
}

/** A student's page, where they opened it; search engines are let in only by their wish. */
export async function onRequestGet(wire: Wire): Promise<Response> {
  const { origin } = new URL(wire.request.url)
  const address = `${origin}/api/students/${encodeURIComponent(wire.params.student_id ?? '')}/`
  const [html, answer] = await Promise.all([builtPage(wire), wire.env.API.fetch(address)])
  if (!answer.ok) return page(html, answer.status === 404 ? 404 : 200, NOT_INDEXED)
  const student: Student = await answer.json()
  return page(withHead(html, headOf(student, origin)), 200, student.searchable ? {} : NOT_INDEXED)
}
