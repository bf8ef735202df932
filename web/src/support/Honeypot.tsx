import { m } from '../lib/messages'

/** A field that people neither see, hear nor reach: whoever fills it in is a program. */
export const Honeypot = () => (
  <div class="honeypot" aria-hidden="true">
    <label>
      {m.contact_website()}
      <input type="text" name="website" tabindex="-1" autocomplete="off" />
    </label>
  </div>
)
