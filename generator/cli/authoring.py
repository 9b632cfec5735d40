"""What helps an author while writing: schemas for editors, and a look at what there is."""

import sys
from difflib import get_close_matches
from pathlib import Path

import click

from generator.authoring.editor_schemas import SCHEMAS_FOLDER, SchemaFile, editor_schemas
from generator.authoring.show import close_to, find_shown, show
from generator.cli.options import find_project, project_options
from generator.diagnostics import quote
from generator.explaining import explain
from generator.linking import link_site
from generator.model import Catalogue
from generator.pipeline import CODES, check_project


@click.command("schema")
@project_options
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit with 1 where a schema is out of date.")
def schema_command(project: Path | None, brand: Path | None, *, only_check: bool) -> None:
    """Write the schemas by which an editor knows every field, id and citation key, into schemas/.

    An editor with the YAML language server then completes them, and marks what the check would refuse.
    """
    found = find_project(project, brand)
    catalogue = check_project(found.base).catalogue
    if only_check:
        stale = _stale(found.base, catalogue)
        for file in stale:
            click.echo(f"{SCHEMAS_FOLDER}/{file.name}: This schema is out of date. Run “selfcare schema”.")
        sys.exit(bool(stale))
    click.echo(f"{SCHEMAS_FOLDER}: {write_schemas(found.base, catalogue)} written.")


def write_schemas(root: Path, catalogue: Catalogue) -> int:
    """Write the schemas that are out of date, and give how many these were."""
    stale = _stale(root, catalogue)
    (root / SCHEMAS_FOLDER).mkdir(exist_ok=True)
    for file in stale:
        (root / SCHEMAS_FOLDER / file.name).write_text(file.content, encoding="utf-8")
    return len(stale)


def _stale(root: Path, catalogue: Catalogue) -> list[SchemaFile]:
    """List the schemas that are not as the content has them."""
    written = {path.name: path.read_text(encoding="utf-8") for path in (root / SCHEMAS_FOLDER).glob("*.json")}
    return [file for file in editor_schemas(catalogue) if written.get(file.name) != file.content]


@click.command("show")
@project_options
@click.argument("name")
def show_command(project: Path | None, brand: Path | None, name: str) -> None:
    """Show a thing or a source, and every place that names it.

    NAME is its id, its citation key, or a name that readers know it by.
    """
    catalogue = check_project(find_project(project, brand)).catalogue
    found = find_shown(catalogue, name)
    if found is None:
        close = close_to(catalogue, name)
        hint = f" Did you mean {' or '.join(map(quote, close))}?" if close else ""
        message = f"Nothing is called {quote(name)}.{hint}"
        raise click.UsageError(message)
    click.echo("\n".join(show(catalogue, link_site(catalogue), found)))


@click.command("explain")
@click.argument("code")
def explain_command(code: str) -> None:
    """Tell what a diagnostic means, with a wrong and a right example.

    CODE is what stands in brackets behind a message, such as unknown-id.
    """
    known = {one.name: one for one in CODES}
    found = known.get(code.strip("[]"))
    if found is None:
        close = get_close_matches(code, known, 3, 0.5)
        hint = f" Did you mean {' or '.join(map(quote, close))}?" if close else ""
        message = f"There is no diagnostic {quote(code)}.{hint}"
        raise click.UsageError(message)
    click.echo("\n".join(explain(found)))
