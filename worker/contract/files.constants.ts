export const FILE_KINDS = ['picture', 'cv', 'portfolio', 'evidence', 'chat', 'support', 'cover', 'post'] as const
export type FileKind = (typeof FILE_KINDS)[number]

export const FILE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const
export type FileType = (typeof FILE_TYPES)[number]

/** Square sides of a profile picture, in pixels. */
export const PICTURE_WIDTHS = [96, 256, 512] as const
export type PictureWidth = (typeof PICTURE_WIDTHS)[number]

export const FILE_BYTES_MOST = 10_485_760
/** What one person may keep altogether. */
export const STORAGE_BYTES_MOST = 50 * 1024 * 1024
/** What goes with messages has a shelf of its own, so that talking never fills the other one. */
export const CHAT_BYTES_MOST = 500 * 1024 * 1024
export const CHAT_FILES_MOST = 2000
export const SUPPORT_FILES_MOST = 200
export const PIXELS_MOST = 50_000_000
export const PORTFOLIO_MOST = 12
export const EVIDENCE_MOST = 10
/** Of events, each picture counted once; those of no event go after a day. */
export const COVERS_MOST = 60
/** Covers have a shelf of their own as well. */
export const COVER_BYTES_MOST = 100 * 1024 * 1024
/** Pictures of posts have a shelf of their own. */
export const POST_FILES_MOST = 1000
export const POST_BYTES_MOST = 300 * 1024 * 1024
