"""A Discord on this machine: real sockets in front of simcord's backend, for an unmodified discord.py.

What Discord answers and which events follow is simcord's; here is only the transport: HTTP with rate limits and the
three seconds for interactions, the gateway with heartbeats, compression and RESUME, and files.
"""

from __future__ import annotations

import asyncio
import fnmatch
import json
import time
import types
import uuid
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import discord
from aiohttp import WSMsgType, web
from simcord.backend import Backend, models, serializers
from simcord.backend.cdn import CDN_BASE
from simcord.backend.errors import BackendError
from simcord.gateway import FakeGateway
from simcord.http import router
from simcord.interactions import base_payload

TOKEN = "wire.token.that-nobody-may-see"
PREFIX = "koresagi:"
SLASH, MENU = 1, 3
IN_SERVER, WITH_BOT, BETWEEN_OTHERS = 0, 1, 2  # the contexts of an interaction


@dataclass
class Session:
    """A gateway session; it outlives its socket."""

    id: str
    gateway: Any = None
    socket: web.WebSocketResponse | None = None
    sequence: int = 0
    sent: list[dict[str, Any]] = field(default_factory=list)
    queue: asyncio.Queue[dict[str, Any]] = field(default_factory=asyncio.Queue)

    def push(self, event: str, payload: Any) -> None:
        self.sequence += 1
        frame = {"op": 0, "s": self.sequence, "t": event, "d": payload}
        self.sent.append(frame)
        self.queue.put_nowait(frame)


class _Parsers:
    """Takes the place of the library's parsers behind simcord's gateway: an event becomes a frame instead."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def __getitem__(self, event: str) -> Callable[[Any], None]:
        return lambda payload: self._session.push(event, payload)

    def get(self, event: str) -> Callable[[Any], None]:
        return self[event]


class DiscordServer:
    """`requests` holds (method, path, body, status) of every call of the bot, `opcodes` what it sent to the gateway."""

    def __init__(self, *, privileged: bool = True, deadline: float = 3.0) -> None:
        self.backend = Backend()
        self.deadline = deadline
        self.close_with: int | None = None  # a close code for the next IDENTIFY
        self.moved: dict[str, str] = {}  # the names of files that are found elsewhere, and where
        self.requests: list[tuple[str, str, Any, int]] = []
        self.opcodes: list[int] = []
        allowed = discord.Intents.all() if privileged else discord.Intents.default()
        self._approved = allowed.value
        self._sessions: dict[str, Session] = {}
        self._refusals: list[dict[str, Any]] = []
        self._issued: dict[str, float] = {}

    async def start(self) -> None:
        app = web.Application(client_max_size=64 << 20)
        app.router.add_route("*", "/api/v10/{path:.*}", self._http)
        app.router.add_get("/cdn/{path:.*}", self._file)
        app.router.add_get("/gateway/", self._socket)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        port = self._runner.addresses[0][1]
        self._files = f"http://127.0.0.1:{port}/cdn"
        self.api_url = f"http://127.0.0.1:{port}/api/v10"
        self.gateway_url = f"ws://127.0.0.1:{port}/gateway/"
        self.backend.subscribers.append(self._broadcast)

    async def stop(self) -> None:
        for session in self._sessions.values():
            if session.socket is not None:
                await session.socket.close()
        await self._runner.cleanup()

    # ---------------------------------------------------------------- what people do

    def person(self, name: str = "hanako", **fields: Any) -> models.User:
        return self.backend.make_user(name, **fields)

    def channel(self, *members: models.User) -> models.Channel:
        """A text channel of a new server with these members and the bot."""
        guild = self.backend.create_guild("server")
        for member in members:
            self.backend.add_member(guild.id, member.id)
        return self.backend.create_channel(guild.id, "general")

    def chat(self, person: models.User) -> models.Channel:
        """The person's chat with the bot."""
        return self.backend.get_dm_channel(person.id)

    def say(self, person: models.User, channel: models.Channel, text: str = "", **fields: Any) -> models.Message:
        files = fields.pop("files", None)
        if files:
            fields["attachments"] = self.backend.store_attachments(channel.id, files)
        return self.backend.create_message(channel.id, person.id, text, **fields)

    def answer(self, person: models.User, message: models.Message, text: str) -> models.Message:
        """Say something as a reply to a message."""
        channel = self.backend.get_channel(message.channel_id)
        reference = {"message_id": str(message.id), "channel_id": str(channel.id)}
        return self.say(person, channel, text, reference=reference)

    def forward(self, person: models.User, message: models.Message) -> models.Message:
        """Forward a message to the bot."""
        reference = {"type": 1, "channel_id": str(message.channel_id), "message_id": str(message.id)}
        return self.say(person, self.chat(person), reference=reference)

    def open_menu(
        self,
        person: models.User,
        message: models.Message,
        name: str = "これ、詐欺？",
        **where: Any,
    ) -> models.Interaction:
        """Choose the bot's entry in the menu of a message."""
        payload = dict(serializers.message_payload(self.backend, message))
        data = {"target_id": str(message.id), "resolved": {"messages": {str(message.id): payload}}}
        return self._command(person, message.channel_id, name, MENU, data, **where)

    def command(
        self,
        person: models.User,
        channel: models.Channel,
        name: str,
        *,
        file: tuple[str, bytes] | None = None,
        text: str | None = None,
        **where: Any,
    ) -> models.Interaction:
        """Use a slash command."""
        options: list[dict[str, Any]] = []
        data: dict[str, Any] = {"options": options}
        if text is not None:
            options.append({"name": "text", "type": 3, "value": text})
        if file is not None:
            attachment = self.backend.store_attachments(channel.id, [file])[0]
            options.append({"name": "file", "type": 11, "value": attachment["id"]})
            data["resolved"] = {"attachments": {attachment["id"]: attachment}}
        return self._command(person, channel.id, name, SLASH, data, **where)

    def press(self, person: models.User, message: models.Message, action: str, **where: Any) -> models.Interaction:
        """Press a button."""
        record, payload = self._interaction(
            person, message.channel_id, 3, {"custom_id": PREFIX + action, "component_type": 2}, **where
        )
        payload["message"] = dict(serializers.message_payload(self.backend, message))
        record.source_message_id = message.id
        self.backend.emit("INTERACTION_CREATE", payload)
        return record

    # ---------------------------------------------------------------- what there is to see

    def messages(self, channel: models.Channel) -> list[models.Message]:
        """What the bot wrote into a channel, visible to all there."""
        return [
            message
            for message in self.backend.messages[channel.id].values()
            if message.author_id == self.backend.bot_user.id and not message.is_ephemeral
        ]

    def shown(self, interaction: models.Interaction) -> models.Message | None:
        """The answer to an interaction, once there is one."""
        if not interaction.responded or interaction.deferred or interaction.message_id is None:
            return None
        return self.backend.get_message(interaction.channel_id, interaction.message_id)

    @staticmethod
    def labels(message: models.Message) -> list[list[str]]:
        return [[button["label"] for button in row["components"]] for row in message.components]

    @property
    def published(self) -> dict[str, dict[str, Any]]:
        """The bot's commands by name."""
        return {command["name"]: command for command in self.backend.commands.get(None, {}).values()}

    # ---------------------------------------------------------------- what goes wrong

    def refuse(self, method: str, path: str, status: int, *, times: int = 1, retry_after: float = 0.0) -> None:
        """Refuse the next calls of a path pattern."""
        self._refusals.append(
            {"method": method, "path": path, "status": status, "times": times, "retry_after": retry_after}
        )

    def cut(self) -> None:
        """Break every socket without a word, as a failing network does; sessions can be resumed."""
        for session in self._sessions.values():
            if session.socket is not None and not session.socket.closed:
                session.socket._req.transport.abort()

    def send_raw(self, event: str, payload: Any) -> None:
        """An event with a payload of any shape."""
        for session in self._sessions.values():
            session.push(event, payload)

    def end_sessions(self, code: int) -> list[asyncio.Task[bool]]:
        """Close all sockets with a close code; the sessions are gone."""
        sessions, self._sessions = self._sessions, {}
        return [
            asyncio.create_task(session.socket.close(code=code))
            for session in sessions.values()
            if session.socket is not None
        ]

    # ---------------------------------------------------------------- interactions

    def _command(
        self, person: models.User, channel_id: int, name: str, kind: int, data: dict[str, Any], **where: Any
    ) -> models.Interaction:
        command = self.backend.find_command(name, None, type=kind)
        assert command is not None, f"no command {name}"
        data = {"id": command["id"], "name": command["name"], "type": kind, **data}
        record, payload = self._interaction(person, channel_id, 2, data, **where)
        self.backend.emit("INTERACTION_CREATE", payload)
        return record

    def _interaction(
        self,
        person: models.User,
        channel_id: int,
        kind: int,
        data: dict[str, Any],
        *,
        context: int | None = None,
        locale: str = "ja",
    ) -> tuple[models.Interaction, dict[str, Any]]:
        guild_id = self.backend.get_channel(channel_id).guild_id
        record, payload = base_payload(
            self.backend, type=kind, channel_id=channel_id, guild_id=guild_id, user_id=person.id, data=data
        )
        payload["locale"] = locale
        payload["authorizing_integration_owners"] = {"1": str(person.id)}
        if context is not None:
            payload["context"] = context
        return record, payload

    # ---------------------------------------------------------------- HTTP

    def _text(self, data: Any) -> str:
        return json.dumps(data).replace(CDN_BASE, self._files)

    async def _http(self, request: web.Request) -> web.Response:
        path = "/" + request.match_info["path"]
        body = json.loads(await request.read() or b"null") if request.can_read_body else None
        status, answer, headers = self._respond(request, path, body)
        self.requests.append((request.method, path, body, status))
        if answer is None:
            return web.Response(status=status, headers=headers)
        # discord.py reads JSON only where the type is given without a charset.
        headers = {**headers, "Content-Type": "application/json"}
        return web.Response(status=status, body=self._text(answer).encode(), headers=headers)

    def _respond(self, request: web.Request, path: str, body: Any) -> tuple[int, Any, dict[str, str]]:
        # The token of an interaction stands for itself.
        if (
            not path.startswith(("/interactions/", "/webhooks/"))
            and request.headers.get("Authorization") != f"Bot {TOKEN}"
        ):
            return 401, {"message": "401: Unauthorized", "code": 0}, {}
        refusal = self._refusal(request.method, path)
        if refusal is not None:
            wait = refusal["retry_after"]
            headers = {"Retry-After": str(wait), "Via": "1.1 wire", "X-RateLimit-Scope": "user"}
            return refusal["status"], {"message": "refused", "retry_after": wait, "global": False}, headers
        if path in ("/gateway", "/gateway/bot"):
            limit = {"total": 1000, "remaining": 999, "reset_after": 1, "max_concurrency": 1}
            return 200, {"url": self.gateway_url, "shards": 1, "session_start_limit": limit}, {}
        if path.startswith("/interactions/"):
            issued = self._issued.get(path.split("/")[2])
            if issued is None or time.monotonic() - issued > self.deadline:
                return 404, {"message": "Unknown interaction", "code": 10062}, {}
        try:
            answer = router.dispatch(self.backend, request.method, path, json=body, params=dict(request.query))
        except BackendError as error:
            return error.status, error.to_json(), {}
        if path.endswith("/callback") and "with_response" not in request.query:
            answer = None
        return (204 if answer is None else 200), answer, {}

    def _refusal(self, method: str, path: str) -> dict[str, Any] | None:
        for refusal in self._refusals:
            if refusal["method"] == method and fnmatch.fnmatch(path, refusal["path"]):
                refusal["times"] -= 1
                if refusal["times"] <= 0:
                    self._refusals.remove(refusal)
                return refusal
        return None

    async def _file(self, request: web.Request) -> web.Response:
        place = self.moved.get(request.path.rpartition("/")[2])
        if place is not None:
            return web.Response(status=302, headers={"Location": place})
        data = self.backend.cdn.get(f"{CDN_BASE}/{request.match_info['path']}")
        return web.Response(status=404) if data is None else web.Response(body=data)

    # ---------------------------------------------------------------- gateway

    def _broadcast(self, event: str, payload: Any) -> None:
        if event == "INTERACTION_CREATE":
            self._issued[str(payload["id"])] = time.monotonic()
        for session in self._sessions.values():
            session.gateway.feed(event, payload)

    async def _socket(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(compress=False)
        await socket.prepare(request)
        assert request.query.get("compress") == "zlib-stream", "the library was to use zlib"
        compressor = zlib.compressobj()

        async def send(frame: dict[str, Any]) -> None:
            data = self._text(frame).encode()
            await socket.send_bytes(compressor.compress(data) + compressor.flush(zlib.Z_SYNC_FLUSH))

        async def write(session: Session) -> None:
            while True:
                await send(await session.queue.get())

        writer: asyncio.Task[None] | None = None
        await send({"op": 10, "d": {"heartbeat_interval": 41250}, "s": None, "t": None})
        try:
            async for message in socket:
                if message.type is not WSMsgType.TEXT:
                    continue
                frame = json.loads(message.data)
                self.opcodes.append(frame["op"])
                session: Session | None = None
                if frame["op"] == 1:
                    await send({"op": 11, "d": None, "s": None, "t": None})
                elif frame["op"] == 2:
                    code = self._refused(frame["d"])
                    if code is not None:
                        await socket.close(code=code)
                        break
                    session = self._identify(frame["d"])
                elif frame["op"] == 6:
                    session = self._resume(frame["d"])
                    if session is None:
                        await send({"op": 9, "d": False, "s": None, "t": None})
                if session is not None:
                    session.socket = socket
                    writer = asyncio.create_task(write(session))
        finally:
            if writer is not None:
                writer.cancel()
        return socket

    def _refused(self, identify: dict[str, Any]) -> int | None:
        if identify["token"] != TOKEN:
            return 4004
        if identify["intents"] & ~self._approved:
            return 4014
        code, self.close_with = self.close_with, None
        return code

    def _identify(self, identify: dict[str, Any]) -> Session:
        session = Session(uuid.uuid4().hex)
        intents = discord.Intents._from_value(identify["intents"])
        state = types.SimpleNamespace(intents=intents, parsers=_Parsers(session))
        session.gateway = FakeGateway(self.backend, state)
        guilds = list(self.backend.guilds.values())
        session.push(
            "READY",
            {
                "v": 10,
                "user": dict(serializers.user_payload(self.backend.bot_user)),
                "guilds": [{"id": str(guild.id), "unavailable": True} for guild in guilds],
                "session_id": session.id,
                "resume_gateway_url": self.gateway_url,
                "shard": [0, 1],
                "application": {"id": str(self.backend.application_id), "flags": 0},
            },
        )
        for guild in guilds:
            session.gateway.feed("GUILD_CREATE", serializers.guild_create_payload(self.backend, guild))
        self._sessions[session.id] = session
        return session

    def _resume(self, resume: dict[str, Any]) -> Session | None:
        session = self._sessions.get(resume["session_id"])
        if session is None:
            return None
        session.queue = asyncio.Queue()
        for frame in session.sent:
            if frame["s"] > (resume["seq"] or 0):
                session.queue.put_nowait(frame)
        session.push("RESUMED", {})
        return session
