/** What the emulator of `npm start` holds: made-up keys and resources that the repository publishes. */
import seed from "../../../examples/seed.json" with { type: "json" };

const [[projectId, project]] = Object.entries(seed.projects) as unknown as [
  [string, { accessKeys: [{ ak: string; sk: string }] }],
];

export const demo = { projectId, keys: project.accessKeys[0] };
