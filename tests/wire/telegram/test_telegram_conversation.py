"""The whole way on Telegram, with the real desk and a store on disk: a mail is forwarded, and something was clicked."""

from __future__ import annotations

import asyncio

import pytest

from tests.wire.telegram.botapi import GROUP, BotApi, Posted
from tests.wire.telegram.conftest import PACE

SCAM = """【重要】Αmazonアカウントの利用停止のお知らせ
お支払い方法に問題が見つかりました。24時間以内に確認されない場合、アカウントは停止されます。
下記より会員情報とカード番号を更新してください。
https://amazon-co-jp.account-check.top/login
"""


def forwarded(api: BotApi, text: str) -> dict:
    return api.message(text, forward_origin={"type": "hidden_user", "date": 1, "sender_user_name": "Αmazon"})


def only_official(answer: Posted) -> None:
    """Nothing of the scam can be tapped; Telegram itself finds no link in the answer but our commands."""
    for text, target in answer.shown.tappable:
        assert target is not None or text.startswith("/")
        assert "account-check" not in f"{text}{target}"


async def test_from_the_forwarded_mail_to_the_first_step(api: BotApi, running_for_real) -> None:
    async with running_for_real():
        sent = forwarded(api, SCAM)
        verdict = await api.answer()
        assert "詐欺です" in verdict.text
        assert "Amazon" in verdict.text
        assert verdict.actions
        only_official(verdict)

        api.message("リンクを押して、カード番号も入れちゃった")
        steps = await api.answer(2)
        assert "カード" in steps.text
        only_official(steps)

        # Delivered once more, as after a lost acknowledgement: alone it is not answered twice, and nothing new is lost.
        api.update(message=sent)
        await asyncio.sleep(2 * PACE.part)
        api.message("ありがとう")
        await api.answer(3)
        assert len(api.answers()) == 3
        api.update(message=sent)
        api.message("パスワードも入れました")
        assert "パスワード" in (await api.answer(4)).text

    async with running_for_real():
        shown = verdict.text
        for action in verdict.actions:
            api.press(verdict.id, action)
        await api.until(lambda: len(api.called("answerCallbackQuery")) == len(verdict.actions))
        await api.until(lambda: verdict.text != shown or len(api.answers()) > 4)
        for answer in api.answers():
            only_official(answer)


async def test_in_a_group_only_the_verdict_is_told(api: BotApi, running_for_real) -> None:
    async with running_for_real():
        taro = {"id": 8, "is_bot": False, "first_name": "太郎"}
        api.message(
            "/check",
            chat=GROUP,
            entities=[{"type": "bot_command", "offset": 0, "length": 6}],
            reply_to_message=api.a_message(SCAM, chat=GROUP, **{"from": taro}),
        )
        verdict = await api.answer(chat=GROUP["id"])
        assert "詐欺です" in verdict.text
        only_official(verdict)


@pytest.mark.parametrize("command", ["start", "help", "tasukete", "tsuzuki", "check", "privacy", "forget"])
async def test_every_command_is_answered(api: BotApi, running_for_real, command: str) -> None:
    async with running_for_real():
        api.message(f"/{command}", entities=[{"type": "bot_command", "offset": 0, "length": len(command) + 1}])
        answer = await api.answer()
        assert answer.text
        assert "不具合" not in answer.text
        only_official(answer)


@pytest.mark.parametrize("strange", ["", "🎉🎉🎉", "\u202eetis", "あ" * 4096, "https://a.top/ " * 250])
async def test_strange_input_gets_a_clear_answer(api: BotApi, running_for_real, strange: str) -> None:
    async with running_for_real():
        if strange:
            api.message(strange)
        else:
            api.message(voice={"file_id": "v", "file_unique_id": "v", "duration": 3})
        answer = await api.answer()
        assert answer.text
        assert "不具合" not in answer.text
        only_official(answer)
