declare module '*.md' {
  const article: import('./articles').Article
  export default article
}
