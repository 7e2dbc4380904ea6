type Fields = Readonly<Record<string, unknown>>;

/**
 * The payload of createToken in the words of the description. Public clients send some forms of Keystone and older names
 * besides: a user by `id`, an account by `id`, and `xrole_name` for the name of an agency.
 */
export function asDescribed(payload: unknown): unknown {
  const identity = ["auth", "identity"];
  const user = changeAt(payload, [...identity, "password", "user"], describedUser);
  return changeAt(user, [...identity, "assume_role"], describedAgency);
}

function describedUser(user: Fields): Fields {
  const { id, domain } = user;
  const byName = changeAt(domain, [], describedDomain);
  if (typeof id !== "string" || Object.hasOwn(user, "name")) return { ...user, domain: byName };
  return { ...user, name: id, domain: byName ?? { name: id } };
}

function describedDomain(domain: Fields): Fields {
  return typeof domain.id === "string" && !Object.hasOwn(domain, "name")
    ? { ...domain, name: domain.id }
    : domain;
}

function describedAgency(agency: Fields): Fields {
  return Object.hasOwn(agency, "xrole_name") ? { agency_name: agency.xrole_name, ...agency } : agency;
}

/** A copy with a change to what stands at a path, if objects lead there. */
function changeAt(value: unknown, path: readonly string[], change: (found: Fields) => Fields): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const fields = value as Fields;
  const [name, ...rest] = path;
  if (name === undefined) return change(fields);
  return Object.hasOwn(fields, name) ? { ...fields, [name]: changeAt(fields[name], rest, change) } : value;
}
