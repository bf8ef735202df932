import { html } from 'hono/html'
import { codeAt } from '../accounts/totp.rules'
import type { SANDBOX_ACCOUNTS, SANDBOX_KEYS } from './keys'
import type { Letter } from './mailbox.data'

interface Front {
  now: Date
  razorpay: typeof SANDBOX_KEYS
  accounts: typeof SANDBOX_ACCOUNTS
}

export const frontPage = ({ now, razorpay, accounts }: Front) => ({
  title: 'Sandbox',
  body: html` <p>
      It is ${now.toISOString()} here. <a href="/sandbox/mailbox/">Mailbox</a> · <a href="/api/docs">API</a> ·
      <a href="/">AspireX</a>
    </p>
    <h2>People</h2>
    <ul>
      ${accounts.map((account) => html`<li>${accountPart(account, now)}</li>`)}
    </ul>
    <h2>Razorpay</h2>
    <dl>
      <dt>Key</dt>
      <dd>${razorpay.key_id} · ${razorpay.key_secret}</dd>
      <dt>Webhook secrets</dt>
      <dd>${razorpay.webhook_secrets.join(', ')}</dd>
    </dl>`,
})

/** With the code of this moment: the authenticator on a phone does not know a clock that was moved. */
const accountPart = ({ email, password, totp_secret }: Front['accounts'][number], now: Date) =>
  totp_secret
    ? html`${email} · ${password} · ${totp_secret} · ${codeAt(totp_secret, now)}`
    : html`${email} · ${password}`

export const mailboxPage = (letters: Letter[], to: string | undefined) => ({
  title: 'Mailbox',
  body: html` <form>
      <label>To <input name="to" type="search" value="${to ?? ''}" /></label> <button>Show</button>
      <a href="/sandbox/mailbox/kinds/">Every mail</a>
    </form>
    ${letters.length === 0 ? html`<p>No mail yet.</p>` : letters.map(letterPart)}`,
})

const letterPart = ({ subject, to, sent_at, text, links, attachments }: Letter) =>
  html` <article>
    <h2>${subject}</h2>
    <p>${to} · ${sent_at.toISOString()}</p>
    <pre>${text}</pre>
    ${attachments.map(
      ({ name, content_type, content }) =>
        html`<details>
          <summary>${name} · ${content_type}</summary>
          <pre>${content}</pre>
        </details>`,
    )}
    ${
      links.length === 0
        ? ''
        : html`<ul>
            ${links.map((link) => html`<li><a href="${link}">${link}</a></li>`)}
          </ul>`
    }
  </article>`
