"""Whether independent readers find in the documents the cells and the merges that were meant.

Given a folder with the three published tables in each layout whose name follows, as .docx and .xlsx. What the cells must
say is taken from the published text itself. Beside them `report.zh` and `report.en`, the written reports on
a year of these projects.
"""

import sys
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import docx
import openpyxl
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

FOLDER = Path(sys.argv[1])
LAYOUTS = sys.argv[2:]
SEED = Path(__file__).parent.parent / "fixtures" / "seed.txt"


def published():
    """The forms of the published text: title, lines, rows of cells. A blank first cell repeats the one above."""
    forms, row = [], []
    for line in [*SEED.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("\t"):
            row.append("" if line[1:] == " " else line[1:])
            continue
        if row and forms:
            title, lines, rows = forms[-1]
            if not lines:
                lines.extend(row)
            else:
                rows.append([rows[-1][0] if not row[0] and rows else row[0], *row[1:]])
        row = []
        if "[bookmark: " in line:
            forms.append((line.split("]", 1)[1], [], []))
    return forms


FORMS = published()

# The rows of the Tianjin form above its indicators: for each cell its first column, and how many columns and rows it takes.
HEAD = [
    [(0, 1, 1), (1, 6, 1)],
    [(0, 1, 2), (1, 1, 1), (2, 1, 1), (3, 1, 1), (4, 1, 1), (5, 1, 1), (6, 1, 1)],
    [(1, 6, 1)],
    [(0, 1, 1), (1, 6, 1)],
]
INDICATOR = [(1, 1, 1), (2, 2, 1), (4, 2, 1), (6, 1, 1)]


# The other layouts: how many columns they have, whether their pages lie on a side, and the name of
# the column in which targets stand whole, if there is one.
SHAPES = {"central": (6, False, None), "central-2021": (12, True, None), "self-evaluation": (9, False, "年度指标值"),
          "monitoring": (9, True, "年度指标值")}
OTHERS = [layout for layout in LAYOUTS if layout != "tianjin"]
if set(OTHERS) != set(SHAPES):
    sys.exit(f"layouts without a check: {sorted(set(OTHERS) ^ set(SHAPES))}")


def spans(rows):
    """The places of the cells of a Tianjin form: row, column, columns, rows."""
    places = [(at, *cell) for at, cells in enumerate(HEAD) for cell in cells]
    places += [(4, 0, 1, 1), *((4, *cell) for cell in INDICATOR)]
    levels = [cells[0] for cells in rows[5:]]
    for at, level in enumerate(levels):
        if at == 0 or levels[at - 1] != level:
            count = next((more for more in range(at, len(levels)) if levels[more] != level), len(levels)) - at
            places.append((5 + at, 0, 1, count))
        places += [(5 + at, *cell) for cell in INDICATOR]
    return sorted(places)


def same(actual, expected, what):
    if actual != expected:
        sys.exit(f"{what}\n  found    {actual!r}\n  expected {expected!r}")


def word_grid(tables):
    """The cells of tables one below the other: rows of texts, and places as in `spans`."""
    rows, squares = [], {}
    for table in tables:
        for row in table.rows:
            seen = []
            for column, cell in enumerate(row.cells):
                squares.setdefault(cell._tc, []).append((len(rows), column))
                if cell._tc not in [known._tc for known in seen]:
                    seen.append(cell)
            rows.append([cell.text for cell in seen])
    places = []
    for at in squares.values():
        (top, left), (bottom, right) = min(at), max(at)
        places.append((top, left, right - left + 1, bottom - top + 1))
    return rows, sorted(places)


def forms_of(document):
    """Splits a document at its headings: title, lines, tables."""
    forms = []
    for block in document.iter_inner_content():
        if isinstance(block, docx.table.Table):
            forms[-1][2].append(block)
        elif block.style.name == "Heading 1":
            forms.append((block.text, [], []))
        elif block.style.name == "Form Line":
            forms[-1][1].append(block.text)
        else:
            same(block.text, "", "a paragraph beside the form")
    return forms


def check_word():
    document = docx.Document(FOLDER / "tianjin.docx")
    forms = forms_of(document)
    same(len(forms), len(FORMS), "headings")
    for (title, lines, tables), (expected_title, expected_lines, expected_rows) in zip(forms, FORMS):
        same((title, lines), (expected_title, expected_lines), "what stands above the table")
        rows, places = word_grid(tables)
        for actual, expected in zip(rows, expected_rows, strict=True):
            same(actual, expected, "a row")
        same(places, spans(expected_rows), "merged cells")
        repeated = [row for table in tables for row in table.rows if row._tr.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None]
        same([row.cells[0].text for row in repeated], ["一级指标"], "repeated rows")
    section = document.sections[0]
    same((section.page_width.mm.__round__(), section.page_height.mm.__round__()), (210, 297), "the page")
    fonts = document.styles["Heading 1"].element.rPr.rFonts
    same(fonts.get(qn("w:eastAsia")), "黑体", "the font of titles")
    same("PAGE" in section.footer._element.xml, True, "page numbers")
    same(document.core_properties.created, None, "a date")

    for layout in OTHERS:
        columns, aside, _ = SHAPES[layout]
        document = docx.Document(FOLDER / f"{layout}.docx")
        forms = forms_of(document)
        same(len(forms), len(FORMS), layout)
        for at, (title, _, tables) in enumerate(forms):
            same(title.startswith(f"{at + 1}.项目支出"), True, title)
            same({len(table.columns) for table in tables}, {columns}, f"columns of {layout}")
            rows = word_grid(tables)[0]
            head = next(number for number, row in enumerate(rows) if "三级指标" in row)
            name = rows[head].index("三级指标")
            expected = [row[2] for row in FORMS[at][2][5:]]
            same([row[name] for row in rows[head + 1:]][:len(expected)], expected, f"names of indicators in {layout}")
        same(document.sections[0].orientation == WD_ORIENT.LANDSCAPE, aside, "how the page lies")


def shown(cell):
    """The text of a cell as Excel shows it."""
    if cell.value is None:
        return ""
    if isinstance(cell.value, (int, float)):
        decimals = len(cell.number_format.partition(".")[2])
        return f"{cell.value:.{decimals}f}"
    return cell.value


def check_excel():
    book = openpyxl.load_workbook(FOLDER / "tianjin.xlsx")
    overview, *sheets = book.worksheets
    same(overview.title, "总览", "the first sheet")
    same(len(sheets), len(FORMS), "sheets")
    for at, (sheet, (title, lines, rows)) in enumerate(zip(sheets, FORMS)):
        above = 1 + len(lines)
        same([shown(sheet.cell(row, 1)) for row in range(1, above + 1)], [title, *lines], "what stands above the table")
        places = spans(rows)
        merged = {(top - 1, left - 1, right - left + 1, bottom - top + 1)
                  for left, top, right, bottom in (area.bounds for area in sheet.merged_cells.ranges)}
        expected = {(top + above, left, columns, high) for top, left, columns, high in places if (columns, high) != (1, 1)}
        same(merged, expected | {(row, 0, 7, 1) for row in range(above)}, "merged cells")
        for row, cells in enumerate(rows):
            begin = [place[1] for place in places if place[0] <= row < place[0] + place[3]]
            tops = [max(place[0] for place in places if place[0] <= row < place[0] + place[3] and place[1] == column)
                    for column in sorted(begin)]
            found = [shown(sheet.cell(above + top + 1, column + 1)) for top, column in zip(tops, sorted(begin))]
            same(found, cells, "a row")
        total = sheet.cell(above + 2, 3)
        same((total.data_type, total.number_format), ("n", "0.00"), "money")
        same(sheet.print_title_rows, f"${above + 5}:${above + 5}", "repeated rows")
        same((sheet.page_setup.paperSize, sheet.page_setup.fitToHeight), (9, 0), "the page")
        link = overview.cell(at + 3, 1)
        same(link.hyperlink.location, f"'{sheet.title}'!A1", "the link to the sheet")
        same(any(cell.data_type == "f" for line in sheet.iter_rows() for cell in line), False, "formulas")

    for layout in OTHERS:
        columns, aside, values = SHAPES[layout]
        book = openpyxl.load_workbook(FOLDER / f"{layout}.xlsx")
        same(len(book.worksheets), 1 + len(FORMS), f"sheets of {layout}")
        for sheet, (_, _, rows) in zip(book.worksheets[1:], FORMS):
            head = next(cell for line in sheet.iter_rows() for cell in line if cell.value == "三级指标")
            below = range(head.row + 1, head.row + 1 + len(rows) - 5)
            names = [sheet.cell(row, head.column).value for row in below]
            same(names, [row[2] for row in rows[5:]], f"names of indicators in {layout}")
            if values:
                column = next(cell.column for cell in sheet[head.row] if cell.value == values)
                found = [shown(sheet.cell(row, column)) for row in below]
                same(found, [row[-1] for row in rows[5:]], f"targets in {layout}")
            same(sheet.max_column, columns, f"columns of {layout}")
            same(sheet.page_setup.orientation, "landscape" if aside else "portrait", "how the page lies")


# What the year came to: total, grade in both languages, budget, spending, and how many indicators there are.
YEAR = [("89.67", "良", "Good", 990000, 949300, 23), ("98.50", "优", "Excellent", 10000, 10000, 6),
        ("99.45", "优", "Excellent", 12232.2, 12100, 6)]
REASON = "印刷品单价上涨。下年改用电子材料。"


def texts_of(table):
    """The texts of a Word table, row by row, merged cells once."""
    rows = []
    for row in table.rows:
        cells = {cell._tc: cell.text for cell in row.cells}
        rows.append(list(cells.values()))
    return rows


def check_report_word(lang):
    document = docx.Document(FOLDER / f"report.{lang}.docx")
    blocks = list(document.iter_inner_content())
    paragraphs = [block for block in blocks if not isinstance(block, docx.table.Table)]
    same(sum(block.style.name == "Title" for block in paragraphs), 1, "titles")
    chapters = [block.text for block in paragraphs if block.style.name in ("Heading 1", "Chapter")]
    same([chapter[:2] for chapter in chapters], [("总览" if lang == "zh" else "Ov"), "1.", "2.", "3."], "chapters")
    sections = [block.text for block in paragraphs if block.style.name == "Heading 2"]
    same(len(sections), 8 + 7 + 7, f"sections {sections}")
    pictures = [table for table in document.tables if table._tbl.tblPr.find(qn("w:tblCaption")) is not None]
    same(len(pictures), 1 + 3 * 3, "pictures")
    bars = texts_of(pictures[-1])
    same(len(bars), YEAR[-1][-1] + 1, "bars and a scale")
    same(len(pictures[-1].columns), 62, "the steps of a scale")
    forms = [table for table in document.tables if table.cell(0, 0).text == "项目名称" and len(table.columns) == 9]
    same(len(forms), 3, "official forms")
    same(any(REASON in row for table in document.tables for row in texts_of(table)), True, "a reason")
    same([round(section.page_width.mm) for section in document.sections], [210] * len(document.sections), "pages")
    fonts = document.styles["Body Text"].element.rPr.rFonts
    western = "仿宋" if lang == "zh" else "Times New Roman"
    same((fonts.get(qn("w:eastAsia")), fonts.get(qn("w:ascii"))), ("仿宋", western), "the fonts of texts")


def check_report_excel(lang):
    path = FOLDER / f"report.{lang}.xlsx"
    formulas, values = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    same([len(sheet._charts) for sheet in formulas], [1, 3, 0, 3, 0, 3, 0], "charts")
    overview = values.worksheets[0]
    same([round(overview.cell(row, 10).value, 2) for row in (6, 7, 8)], [float(year[0]) for year in YEAR], "totals")
    same(formulas.worksheets[0].cell(6, 10).data_type, "f", "a total that is taken from another sheet")
    for at, (total, zh, en, budget, spent, count) in enumerate(YEAR):
        sheet, shown = formulas.worksheets[1 + 2 * at], values.worksheets[1 + 2 * at]
        last = next(row[0].row for row in shown.iter_rows() if str(row[0].value).startswith(("总分（", "Total, ")))
        same(sheet.cell(last, 8).value.startswith("=SUM("), True, "the sum of the points")
        same(sheet.cell(last, 9).value.startswith("=IF(COUNT("), True, "the sum of the scores")
        same((shown.cell(last, 8).value, f"{shown.cell(last, 9).value:.2f}"), (100, total), "the total")
        same(shown.cell(last, 11).value, zh if lang == "zh" else en, "the grade")
        scores = [shown.cell(row, 9).value for row in range(last - count, last)]
        execution = shown.cell(last - count - 2, 9).value
        same(f"{sum(scores) + execution:.2f}", total, "the sum of what is shown")
        form, filled = formulas.worksheets[2 + 2 * at], values.worksheets[2 + 2 * at]
        same([form.cell(5, column).value for column in (7, 8)], [filled.cell(5, column).value for column in (7, 8)][:1] + ["=F5/E5"], "the rate")
        same((filled.cell(5, 5).value, filled.cell(5, 6).value), (budget, spent), "the money")
        same(f"{filled.cell(5, 8).value:.6f}", f"{float(shown_rate(spent, budget)):.6f}", "the result of the rate")
        same(f"{filled.cell(filled.max_row, 8).value:.2f}", total, "the total of the form")
        same((sheet.page_setup.paperSize, sheet.page_setup.orientation), (9, "landscape"), "the page")
        texts = [cell.value for row in sheet.iter_rows() for cell in row if cell.data_type == "s"]
        same(any(text.startswith("=") for text in texts), False, "texts that look like formulas")


def shown_rate(spent, budget):
    """A rate as the program rounds it: a hundredth of a percent, half up."""
    rate = (Decimal(str(spent)) * 100 / Decimal(str(budget))).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return rate / 100


check_word()
check_excel()
for lang in ("zh", "en"):
    check_report_word(lang)
    check_report_excel(lang)
