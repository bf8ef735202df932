import type { JSX } from 'solid-js'

const Drawing = (props: { children: JSX.Element }) => (
  <svg class="ill empty__art" viewBox="0 0 240 160" aria-hidden="true">
    {props.children}
  </svg>
)

/** Two chairs at a lit table: no sessions yet. */
export const Table = () => (
  <Drawing>
    <path class="c2 n" d="M120 32 62 136h116z" />
    <path d="M120 8v12" />
    <path class="A" d="M104 32c2-9 8-12 16-12s14 3 16 12z" />
    <path d="M104 32c2-9 8-12 16-12s14 3 16 12z" />
    <path class="p" d="M76 92h88v8H76z" />
    <path d="M88 100v36M152 100v36" />
    <path class="p" d="M96 80h14v9c0 2-1 3-3 3h-8c-2 0-3-1-3-3zM110 82h3c4 0 4 6 0 6h-3" />
    <path class="p" d="m126 91 4-11h20l-4 11z" />
    <path d="M40 66v70M40 102h26v34" />
    <path class="c1" d="M37 64h8v32h-8z" />
    <path d="M200 66v70M200 102h-26v34" />
    <path class="c3" d="M195 64h8v32h-8z" />
    <path d="M24 136h192" />
  </Drawing>
)

/** Two cups on a string: no messages yet. */
export const Cups = () => (
  <Drawing>
    <path class="c1 n" d="M22 136c10-30 48-16 84-22s74-20 110 4c9 6 10 12 7 18z" />
    <path d="M12 136h216" />
    <path d="M76 93c16 40 76 41 90.5-1" />
    <path class="p" d="m38 62 40-14 15 34-34 22z" />
    <path class="A" d="M44.3 74.6 82.5 58.200 87.750 70.100 51.650 89.300z" />
    <path d="m38 62 40-14 15 34-34 22z" />
    <ellipse class="p" cx="58" cy="55" rx="21.5" ry="6.5" transform="rotate(-19 58 55)" />
    <path class="p" d="m202 60-40-13-13 35 35 20z" />
    <path class="c2 n" d="M158.100 57.5 196.600 72.600 190.300 87.300 153.5 69.750z" />
    <path d="m202 60-40-13-13 35 35 20z" />
    <ellipse class="p" cx="182" cy="53.5" rx="21.5" ry="6.5" transform="rotate(18 182 53.5)" />
    <path d="M110 44c4-5 16-5 20 0M104 34c8-9 24-9 32 0" />
  </Drawing>
)

/** A telescope: nothing found. */
export const Scope = () => (
  <Drawing>
    <path class="c3 n" d="M10 142c26-40 70-44 112-38 44 6 82 14 108 38z" />
    <path d="M10 142h220" />
    <path d="m112 88-22 46M118 88l26 48M115 90v42" />
    <path class="p" d="m66 96 78-44 10 18-78 42z" />
    <path class="A" d="m124 63 20-11 10 18-20 11z" />
    <path d="m66 96 78-44 10 18-78 42z" />
    <path class="c2" d="m141 47 26-15 17 30-26 15z" />
    <path class="p" d="m58 95 8-4 10 19-8 4z" />
    <circle class="k" cx="115" cy="87" r="4" />
    <path d="M204 26v12M198 32h12M84 26v8M80 30h8M40 52v8M36 56h8" />
  </Drawing>
)

/** A pulled plug: the server is out of reach. */
export const Cord = () => (
  <Drawing>
    <path class="c1 n" d="M24 128c4-30 40-26 70-22s54-30 92-18 40 34 34 40z" />
    <path d="M12 128h216" />
    <path d="M12 120c30 4 58 2 56-24S40 58 52 46s36 2 36 26-12 44 20 44" />
    <path class="p" d="M108 100h24c8 0 14 7 14 16s-6 16-14 16h-24z" transform="translate(0 -6)" />
    <path d="M146 103h12M146 117h12" />
    <path class="p" d="M188 80h28v48h-28z" />
    <path class="A" d="M194 88h16v32h-16z" />
    <path d="M188 80h28v48h-28z" />
    <path class="w" d="M198 98v4M206 98v4M200 112h4" />
    <path d="m170 94-4-8M177 91l1-9" />
  </Drawing>
)
