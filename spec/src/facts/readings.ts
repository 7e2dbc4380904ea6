/** What a page does not say outright and the reader infers; each is recorded with the page. */
export const readings = {
  bodyUnderUri: "body fields stand in the table of the URI",
  rootArray: "the sample shows an array; the table lists the fields of one element",
  flattened: "one table lists parents and children; the sample shows the nesting",
  queryNotInUri: "query parameter that the URI line does not show",
  noStatus: "no status is stated",
} as const;
