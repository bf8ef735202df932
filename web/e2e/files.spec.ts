import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { join, someone } from './world'

const GPS = 'Exif\0\0MM\0*\0\0\0\x08\0\0GPSLatitude 18.5204 GPSLongitude 73.8567'

/** A photo, red on its left and blue on its right, that says where it was taken. */
async function photo(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(1200, 600)
    const context = canvas.getContext('2d')!
    for (const [colour, left] of [
      ['#c00', 0],
      ['#00c', 600],
    ] as const) {
      context.fillStyle = colour
      context.fillRect(left, 0, 600, 600)
    }
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg' })).arrayBuffer())
    return btoa(String.fromCharCode(...bytes))
  })
  const jpeg = Buffer.from(base64, 'base64')
  const tags = Buffer.from(GPS, 'latin1')
  const length = tags.length + 2
  return Buffer.concat([
    jpeg.subarray(0, 2),
    Buffer.from([0xff, 0xe1, length >> 8, length & 255]),
    tags,
    jpeg.subarray(2),
  ])
}

/** A CV that is large enough to watch it on its way. */
function cv(megabytes: number): Buffer {
  const parts = ['%PDF-1.7\n']
  const places: number[] = []
  const content = 'BT (I build things) Tj ET\n'.repeat((megabytes * 1024 * 1024) / 26)
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ]
  for (const [i, object] of objects.entries()) {
    places.push(parts.join('').length)
    parts.push(`${i + 1} 0 obj\n${object}\nendobj\n`)
  }
  const start = parts.join('').length
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(
    `${parts.join('')}xref\n0 5\n0000000000 65535 f \n${rows}trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
  )
}

async function openProfile(context: BrowserContext): Promise<Page> {
  await join(context, 'Ishaan Mehta')
  const page = await context.newPage()
  await page.goto('/settings/profile')
  await expect(page.getByRole('heading', { name: 'Your picture' })).toBeVisible()
  return page
}

async function choose(page: Page, button: string, file: { name: string; mimeType: string; buffer: Buffer }) {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: button, exact: true }).click()
  await (await chooser).setFiles(file)
}

/** The colour in the middle of a picture on the page. */
const colourOf = (page: Page, source: string) =>
  page.evaluate(async (address) => {
    const bitmap = await createImageBitmap(await (await fetch(address)).blob())
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!
    context.drawImage(bitmap, 0, 0)
    const [red, , blue] = context.getImageData(bitmap.width / 2, bitmap.height / 2, 1, 1).data
    return { width: bitmap.width, red, blue }
  }, source)

test('a picture is cropped, loses what it tells of its place, and stands beside the name @phone', async ({
  browser,
}) => {
  const page = await openProfile(await someone(browser, 'Asia/Kolkata'))
  const sent = page.waitForRequest(
    (request) => request.method() === 'POST' && request.url().endsWith('/files/picture/'),
  )
  await choose(page, 'Choose a picture', { name: 'me.jpg', mimeType: 'image/jpeg', buffer: await photo(page) })

  const dialog = page.getByRole('dialog', { name: 'Choose the part that shows' })
  const stage = dialog.getByRole('application', { name: 'Picture to crop' })
  await stage.focus()
  for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('+')
  await dialog.getByRole('button', { name: 'Use this picture' }).click()
  await sent
  await expect(page.getByText('This is how people see you now.')).toBeVisible()

  const inHeader = page.locator('header img[src^="/api/files/pictures/"]').first()
  await expect(inHeader).toBeVisible()
  const source = (await inHeader.getAttribute('src')) ?? ''
  expect(await colourOf(page, source)).toMatchObject({ width: 512, red: expect.any(Number) })
  const { red = 255, blue = 0 } = await colourOf(page, source)
  expect(blue).toBeGreaterThan(150)
  expect(red).toBeLessThan(80)
  expect((await colourOf(page, source.replace(/512$/, '96'))).width).toBe(96)
  const kept = await page.request.get(source)
  expect(kept.headers()['cache-control']).toContain('immutable')
  expect((await kept.body()).toString('latin1')).not.toMatch(/GPS|Exif/)

  await page.getByRole('button', { name: 'Remove picture' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(inHeader).toBeHidden()
})

test('a picture is dragged and zoomed with the mouse, and what is seen is what is kept', async ({ browser }) => {
  const page = await openProfile(await someone(browser, 'Asia/Kolkata'))
  await choose(page, 'Choose a picture', { name: 'me.jpg', mimeType: 'image/jpeg', buffer: await photo(page) })
  const stage = page.getByRole('application', { name: 'Picture to crop' })
  const box = (await stage.boundingBox())!
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + box.width, y, { steps: 5 })
  await page.mouse.up()
  await page.mouse.wheel(0, -200)
  await page.getByLabel('Zoom').press('End')
  await page.getByRole('button', { name: 'Use this picture' }).click()
  const shown = page.getByRole('img', { name: 'Your picture' }).first()
  await expect(shown).toHaveAttribute('src', /\/512$/)
  const { red, blue } = await colourOf(page, (await shown.getAttribute('src')) ?? '')
  expect(red).toBeGreaterThan(150)
  expect(blue).toBeLessThan(80)
})

test('a CV shows how far it is, is stopped, sent again, downloaded and removed @phone', async ({ browser }) => {
  const context = await someone(browser, 'Asia/Kolkata')
  const page = await openProfile(context)
  const network = await context.newCDPSession(page)
  const speed = (uploadThroughput: number) =>
    network.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput,
    })
  await speed(300_000)
  await choose(page, 'Choose a PDF', { name: 'Lebenslauf Zoë.pdf', mimeType: 'application/pdf', buffer: cv(4) })
  const bar = page.getByRole('progressbar', { name: 'Sending Lebenslauf Zoë.pdf' })
  await expect.poll(() => bar.evaluate((one: HTMLProgressElement) => one.value)).toBeGreaterThan(0)
  expect(await bar.evaluate((one: HTMLProgressElement) => one.value)).toBeLessThan(1)
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByText('Stopped. Nothing was changed.')).toBeVisible()

  await speed(-1)
  await page.getByRole('button', { name: 'Send again' }).click()
  const link = page.getByRole('link', { name: 'Download Lebenslauf Zoë.pdf' })
  await expect(link).toBeVisible()
  const download = page.waitForEvent('download')
  await link.click()
  expect((await download).suggestedFilename()).toBe('Lebenslauf Zoë.pdf')

  await page.getByRole('region', { name: 'Your CV' }).getByRole('button', { name: 'Remove' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(link).toBeHidden()
  await expect(page.getByText('No CV yet.', { exact: false })).toBeVisible()
})

test('a file that pretends to be another is refused in plain words, and the right one can follow', async ({
  browser,
}) => {
  const page = await openProfile(await someone(browser, 'Asia/Kolkata'))
  const html = Buffer.from('<!doctype html><script>alert(1)</script>')
  await choose(page, 'Choose a picture', { name: 'me.png', mimeType: 'image/png', buffer: html })
  await expect(page.getByText('This file is not a picture that your browser can read.', { exact: false })).toBeVisible()
  await choose(page, 'Choose a PDF', { name: 'cv.pdf', mimeType: 'application/pdf', buffer: html })
  await expect(page.getByText('This is not a PDF.')).toBeVisible()
  await choose(page, 'Choose a PDF', { name: 'cv.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(12_000_000) })
  await expect(page.getByText('This file has 11.4 MB. At most 10 MB are taken.')).toBeVisible()
  await choose(page, 'Choose a PDF', { name: 'cv.pdf', mimeType: 'application/pdf', buffer: cv(0.1) })
  await expect(page.getByRole('link', { name: 'Download cv.pdf' })).toBeVisible()
})

test('a portfolio shows pictures with what they are', async ({ browser }) => {
  const page = await openProfile(await someone(browser, 'Asia/Kolkata'))
  await choose(page, 'Add a picture', { name: 'poster.jpg', mimeType: 'image/jpeg', buffer: await photo(page) })
  const dialog = page.getByRole('dialog', { name: 'Add to your portfolio' })
  await dialog.getByLabel('What it shows').fill('A poster in red and blue')
  await dialog.getByRole('button', { name: 'Add a picture' }).click()
  const work = page.getByRole('img', { name: 'A poster in red and blue' })
  await expect(work).toBeVisible()
  await page.getByRole('button', { name: 'Remove A poster in red and blue' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(work).toBeHidden()
})
