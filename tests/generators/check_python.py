"""Imports generated Python, and reads the examples of a description with its models.

check_python.py FOLDER [DESCRIPTION.json MODULE]
"""

import importlib
import json
import pathlib
import pkgutil
import sys


def import_all(folder):
    """Imports every module below a folder. Returns the errors."""
    errors = []
    sys.path.insert(0, folder)
    for module in pkgutil.walk_packages([folder], onerror=lambda name: None):
        try:
            importlib.import_module(module.name)
        except Exception as error:  # whatever the generated code throws is what we are here to see
            errors.append(f"import {module.name}: {error}")
    return errors


def examples(document):
    """Every example of a payload or an answer: (operation, name of its schema, name, value)."""
    for item in document["paths"].values():
        for operation in item.values():
            if not isinstance(operation, dict) or "operationId" not in operation:
                continue
            for message in [operation.get("requestBody", {}), *operation["responses"].values()]:
                media = message.get("content", {}).get("application/json", {})
                schema = media.get("schema", {}).get("$ref", "").split("/")[-1]
                for name, example in media.get("examples", {}).items():
                    yield operation["operationId"], schema, name, example["value"]


def read(model, value):
    """Reads a value with a model of pydantic or of openapi-generator."""
    if hasattr(model, "from_json"):
        return model.from_json(json.dumps(value))
    return model.model_validate_json(json.dumps(value))


def read_all(document, module):
    """Reads every example whose schema is a class in the module. Returns the errors."""
    errors = []
    count = 0
    for operation, schema, name, value in examples(document):
        model = getattr(module, schema, None)
        if model is None:
            continue
        count += 1
        try:
            read(model, value)
        except Exception as error:
            errors.append(f"{operation} {name}: {schema}: {' '.join(str(error).split())[:300]}")
    return errors if count else ["the module has no class for any example"]


def main(folder, description=None, module=None):
    errors = import_all(folder)
    if module and not errors:
        document = json.loads(pathlib.Path(description).read_text(encoding="utf-8"))
        errors = read_all(document, importlib.import_module(module))
    print("\n".join(errors))
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
