"""The facts koresagi knows: brands, services and helplines, each with its source and the date it was checked."""

from bot.knowledge.loader import knowledge

__all__ = ["knowledge"]
