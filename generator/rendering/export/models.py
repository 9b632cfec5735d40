"""What the export of the catalogue holds beside the content itself, and the JSON Schema of all of it."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.json_schema import models_json_schema

from generator.model.fields import ThingId
from generator.model.kind_registry import kinds_by_folder
from generator.model.medical_codes import Fit

FORMAT: Final = 1
"""The version of the format. It goes up when a program that reads the old one would break."""

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

Address = Annotated[str, Field(json_schema_extra={"format": "uri-reference"})]
Schema = dict[str, object]


class Exported(BaseModel):
    """A part of the export: frozen, and closed against unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Computed(Exported):
    """What follows from the content, and stands in no file."""

    full_name: str = Field(description="The name with the plain word behind it, as pages show it.")
    cautions: tuple[ThingId, ...] = Field(
        description="Every caution that reaches it, the strictest first: show them wherever you show the thing."
    )
    cites: tuple[str, ...] = Field(description="The keys of all sources that its page cites, by the alphabet.")
    seconds: int | None = Field(None, description="A routine's time with all its steps, in seconds, both sides.")
    seconds_without_optional: int | None = Field(
        None, description="A routine's time without the steps that may be left out, in seconds, both sides."
    )


class Author(Exported):
    """A person, or an organisation, which has no given name."""

    family: str = Field(description="The family name, or the name of the organisation.")
    given: str | None = Field(None, description="The given names, as the source has them.")


class Source(Exported):
    """A source that some page cites."""

    key: str = Field(description="The citation key, as `[@key]` in texts names it.")
    address: Address = Field(description="The page of the source.")
    type: str = Field(description="The type of its entry in BibTeX.")
    title: str | None = Field(None, description="The title.")
    authors: tuple[Author, ...] = Field(description="The authors, in order.")
    more_authors: bool = Field(description="Whether there are more authors than are named.")
    container: str | None = Field(None, description="The journal or book.")
    publisher: str | None = Field(None, description="The publisher.")
    year: str | None = Field(None, description="The year.")
    volume: str | None = Field(None, description="The volume.")
    number: str | None = Field(None, description="The number of the issue.")
    pages: str | None = Field(None, description="The pages.")
    doi: str | None = Field(None, description="The DOI.")
    pmid: str | None = Field(None, description="The id in PubMed.")
    pmcid: str | None = Field(None, description="The id in PubMed Central.")
    url: str | None = Field(None, description="The address of a web page.")
    accessed: str | None = Field(None, description="The day on which somebody looked at the web page.")
    note: str | None = Field(None, description="Where the record comes from, and what is not confirmed.")
    study: ThingId | None = Field(None, description="The study that tells what it found, if there is one.")
    cited_on: tuple[ThingId, ...] = Field(description="The things whose pages cite it, by the alphabet.")


class Code(Exported):
    """A code of a classification, and a page that it leads to."""

    system: Literal["ICD-10", "MeSH"] = Field(description="The classification: the WHO's ICD-10, or MeSH.")
    code: str = Field(description="The code.", examples=["M17"])
    title: str = Field(description="The title of the code, to the letter as the classification has it.")
    fit: Fit = Field(description="Whether the code means the same as the page (exact), or more, or a part of it.")
    kind: str = Field(description="The kind of the thing: its folder.")
    id: ThingId = Field(description="The thing that the page is about.")
    name: str = Field(description="The name of the page.")
    address: Address = Field(description="The page.")
    checked: str = Field(description="Where and when somebody looked the codes of this page up.")


@cache  # a server asks at every save, and each copy of a site: the models stay as they are
def schema_of_catalogue(address: str) -> str:
    """Write the JSON Schema of the catalogue, which will be at `address`: an entry for each kind, with its fields."""
    kinds = kinds_by_folder()
    refs, definitions = _definitions(*kinds.values(), Computed, Source)
    entries = [
        {
            "title": model.kind.singular.capitalize(),
            **_closed(
                {
                    "kind": {"const": folder, "description": "The kind: the folder in content/, and in addresses."},
                    "id": {"type": "string", "description": "The id, which is like no other in the catalogue."},
                    "address": {"type": "string", "format": "uri-reference", "description": "Its page."},
                    "computed": refs[Computed],
                    "content": refs[model],
                }
            ),
        }
        for folder, model in kinds.items()
    ]
    lists: Schema = {
        "things": {"type": "array", "items": {"oneOf": entries}, "description": "All things, kind by kind, by id."},
        "sources": {"type": "array", "items": refs[Source], "description": "All sources that are cited, by key."},
    }
    return _document(address, "The catalogue of the guides", lists, definitions)


@cache
def schema_of_codes(address: str) -> str:
    """Write the JSON Schema of the list of codes, which will be at `address`."""
    refs, definitions = _definitions(Code)
    lists: Schema = {
        "codes": {"type": "array", "items": refs[Code], "description": "All codes, by classification and code."}
    }
    return _document(address, "The medical codes of the guides", lists, definitions)


def _definitions(*models: type[BaseModel]) -> tuple[Mapping[type[BaseModel], Schema], Schema]:
    found, definitions = models_json_schema(
        [(model, "serialization") for model in models], by_alias=True, ref_template="#/$defs/{model}"
    )
    return {model: found[model, "serialization"] for model in models}, definitions["$defs"]


def _document(address: str, title: str, lists: Schema, definitions: Schema) -> str:
    head: Schema = {
        "format": {"const": FORMAT, "description": "The version of the format."},
        "schema": {"type": "string", "format": "uri-reference", "description": "This schema."},
        "site": {"type": "string", "format": "uri-reference", "description": "The site that it was made with."},
        "license": {"type": "string", "format": "uri", "description": "The licence of all of it."},
        "attribution": {"type": "string", "description": "Whom to name where you use it, as the licence asks."},
        "reviewed": {
            "type": ["string", "null"],
            "format": "date",
            "description": "The newest day on which a page was reviewed; null where there is none.",
        },
    }
    schema = {
        "$schema": DIALECT,
        "$id": address,
        "title": title,
        **_closed({**head, **lists}),
        "$defs": definitions,
    }
    return f"{json.dumps(schema, ensure_ascii=False, indent=1)}\n"


def _closed(properties: Schema) -> Schema:
    """Describe an object that has all of some properties, and no other."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
