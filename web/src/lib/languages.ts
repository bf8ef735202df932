/** Languages a person can choose, the most frequent ones here first; the codes are BCP 47, the names come from the browser. */
export const LANGUAGES = (
  'en hi bn te mr ta ur gu kn ml pa or as ne si es pt fr de it nl pl tr ar fa he sw yo ha am ru uk vi id th ja ko zh ' +
  'af ak az be bg bho bm bo br bs ca ceb ckb cs cy da dz ee el eo et eu ff fi fil ga gl gn gsw haw hr ht hu hy ig ' +
  'is jv ka kk km kok ku ky la lb lg ln lo lt lv mai mg mi mk mn mni ms mt my no ny om ps qu rm rn ro rw sa sat ' +
  'sc sd sk sl sm sn so sq sr st su sv tg ti tk tn to tt ug uz wo xh yi yue zu'
).split(' ')
