/**
 * Rules of this description that Redocly's own sets do not have. Each message says how to mend the fault.
 * The extensions that they ask for are documented in the README of this package.
 */
const verbs = {
  get: ["list", "get"],
  post: ["create", "add", "remove"],
  put: ["update"],
  delete: ["delete"],
};
const readKinds = ["list", "boolean", "integer", "absent"];

/** operationIds are verb + noun, and the verb fits the method. */
function operationIdVerb() {
  return {
    Operation(operation, { report, key }) {
      const allowed = verbs[key] ?? [];
      if (allowed.some((verb) => new RegExp(`^${verb}[A-Z]`).test(operation.operationId ?? ""))) return;
      report({
        message: `"${operation.operationId}" should be one of the verbs ${allowed.join(", ")} and a noun, in camelCase, since the method is ${key.toUpperCase()}.`,
      });
    },
  };
}

/** Each operation says which pages it was written from, and whether it may be repeated. */
function operationFacts() {
  return {
    Operation(operation, { report, key }) {
      if (!(operation["x-elb-source"]?.length > 0)) {
        report({
          message: "Name the pages that this operation was written from: `x-elb-source: [title, …]`.",
        });
      }
      const repeat = operation["x-elb-repeat"];
      if (repeat !== (key === "get" ? "safe" : "never")) {
        report({
          message:
            "Set `x-elb-repeat: safe` on GET and `x-elb-repeat: never` on everything else: a repeated change can do harm.",
        });
      }
    },
  };
}

/** An operation that answers with a job reference says which type of job it launches, and no other does. */
function jobLaunch() {
  return {
    Operation(operation, { report, resolve, key }) {
      const schema = operation.responses?.["200"]?.content?.["application/json"]?.schema ?? {};
      const launches =
        Boolean((schema.$ref ? resolve(schema).node : schema)?.properties?.job_id) && key !== "get";
      if (launches === Boolean(operation["x-elb-job"])) return;
      report({
        message: launches
          ? "The answer is a job reference: add `x-elb-job` with the type of the job."
          : "`x-elb-job` is for operations that answer with a job reference: remove it, or answer with JobReference.yaml.",
      });
    },
  };
}

/** Every JSON payload and answer has an example. */
function mediaTypeExample() {
  return {
    MediaType(media, { report }) {
      if (Object.keys(media.examples ?? {}).length > 0) return;
      report({
        message:
          "Add `examples` with at least one named example; they are validated, shown and sent by the mock server.",
      });
    },
  };
}

/** Every documented failure and `default` is there, so that an unexpected status has a shape. */
function defaultResponse() {
  return {
    Responses(responses, { report }) {
      if (responses.default) return;
      report({
        message:
          "Add `default` with shared/responses/DefaultError.yaml: statuses that no page lists do occur.",
      });
    },
  };
}

/** Every property tells a reader what it is. */
function propertyDescription() {
  return {
    SchemaProperties(properties, { report, location, resolve }) {
      for (const [name, schema] of Object.entries(properties)) {
        const described = schema.description ?? (schema.$ref && resolve(schema).node?.description);
        if (!described) {
          report({
            message: `Describe \`${name}\`: meaning, unit, range, and when it applies.`,
            location: location.child(name),
          });
        }
      }
    },
  };
}

/** Marks of read quirks are known ones, and stand where the quirk is possible. */
function readMark() {
  return {
    Schema(schema, { report }) {
      const kind = schema["x-elb-read"];
      if (kind === undefined || readKinds.includes(kind)) return;
      report({ message: `"${kind}" is no read quirk. Use one of ${readKinds.join(", ")}.` });
    },
  };
}

/** An enumeration in an answer is open: a value that the service adds later must not break a reader. */
function openEnumeration() {
  return {
    Response(response, { report, resolve }) {
      const seen = new Set();
      const visit = (node, name) => {
        const schema = node.$ref ? resolve(node).node : node;
        if (!schema || seen.has(schema)) return;
        seen.add(schema);
        if (isClosed(schema)) {
          report({
            message: `\`${name}\` is in an answer: write \`anyOf\` with the known values and \`type: string\`, so that it is open.`,
          });
        }
        for (const [below, child] of partsOf(schema, name)) visit(child, below);
      };
      for (const media of Object.values(response.content ?? {})) visit(media.schema, "the answer");
    },
  };
}

/** The schemas inside a schema, each with the name that a reader would look for. */
const partsOf = ({ properties = {}, items, oneOf = [], allOf = [] }, name) => [
  ...Object.entries(properties),
  ...[items ?? [], oneOf, allOf].flat().map((part) => [name, part]),
];

// An empty text stands for an absent value and needs no company.
const isEmptyText = (values) => values.length === 1 && values[0] === "";

const isClosed = ({ type, enum: values, anyOf = [] }) =>
  (type === "string" && values !== undefined && !isEmptyText(values)) ||
  (anyOf.some((branch) => branch.enum) && !anyOf.some((branch) => branch.type === "string" && !branch.enum));

export default function elb() {
  return {
    id: "elb",
    rules: {
      oas3: {
        "operation-id-verb": operationIdVerb,
        "operation-facts": operationFacts,
        "job-launch": jobLaunch,
        "media-type-example": mediaTypeExample,
        "default-response": defaultResponse,
        "property-description": propertyDescription,
        "read-mark": readMark,
        "open-enumeration": openEnumeration,
      },
    },
  };
}
