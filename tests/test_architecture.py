"""The pure packages stay pure, and arrows point inward."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BOT = ROOT / "bot"

# What a pure package may never reach, itself or through what it imports.
BLOCKED = [
    "discord",
    "telegram",
    "aiohttp",
    "httpx",
    "sqlalchemy",
    "aiosqlite",
    "asyncpg",
    "alembic",
    "sqlite3",
    "bot.adapters",
    "bot.store",
    "bot.app",
    "bot.settings",
    "dotenv",
]

BLOCKER = """
import importlib, pkgutil, sys

class Blocker:
    def find_spec(self, name, path=None, target=None):
        if any(name == blocked or name.startswith(blocked + ".") for blocked in {blocked!r}):
            raise ImportError(name + " is out of bounds here")

sys.meta_path.insert(0, Blocker())
package = importlib.import_module({package!r})
for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    importlib.import_module(module.name)
"""


@pytest.mark.parametrize("package", ["bot.analysis", "bot.recovery", "bot.community"])
def test_a_pure_package_reaches_no_platform_database_or_network(package):
    code = BLOCKER.format(blocked=BLOCKED, package=package)
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("package", ["analysis", "recovery", "community"])
def test_a_pure_package_asks_no_clock_chance_or_network(package):
    forbidden = {
        "time",
        "secrets",
        "socket",
        "urllib.request",
        "http.client",
        "subprocess",
        "asyncio",
        "uuid",
    }
    for path in (BOT / package).rglob("*.py"):
        assert not _imports(path) & forbidden, path
        calls = {ast.unparse(node.func) for node in ast.walk(_tree(path)) if isinstance(node, ast.Call)}
        clocks = {call for call in calls if call.endswith((".now", ".utcnow", ".today"))}
        assert not clocks, path
        # A generator with a fixed seed gives the same numbers every time.
        assert not {call for call in calls if call.startswith("random.") and call != "random.Random"}, path


@pytest.mark.parametrize(
    ("package", "outward"),
    [
        ("analysis", ("recovery", "community", "desk", "store", "wording", "adapters", "intake", "cli", "app")),
        ("recovery", ("community", "desk", "store", "wording", "adapters", "intake", "cli", "app")),
        ("knowledge", ("community", "desk", "store", "wording", "adapters", "intake", "cli", "app")),
        ("wording", ("desk", "store", "adapters", "intake", "cli", "app")),
        ("store", ("desk", "wording", "adapters", "intake", "cli", "app")),
        ("desk", ("adapters", "cli", "app")),
        ("adapters", ("store", "cli", "app")),
    ],
)
def test_arrows_point_inward(package, outward):
    for path in (BOT / package).rglob("*.py"):
        for name in _imports(path):
            assert not name.startswith(tuple(f"bot.{other}" for other in outward)), f"{path} imports {name}"


def test_sql_lives_in_the_store_alone():
    for path in BOT.rglob("*.py"):
        if "store" in path.relative_to(BOT).parts or path == BOT / "app.py":
            continue
        assert not any(name.split(".")[0] in {"sqlalchemy", "aiosqlite", "alembic"} for name in _imports(path)), path


def test_the_platforms_libraries_are_not_imported_before_they_are_needed():
    modules = "bot.__main__, bot.logs, bot.app, bot.cli.run, bot.cli.chat, bot.cli.check"
    code = f"import sys, {modules}; print([name for name in ('discord', 'telegram') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            found |= {item.name for item in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found
