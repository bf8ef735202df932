import { request } from '@playwright/test'
import { call } from './world'

/** Everybody here comes from one address; limits are tested where they live. */
export default async function raiseLimits(): Promise<void> {
  const context = await request.newContext()
  await call(context, 'post', '/sandbox/limits/', { scale: 1000 })
  await context.dispose()
}
