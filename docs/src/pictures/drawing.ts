/** What graphs and sequences are drawn into. */

export interface Drawing {
  width: number;
  height: number;
  /** Elements of SVG. */
  content: string;
}

/** Refers to the tip of an arrow; its id is that of the picture, so that several fit into one page. */
export const tip = (name: string): string => `marker-end="url(#picture-${name}-tip)"`;

export const tipDefinition = (name: string): string =>
  `<defs><marker id="picture-${name}-tip" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 .5 8 4 0 7.5z" class="tip"/></marker></defs>`;
