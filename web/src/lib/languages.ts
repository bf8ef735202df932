/** Languages a mentor can tick; the codes are BCP 47, the names come from the browser. */
export const LANGUAGES =
  'en hi bn te mr ta ur gu kn ml pa or as ne si es pt fr de it nl pl tr ar fa he sw yo ha am ru uk vi id th ja ko zh'.split(
    ' ',
  )
