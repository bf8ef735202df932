import type * as workers from '@cloudflare/workers-types'

declare const WebSocketPair: typeof workers.WebSocketPair
declare const Response: typeof workers.Response

/** Hands every frame to every socket and keeps nothing. */
export class Echo {
  private readonly ctx: workers.DurableObjectState

  constructor(ctx: workers.DurableObjectState) {
    this.ctx = ctx
  }

  fetch(): workers.Response {
    const { 0: theirs, 1: ours } = new WebSocketPair()
    this.ctx.acceptWebSocket(ours)
    return new Response(null, { status: 101, webSocket: theirs })
  }

  webSocketMessage(_ws: workers.WebSocket, frame: string): void {
    for (const ws of this.ctx.getWebSockets()) ws.send(frame)
  }
}

export default {
  fetch: (request: workers.Request, { ECHO }: { ECHO: workers.DurableObjectNamespace }): Promise<workers.Response> =>
    ECHO.get(ECHO.idFromName(new URL(request.url).pathname)).fetch(request.url, request),
}
