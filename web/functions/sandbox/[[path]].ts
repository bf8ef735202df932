export const onRequest = ({ request, env }: { request: Request; env: { API: { fetch: typeof fetch } } }) =>
  env.API.fetch(request)
