"""The part of the SARIF 2.1.0 schema that the log uses, written after the OASIS standard.

Objects take no other members, as in the standard's own schema; ``properties`` is a property bag.
"""

from __future__ import annotations

from typing import Any

TEXT = {"type": "string"}
BAG = {"type": "object", "additionalProperties": True}
URI = {"type": "string", "format": "uri-reference"}
INDEX = {"type": "integer", "minimum": -1}
LINE = {"type": "integer", "minimum": 1}
LEVEL = {"enum": ["none", "note", "warning", "error"]}


def thing(required: str, **members: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": members | {"properties": BAG},
        "required": required.split(),
        "additionalProperties": False,
    }


def several(item: dict[str, Any], least: int = 0, *, is_unique: bool = False) -> dict[str, Any]:
    return {"type": "array", "items": item, "minItems": least, "uniqueItems": is_unique}


MULTIFORMAT = thing("text", text=TEXT, markdown=TEXT)
MESSAGE = thing("", text=TEXT, markdown=TEXT, id=TEXT, arguments=several(TEXT)) | {
    "anyOf": [{"required": ["text"]}, {"required": ["id"]}]
}
ARTIFACT_LOCATION = thing("", uri=URI, uriBaseId=TEXT, index=INDEX, description=MESSAGE)
CONTENT = thing("", text=TEXT, binary=TEXT, rendered=MULTIFORMAT)
REGION = thing(
    "",
    startLine=LINE,
    startColumn=LINE,
    endLine=LINE,
    endColumn=LINE,
    snippet=CONTENT,
    message=MESSAGE,
)
PHYSICAL = thing("", artifactLocation=ARTIFACT_LOCATION, region=REGION) | {
    "anyOf": [{"required": ["address"]}, {"required": ["artifactLocation"]}]
}
LOGICAL = thing("", name=TEXT, index=INDEX, fullyQualifiedName=TEXT, kind=TEXT, parentIndex=INDEX)
LOCATION = thing(
    "",
    physicalLocation=PHYSICAL,
    logicalLocations=several(LOGICAL, is_unique=True),
    message=MESSAGE,
)
REPLACEMENT = thing("deletedRegion", deletedRegion=REGION, insertedContent=CONTENT)
CHANGE = thing(
    "artifactLocation replacements",
    artifactLocation=ARTIFACT_LOCATION,
    replacements=several(REPLACEMENT, 1),
)
FIX = thing("artifactChanges", description=MESSAGE, artifactChanges=several(CHANGE, 1))
SUPPRESSION = thing(
    "kind",
    kind={"enum": ["inSource", "external"]},
    status={"enum": ["accepted", "underReview", "rejected"]},
    justification=TEXT,
)
RESULT = thing(
    "message",
    ruleId=TEXT,
    ruleIndex=INDEX,
    level=LEVEL,
    message=MESSAGE,
    locations=several(LOCATION),
    partialFingerprints={"type": "object", "additionalProperties": TEXT},
    fixes=several(FIX, is_unique=True),
    suppressions=several(SUPPRESSION, is_unique=True),
)
RULE = thing(
    "id",
    id=TEXT,
    name=TEXT,
    shortDescription=MULTIFORMAT,
    fullDescription=MULTIFORMAT,
    help=MULTIFORMAT,
    helpUri={"type": "string", "format": "uri"},
    defaultConfiguration=thing("", level=LEVEL, enabled={"type": "boolean"}),
)
DRIVER = thing(
    "name", name=TEXT, version=TEXT, informationUri=TEXT, rules=several(RULE, is_unique=True)
)
ARTIFACT = thing(
    "",
    location=ARTIFACT_LOCATION,
    hashes={"type": "object", "additionalProperties": TEXT},
    mimeType=TEXT,
)
RUN = thing(
    "tool",
    tool=thing("driver", driver=DRIVER),
    language={"type": "string", "pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"},
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    artifacts=several(ARTIFACT, is_unique=True),
    invocations=several(thing("executionSuccessful", executionSuccessful={"type": "boolean"})),
    results=several(RESULT),
)
SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"enum": ["2.1.0"]},
        "runs": several(RUN),
        "properties": BAG,
    },
    "required": ["version", "runs"],
    "additionalProperties": False,
}
