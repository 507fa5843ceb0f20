"""Every request of the language server, driven by a client that checks each answer against the protocol's own model.

Run by protocol.sh.
"""

import os

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

TARGETS = """\
标准 mof-2020
预算单位 610101 "某局"
年度 2026
项目 "宣传" {
    预算 10 万元 { 财政资金 10 万元 }
    用途 "宣传"
    目标 "宣传"
    数量 "支撑工作站" ≥ 12 家 记作 站数
    质量 "合格率" => 90%
    时效 "完成时间" 2026年11月底前
    成本 "费用" ≤ 5 万元
    社会效益 "𠮷知晓度" 为 "明显提高"
    服务对象满意度 "满意度" ≥ 90%
    校验 站数 <= 20 家
}
"""
RESULTS = """\
导入 "目标.perf"
实际 "宣传" 截至 2026-12-31 {
    "支撑工作站" 11 家
}
"""
FORMATTING = types.FormattingOptions(tab_size=4, insert_spaces=True)


@pytest_lsp.fixture(
    params=["visual-studio-code", "neovim", "emacs"],
    config=ClientServerConfig(server_command=[os.environ["PERFC"], "lsp", "--lang", "zh"]),
)
async def client(request, lsp_client: LanguageClient, tmp_path):
    (tmp_path / "目标.perf").write_text(TARGETS, encoding="utf-8")
    (tmp_path / "结果.perf").write_text(RESULTS, encoding="utf-8")
    lsp_client.folder = tmp_path
    for method in ("semanticTokens", "inlayHint", "codeLens"):
        lsp_client.feature(f"workspace/{method}/refresh")(lambda *_: None)
    greeting = await lsp_client.initialize_session(
        types.InitializeParams(
            capabilities=client_capabilities(request.param),
            workspace_folders=[types.WorkspaceFolder(uri=tmp_path.as_uri(), name="folder")],
        )
    )
    lsp_client.encoding = greeting.capabilities.position_encoding
    for name, text in (("目标.perf", TARGETS), ("结果.perf", RESULTS)):
        item = types.TextDocumentItem(uri=uri(lsp_client, name), language_id="perf", version=1, text=text)
        lsp_client.text_document_did_open(types.DidOpenTextDocumentParams(text_document=item))
        await lsp_client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    yield
    await lsp_client.shutdown_session()


def uri(client, name):
    return (client.folder / name).as_uri()


def document(client, name="目标.perf"):
    return types.TextDocumentIdentifier(uri=uri(client, name))


def at(client, piece, text=TARGETS):
    """Where a piece of a text begins, counted as the two have agreed."""
    before = text[: text.index(piece)]
    line = before.rsplit("\n", 1)[-1]
    counts = {"utf-8": len(line.encode()), "utf-16": len(line.encode("utf-16-le")) // 2, "utf-32": len(line)}
    return types.Position(line=before.count("\n"), character=counts[client.encoding])


WHOLE = types.Range(start=types.Position(0, 0), end=types.Position(15, 0))


@pytest.mark.asyncio
async def test_diagnostics(client):
    found = client.diagnostics[uri(client, "目标.perf")]
    assert [one.code for one in found] == ["P111"]
    change = types.TextDocumentContentChangePartial(
        range=types.Range(start=at(client, "=>"), end=at(client, " 90%\n    时效")), text="≥"
    )
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            text_document=types.VersionedTextDocumentIdentifier(uri=uri(client, "目标.perf"), version=2),
            content_changes=[change],
        )
    )
    await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    assert not client.diagnostics[uri(client, "目标.perf")]


@pytest.mark.asyncio
async def test_hover_and_completion(client):
    hover = await client.text_document_hover_async(
        types.HoverParams(text_document=document(client), position=at(client, "12 家"))
    )
    assert "不少于 12 家" in hover.contents.value
    listed = await client.text_document_completion_async(
        types.CompletionParams(text_document=document(client), position=at(client, "万元 {"))
    )
    assert listed.items[0].label == "万元"


@pytest.mark.asyncio
async def test_outline(client):
    symbols = await client.text_document_document_symbol_async(
        types.DocumentSymbolParams(text_document=document(client))
    )
    assert len(symbols) == 1 and len(symbols[0].children) == 7
    everywhere = await client.workspace_symbol_async(types.WorkspaceSymbolParams(query="支撑"))
    assert len(everywhere) == 2
    folds = await client.text_document_folding_range_async(types.FoldingRangeParams(text_document=document(client)))
    assert len(folds) == 1
    grown = await client.text_document_selection_range_async(
        types.SelectionRangeParams(text_document=document(client), positions=[at(client, "知晓度")])
    )
    assert grown[0].parent is not None
    links = await client.text_document_document_link_async(
        types.DocumentLinkParams(text_document=document(client, "结果.perf"))
    )
    assert links[0].target == uri(client, "目标.perf")


@pytest.mark.asyncio
async def test_colours(client):
    full = await client.text_document_semantic_tokens_full_async(
        types.SemanticTokensParams(text_document=document(client))
    )
    part = await client.text_document_semantic_tokens_range_async(
        types.SemanticTokensRangeParams(text_document=document(client), range=WHOLE)
    )
    assert len(full.data) == len(part.data) and len(full.data) % 5 == 0


@pytest.mark.asyncio
async def test_names(client):
    place = dict(text_document=document(client), position=at(client, "站数 <="))
    where = await client.text_document_definition_async(types.DefinitionParams(**place))
    assert where.range.start == at(client, "站数\n")
    everywhere = await client.text_document_references_async(
        types.ReferenceParams(**place, context=types.ReferenceContext(include_declaration=True))
    )
    assert len(everywhere) == 2
    marked = await client.text_document_document_highlight_async(types.DocumentHighlightParams(**place))
    assert len(marked) == 2
    ready = await client.text_document_prepare_rename_async(types.PrepareRenameParams(**place))
    assert ready.placeholder == "站数"
    name = dict(text_document=document(client), position=at(client, '"支撑工作站"'))
    edit = await client.text_document_rename_async(types.RenameParams(**name, new_name="支持工作站"))
    assert set(edit.changes) == {uri(client, "目标.perf"), uri(client, "结果.perf")}


@pytest.mark.asyncio
async def test_actions(client):
    spot = types.Range(start=at(client, "=>"), end=at(client, "=>"))
    told = list(client.diagnostics[uri(client, "目标.perf")])
    actions = await client.text_document_code_action_async(
        types.CodeActionParams(
            text_document=document(client), range=spot, context=types.CodeActionContext(diagnostics=told)
        )
    )
    assert actions[0].edit.changes[uri(client, "目标.perf")][0].new_text == ">="
    words = next(one for one in actions if "英文" in one.title)
    if words.edit is None:
        words = await client.code_action_resolve_async(words)
    assert "quantity" in words.edit.changes[uri(client, "目标.perf")][0].new_text


@pytest.mark.asyncio
async def test_formatting(client):
    whole = await client.text_document_formatting_async(
        types.DocumentFormattingParams(text_document=document(client), options=FORMATTING)
    )
    part = await client.text_document_range_formatting_async(
        types.DocumentRangeFormattingParams(text_document=document(client), options=FORMATTING, range=WHOLE)
    )
    assert len(whole) == len(part) > 0
    written = await client.text_document_on_type_formatting_async(
        types.DocumentOnTypeFormattingParams(
            text_document=document(client), position=at(client, "    用途"), ch="\n", options=FORMATTING
        )
    )
    assert isinstance(written, (list, tuple))


@pytest.mark.asyncio
async def test_hints_and_lenses(client):
    hints = await client.text_document_inlay_hint_async(
        types.InlayHintParams(text_document=document(client), range=WHOLE)
    )
    assert any("100000 元" in hint.label for hint in hints)
    lenses = await client.text_document_code_lens_async(types.CodeLensParams(text_document=document(client)))
    assert lenses[0].command.title.startswith("6 条指标")
    results = await client.text_document_code_lens_async(
        types.CodeLensParams(text_document=document(client, "结果.perf"))
    )
    assert "6 条指标中 1 条有结果" in results[0].command.title


@pytest.mark.asyncio
async def test_files_and_settings(client):
    client.workspace_did_change_configuration(
        types.DidChangeConfigurationParams(settings={"perfc": {"lang": "en"}})
    )
    await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    client.text_document_did_save(types.DidSaveTextDocumentParams(text_document=document(client)))
    client.workspace_did_change_watched_files(
        types.DidChangeWatchedFilesParams(
            changes=[types.FileEvent(uri=uri(client, "目标.perf"), type=types.FileChangeType.Changed)]
        )
    )
    client.text_document_did_close(types.DidCloseTextDocumentParams(text_document=document(client)))
    await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
