"""A Bot API server on loopback, for an unmodified bot on the other side of the socket.

It keeps the rules that a bot meets: long poll with offset, HTML parsing and the limits that come after it, edits,
button data, files, command menus, refusals. A second implementation of the Bot API (aiogram's models) judges both
sides: an update it does not accept is not delivered, and a request it does not accept is noted in `violations`.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiogram.methods
from aiogram.types import Message, Update
from aiohttp import web

from tests.wire.telegram.formatting import MarkupError, Shown, show

TOKEN = "123456:AAF-loopback_token_of_the_tests"
BOT = {
    "id": 123456,
    "is_bot": True,
    "first_name": "koresagi",
    "username": "koresagi_bot",
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
}
HANAKO = {
    "id": 7,
    "is_bot": False,
    "first_name": "花子",
    "last_name": "山田",
    "username": "hanako7",
    "language_code": "ja",
}
PRIVATE = {"id": 7, "type": "private", "first_name": "花子"}
GROUP = {"id": -1001, "type": "supergroup", "title": "町内会"}

# These stay text even where they look like JSON.
_TEXTS = {"text", "parse_mode", "file_id", "url", "callback_query_id", "language_code"}


class RefusalError(Exception):
    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code, self.description, self.parameters = code, description, parameters


@dataclass
class Fault:
    """A refusal that is played the next `times` times a method is called, after `hang` seconds."""

    method: str
    refusal: RefusalError
    times: int = 1
    hang: float = 0


@dataclass
class Posted:
    """A message that the bot has posted, as people see it now."""

    id: int
    chat: int
    shown: Shown
    keyboard: list[list[dict[str, Any]]]
    request: dict[str, Any]
    edits: int = 0

    @property
    def text(self) -> str:
        return self.shown.text

    @property
    def actions(self) -> list[str]:
        return [button["callback_data"] for row in self.keyboard for button in row]


@dataclass
class BotApi:
    calls: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    posted: dict[int, Posted] = field(default_factory=dict)
    menus: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    polls: list[int] = field(default_factory=list)  # the offset of each getUpdates
    url: str = ""
    _queue: list[dict[str, Any]] = field(default_factory=list)
    _faults: list[Fault] = field(default_factory=list)
    _last_update: int = 1000
    _last_message: int = 5000

    # What people do

    def message(self, text: str | None = None, **fields: Any) -> dict[str, Any]:
        """Hanako writes in her private chat, or whatever `fields` say instead. Returns the message."""
        message = self.a_message(text, **fields)
        self.update(message=message)
        return message

    def a_message(self, text: str | None = None, **fields: Any) -> dict[str, Any]:
        self._last_message += 1
        message = {
            "message_id": self._last_message,
            "date": int(time.time()),
            "chat": PRIVATE,
            "from": HANAKO,
            **fields,
        }
        return message if text is None else {**message, "text": text}

    def press(self, posted: int, data: str, **fields: Any) -> None:
        """Hanako presses a button under one of the bot's messages."""
        under = {"message_id": posted, "date": int(time.time()), "chat": PRIVATE, "from": BOT, "text": "…"}
        query = {"id": f"q{self._last_update}", "from": HANAKO, "chat_instance": "1", "data": data, "message": under}
        self.update(callback_query={**query, **fields})

    def update(self, **parts: Any) -> None:
        """Deliver an update. Raises ValueError for one that Telegram could not have sent."""
        self._last_update += 1
        update = {"update_id": self._last_update, **parts}
        parsed = Update.model_validate(update)
        for part in (parsed, parsed.message, parsed.callback_query):
            if part is not None and part.model_extra:
                raise ValueError(f"fields unknown to the Bot API: {list(part.model_extra)}")
        self._queue.append(update)

    def raw(self, **parts: Any) -> None:
        """Deliver an update as it is, however odd."""
        self._last_update += 1
        self._queue.append({"update_id": self._last_update, **parts})

    def file(self, content: bytes) -> dict[str, Any]:
        """Put a file on the server; returns the fields that refer to it."""
        name = f"file{len(self.files)}"
        self.files[name] = content
        return {"file_id": name, "file_unique_id": name, "file_size": len(content)}

    def fail(
        self, method: str, code: int, description: str, *, times: int = 1, hang: float = 0, **parameters: Any
    ) -> None:
        self._faults.append(Fault(method, RefusalError(code, description, **parameters), times, hang))

    # What there is to see

    def called(self, method: str) -> list[dict[str, Any]]:
        return [request for name, request in self.calls if name == method]

    def answers(self, chat: int = 7) -> list[Posted]:
        return [posted for posted in self.posted.values() if posted.chat == chat]

    async def answer(self, count: int = 1, chat: int = 7) -> Posted:
        """The `count`-th message of the bot in `chat`, waited for."""
        await self.until(lambda: len(self.answers(chat)) >= count)
        return self.answers(chat)[count - 1]

    async def until(self, condition: Callable[[], Any], seconds: float = 5) -> None:
        async with asyncio.timeout(seconds):
            while not condition():  # noqa: ASYNC110 - any condition, on the desk or on the server
                await asyncio.sleep(0.01)

    # The server

    async def serve(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        if request.match_info["token"] != TOKEN:
            return _refused(RefusalError(401, "Unauthorized"))
        body = {key: _value(key, value) for key, value in (await request.post()).items()}
        try:
            await self._play_fault(method)
            if method == "getUpdates":
                return _accepted(await self._updates(body))
            self.calls.append((method, body))
            self._judge(method, body)
            result = await self._answer(method, body)
        except RefusalError as refusal:
            return _refused(refusal)
        return _accepted(result)

    async def download(self, request: web.Request) -> web.Response:
        content = self.files.get(request.match_info["path"])
        return web.Response(status=404) if content is None else web.Response(body=content)

    async def _play_fault(self, method: str) -> None:
        for fault in self._faults:
            if fault.method == method:
                fault.times -= 1
                if fault.times <= 0:
                    self._faults.remove(fault)
                await asyncio.sleep(fault.hang)
                raise fault.refusal

    async def _updates(self, body: dict[str, Any]) -> list[dict[str, Any]]:
        offset = int(body.get("offset") or 0)
        self.polls.append(offset)
        self._queue[:] = [update for update in self._queue if update["update_id"] >= offset]
        allowed = {"update_id", *body["allowed_updates"]}
        until = time.monotonic() + int(body.get("timeout") or 0)
        while not self._queue and time.monotonic() < until:  # noqa: ASYNC110 - simple beats quick here
            await asyncio.sleep(0.01)
        return [update for update in self._queue if set(update) <= allowed][:100]

    def _judge(self, method: str, body: dict[str, Any]) -> None:
        model = getattr(aiogram.methods, method[0].upper() + method[1:], None)
        if model is None:
            self.violations.append(f"{method}: no such method")
            return
        try:
            read = model.model_validate(body)
        except ValueError as error:
            self.violations.append(f"{method}: {error}")
            return
        if read.model_extra:
            self.violations.append(f"{method}: unknown fields {list(read.model_extra)}")

    async def _answer(self, method: str, body: dict[str, Any]) -> Any:
        match method:
            case "getMe":
                return BOT
            case "sendMessage":
                return self._post(body)
            case "editMessageText":
                return self._edit(body)
            case "setMyCommands":
                key = (str((body.get("scope") or {}).get("type", "default")), str(body.get("language_code") or ""))
                self.menus[key] = [entry["command"] for entry in body["commands"]]
                return True
            case "getFile":
                if body["file_id"] not in self.files:
                    raise RefusalError(400, "Bad Request: wrong file_id or the file is temporarily unavailable")
                return {"file_id": body["file_id"], "file_unique_id": body["file_id"], "file_path": body["file_id"]}
            case "deleteWebhook" | "answerCallbackQuery":
                return True
        raise RefusalError(404, "Not Found")

    def _post(self, body: dict[str, Any]) -> dict[str, Any]:
        self._last_message += 1
        posted = Posted(self._last_message, int(body["chat_id"]), _shown(body), _keyboard(body), body)
        self.posted[posted.id] = posted
        return _as_message(posted)

    def _edit(self, body: dict[str, Any]) -> dict[str, Any]:
        posted = self.posted.get(int(body["message_id"]))
        if posted is None:
            raise RefusalError(400, "Bad Request: message to edit not found")
        shown, keys = _shown(body), _keyboard(body)
        if (shown, keys) == (posted.shown, posted.keyboard):
            raise RefusalError(
                400,
                "Bad Request: message is not modified: specified new message content is the same",
            )
        posted.shown, posted.keyboard, posted.edits = shown, keys, posted.edits + 1
        return _as_message(posted)


@asynccontextmanager
async def serving() -> AsyncIterator[BotApi]:
    api = BotApi()
    app = web.Application()
    app.router.add_route("*", "/bot{token}/{method}", api.serve)
    app.router.add_get(f"/file/bot{TOKEN}/{{path}}", api.download)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1, handler_cancellation=True)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    api.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield api
    finally:
        await runner.cleanup()


def _accepted(result: Any) -> web.Response:
    return web.json_response({"ok": True, "result": result})


def _refused(refusal: RefusalError) -> web.Response:
    answer = {"ok": False, "error_code": refusal.code, "description": refusal.description}
    if refusal.parameters:
        answer["parameters"] = refusal.parameters
    return web.json_response(answer, status=refusal.code)


def _value(key: str, value: Any) -> Any:
    if key in _TEXTS or not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def _shown(body: dict[str, Any]) -> Shown:
    try:
        shown = show(body["text"], as_html=body.get("parse_mode") == "HTML")
    except MarkupError as error:
        raise RefusalError(400, f"Bad Request: can't parse entities: {error}") from None
    if not shown.text.strip():
        raise RefusalError(400, "Bad Request: message text is empty")
    if len(shown.text.encode("utf-16-le")) // 2 > 4096:
        raise RefusalError(400, "Bad Request: message is too long")
    return shown


def _keyboard(body: dict[str, Any]) -> list[list[dict[str, Any]]]:
    rows = (body.get("reply_markup") or {}).get("inline_keyboard", [])
    if any(not 1 <= len(button["callback_data"].encode()) <= 64 for row in rows for button in row):
        raise RefusalError(400, "Bad Request: BUTTON_DATA_INVALID")
    return rows


def _as_message(posted: Posted) -> dict[str, Any]:
    chat = {"id": posted.chat, "type": "private" if posted.chat > 0 else "supergroup"}
    message = {"message_id": posted.id, "date": int(time.time()), "from": BOT, "chat": chat, "text": posted.text}
    if posted.keyboard:
        message["reply_markup"] = {"inline_keyboard": posted.keyboard}
    Message.model_validate(message)
    return message
