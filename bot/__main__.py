"""The command line: run · chat · check · eval · fit · links · knowledge."""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from bot.cli.output import complain
from bot.settings import Settings, SettingsError, load
from bot.wording.catalog import catalog

WRONG_SETTING = 2  # exit status


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that `arguments` (default: those of the process) name. Returns the exit status."""
    chosen = _parser().parse_args(arguments)
    try:
        return _run(chosen)
    except SettingsError as error:
        complain(error.sentence(catalog(os.environ.get("LOCALE"))))
        return WRONG_SETTING
    except KeyboardInterrupt:
        return 0
    except BrokenPipeError:
        # Whoever read our output has gone; without this the interpreter complains again while it ends.
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _run(chosen: argparse.Namespace) -> int:
    # Each command imports what it needs: the libraries of the platforms alone take a second.
    match chosen.command:
        case "eval":
            from bot.evaluation.command import evaluate

            return evaluate(chosen.cases, as_json=chosen.json, ablate=chosen.ablate)
        case "fit":
            from bot.evaluation.fit_command import fit_weights

            return fit_weights(chosen.cases, write=chosen.write)
        case "knowledge":
            from bot.cli.knowledge import knowledge_check

            return knowledge_check(as_json=chosen.json)
        case "links":
            from bot.evaluation.links_command import fit_links, measure_links

            if chosen.action == "fit":
                return fit_links(chosen.phishing, chosen.genuine, chosen.names, write=chosen.write)
            return measure_links(chosen.phishing, chosen.lists, peer=chosen.peer)
        case "check":
            from bot.cli.check import check

            return check(chosen.files, as_json=chosen.json, locale=_settings().locale)
        case "chat":
            _collect_no_garbage()
            from bot.cli.chat import chat

            return asyncio.run(chat(_settings(), jsonl=chosen.jsonl))
        case _:
            _collect_no_garbage()
            from bot.cli.run import serve

            return asyncio.run(serve(_settings()))


def _collect_no_garbage() -> None:
    """Until `bot.app.settle`: a start makes no garbage, and looking for it takes a sixth of the time."""
    gc.disable()


def _settings() -> Settings:
    from bot.logs import configure_logging

    settings = load()
    configure_logging(settings)
    return settings


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="koresagi", description="これ、詐欺？ Judges suspicious messages and helps.")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    commands.add_parser("run", help="start every adapter that has a token; with none, the chat (the default)")
    chat = commands.add_parser("chat", help="talk in the terminal; from a pipe: one message until end of file")
    chat.add_argument("--jsonl", action="store_true", help="one JSON object per line in and out")
    check = commands.add_parser("check", help="judge files once and store nothing")
    check.add_argument("--json", action="store_true", help="print one JSON object")
    check.add_argument("files", nargs="+", metavar="FILE", help="parts of one message; - is standard input")
    evaluate = commands.add_parser("eval", help="measure on labelled cases")
    evaluate.add_argument("--json", action="store_true", help="print one JSON object and nothing else")
    evaluate.add_argument(
        "--ablate", action="store_true", help="say what each signal decides, one taken away at a time"
    )
    evaluate.add_argument("cases", nargs="+", metavar="CASES.jsonl")
    fit = commands.add_parser("fit", help="fit weights and models to labelled cases (needs the development tools)")
    fit.add_argument("--write", action="store_true", help="write what came of it into bot/knowledge")
    fit.add_argument("cases", nargs="+", metavar="CASES.jsonl")
    links = commands.add_parser("links", help="the link model: docs/accuracy-links.md").add_subparsers(
        dest="action", required=True
    )
    fit_links = links.add_parser("fit", help="fit the link model (needs the development tools)")
    fit_links.add_argument("--write", action="store_true", help="write it into bot/knowledge")
    for name in ("phishing", "genuine", "names"):
        fit_links.add_argument(name, metavar=name.upper())
    measure = links.add_parser("measure", help="measure it, and the whole analysis, on addresses")
    measure.add_argument("--peer", metavar="FILE", help="another tool's scores of the same addresses")
    measure.add_argument("phishing", metavar="PHISHING")
    measure.add_argument("lists", nargs="+", metavar="GENUINE")
    facts = commands.add_parser("knowledge", help="look after the facts").add_subparsers(dest="action", required=True)
    verify = facts.add_parser("check", help="verify the files, and list what to look up again first")
    verify.add_argument("--json", action="store_true", help="print one JSON object")
    return parser


if __name__ == "__main__":
    sys.exit(main())
