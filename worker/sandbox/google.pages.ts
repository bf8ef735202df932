import { html } from 'hono/html'
import { LIES } from './google.tokens'
import { SANDBOX_ACCOUNTS } from './keys'

const TITLE = 'Sign in with the sandbox’s Google'
const nameIn = (email: string): string => email.charAt(0).toUpperCase() + email.slice(1, email.indexOf('@'))

/** The forms have no action: they answer to the very address that was asked for. */
export const consentForm = (fault?: string) => ({
  title: TITLE,
  body: html` <p>AspireX wants to know who you are. Choose somebody, or be somebody new.</p>
    ${fault ? html`<p role="alert">${fault}</p>` : ''}
    ${SANDBOX_ACCOUNTS.map(
      ({ email }) =>
        html`<form method="post">
          <input type="hidden" name="name" value="${nameIn(email)}" />
          <button name="email" value="${email}">${nameIn(email)} · ${email}</button>
        </form>`,
    )}
    <article>
      <h2>Somebody else</h2>
      <form method="post">
        <p>
          <label>Name <input name="name" autocomplete="off" maxlength="200" /></label>
        </p>
        <p>
          <label>E-mail <input name="email" type="email" required autocomplete="off" /></label>
        </p>
        <p>
          <label>Subject, where it is not made from the e-mail <input name="subject" autocomplete="off" /></label>
        </p>
        <p>
          <label><input type="checkbox" name="unverified" /> Google has not verified this e-mail</label>
        </p>
        <p>
          <label
            >Google answers
            <select name="lie">
              <option value="">honestly</option>
              ${LIES.map((lie) => html`<option value="${lie}">${lie.replaceAll('_', ' ')}</option>`)}
            </select></label
          >
        </p>
        <button>Continue</button>
      </form>
    </article>
    <form method="post"><button name="cancel" value="yes">Cancel</button></form>`,
})

export const refusal = () => ({
  title: TITLE,
  body: html`<p>The request is not one of AspireX: its client, its return address or its PKCE challenge is wrong.</p>`,
})
