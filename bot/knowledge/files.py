"""Reading the knowledge files: YAML onto strict structs, so that a misspelt field stops the start."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import msgspec
import yaml

DIRECTORY = Path(__file__).parent

T = TypeVar("T")


def read_yaml(name: str, into: type[T], directory: Path = DIRECTORY) -> T:
    """The file `name` of the knowledge `directory` as `into`.

    Raises ValueError that names the file and the field when the file does not fit.
    """
    try:
        content = yaml.load((directory / name).read_bytes(), yaml.CSafeLoader)
        return msgspec.convert(content, into, strict=True)
    except (yaml.YAMLError, msgspec.ValidationError) as error:
        raise ValueError(f"knowledge file {name}: {error}") from error


def read_json(name: str, into: type[T]) -> T:
    """The JSON file `name` of the knowledge directory as `into`. Raises ValueError like `read_yaml`."""
    try:
        return msgspec.json.decode((DIRECTORY / name).read_bytes(), type=into)
    except msgspec.DecodeError as error:
        raise ValueError(f"knowledge file {name}: {error}") from error
