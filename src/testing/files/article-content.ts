/** Texts of articles: the API takes them but answers them by download only. */
const contents = new WeakMap<object, string>()

export function keepArticleContent(article: object, content: unknown): void {
  if (typeof content === 'string') contents.set(article, content)
}

export const articleContentOf = (article: object): string | undefined => contents.get(article)
