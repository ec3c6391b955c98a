"""All facts, loaded once."""

from __future__ import annotations

from functools import cache

from bot.knowledge.brands_file import load_brands
from bot.knowledge.contacts import load_contacts
from bot.knowledge.impostures import load_impostures
from bot.knowledge.models import Knowledge
from bot.knowledge.services_file import load_services, load_suffix_share


@cache
def knowledge() -> Knowledge:
    """Every fact there is. Raises ValueError that names the file when one of them is unusable."""
    brands, decoys = load_brands()
    return Knowledge(
        brands=brands,
        contacts=load_contacts(),
        services=load_services(),
        suffix_share=load_suffix_share(),
        decoys=decoys,
        impostures=load_impostures(),
    )
