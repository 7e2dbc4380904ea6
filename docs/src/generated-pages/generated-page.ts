/** A page that is generated as Markdown: rendered for the site, and published as it is beside it. */
export interface GeneratedPage {
  /** Path below the root of the site. */
  id: string;
  /** Frontmatter, as Starlight takes it. */
  data: { title: string; description: string } & Record<string, unknown>;
  body: string;
}
