import './site.css'
import { A } from '@solidjs/router'
import { For } from 'solid-js'
import { m } from '../lib/messages'
import { createTitle } from '../lib/title'
import { Table } from '../ui/Illustration'
import { Numbers } from './Numbers'

const HOW = [
  { title: m.about_how_1, words: m.about_how_1_words },
  { title: m.about_how_2, words: m.about_how_2_words },
  { title: m.about_how_3, words: m.about_how_3_words },
  { title: m.about_how_4, words: m.about_how_4_words },
]

export default function AboutPage() {
  createTitle(m.about_title)
  return (
    <>
      <header class="page-head">
        <h1 class="display">{m.about_title()}</h1>
        <p class="t-lead">{m.about_lead()}</p>
      </header>
      <div class="page-body">
        <section class="pair" aria-labelledby="why">
          <div class="stack stack--3">
            <h2 id="why" class="t-page">
              {m.about_why()}
            </h2>
            <p class="prose t-2">{m.about_why_words()}</p>
          </div>
          <Table />
        </section>
        <Numbers />
        <section class="stack stack--6" aria-labelledby="how">
          <h2 id="how" class="t-page">
            {m.about_how()}
          </h2>
          <ul class="tiles tiles--4">
            <For each={HOW}>
              {(one) => (
                <li class="card">
                  <h3 class="t-strong">{one.title()}</h3>
                  <p class="t-2">{one.words()}</p>
                </li>
              )}
            </For>
          </ul>
        </section>
        <section class="stack stack--3 max-w-read" aria-labelledby="who">
          <h2 id="who" class="t-page">
            {m.about_who()}
          </h2>
          <p class="t-2">
            {m.about_who_words()}{' '}
            <A class="link nowrap" href="/contact">
              {m.help_ask()}
            </A>
          </p>
        </section>
      </div>
    </>
  )
}
