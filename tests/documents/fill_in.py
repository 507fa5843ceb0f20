"""Fills in the sheets of a workbook as an analyst would, where it may be filled in and with what it takes.

Given a workbook of `perfc actuals`, and the name of the one to write. All that is locked must be locked, all that is asked
for must be open and checked.
"""

import datetime
import sys

import openpyxl

NAMES = ["一级指标", "二级指标", "三级指标", "指标值", "分值", "实际完成值", "单位", "得分", "偏差原因分析及改进措施", "备注"]
ACTUAL, SCORE, REASON, NOTE, KEY = 6, 8, 9, 10, 11

# What is typed, by the kind of check and the number format of the cell.
TYPED = {
    ("decimal", "General"): 12.5,
    ("decimal", "0.00########%"): 0.91255,
    ("date", "yyyy-mm-dd"): datetime.date(2026, 11, 20),
    ("list", "General"): "是",
    ("list", "0.00########%"): 0.95,
}


def same(actual, expected, what):
    if actual != expected:
        sys.exit(f"{what}\n  found    {actual!r}\n  expected {expected!r}")


def checks_of(sheet, cell):
    return [check for check in sheet.data_validations.dataValidation if cell.coordinate in check.sqref]


def fill(sheet):
    same(sheet.protection.sheet, True, "protection")
    same(sheet.protection.password, None, "a password")
    same((sheet.page_setup.paperSize, sheet.page_setup.orientation), (9, "landscape"), "the page")
    names = next(row for row in range(1, 40) if sheet.cell(row, 1).value == NAMES[0])
    same([sheet.cell(names, column).value for column in range(1, 11)], NAMES, "names of columns")
    same(sheet.column_dimensions["K"].hidden, True, "the column of keys")
    same(sheet.print_title_rows, f"${names}:${names}", "repeated rows")
    for row in range(1, names):
        for column in (1, 2):
            same(sheet.cell(row, column).protection.locked, True, "a label")
    same(sheet.cell(4, 3).protection.locked, False, "the day")
    sheet.cell(4, 3).value = datetime.date(2026, 12, 31)
    sheet.cell(6, 6).value = 1000000.5
    for row in range(names + 1, sheet.max_row + 1):
        locked = [column for column in range(1, 12) if sheet.cell(row, column).protection.locked]
        same(locked, [1, 2, 3, 4, 5, 7, KEY], f"locked cells of row {row}")
        actual, score = sheet.cell(row, ACTUAL), sheet.cell(row, SCORE)
        (check,) = checks_of(sheet, actual)
        actual.value = TYPED[check.type, actual.number_format]
        (check,) = checks_of(sheet, score)
        same((check.type, float(check.formula2)), ("decimal", float(sheet.cell(row, 5).value)), "points")
        sheet.cell(row, REASON).value = "=1+1 是文字"
        sheet.cell(row, REASON).data_type = "s"
        sheet.cell(row, NOTE).value = "-备注"
        same(any(sheet.cell(row, column).data_type == "f" for column in range(1, 12)), False, "formulas")


book = openpyxl.load_workbook(sys.argv[1])
for sheet in book.worksheets:
    fill(sheet)
book.save(sys.argv[2])
