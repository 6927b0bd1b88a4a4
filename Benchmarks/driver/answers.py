"""Brings the answers of all engines into one form, and compares them."""

import csv
import io
import re

MONTH = re.compile(r"(\d{4})-(\d\d)")
QUARTER = re.compile(r"(\d{4})-Q([1-4])")
AREA = re.compile(r"S(\d+)")


def rows_of_csv(text):
    """Without the header."""
    return list(csv.reader(io.StringIO(text)))[1:]


def canonical(rows, is_ordered):
    rows = [tuple(canonical_cell(cell) for cell in row) for row in rows]
    return rows if is_ordered else sorted(rows, key=lambda row: [str(cell) for cell in row[:2]])


def canonical_cell(text):
    """Numbers are numbers, periods their first days, areas their codes."""
    text = text.strip()
    if match := MONTH.fullmatch(text):
        return f"{match[1]}-{match[2]}-01"
    if match := QUARTER.fullmatch(text):
        return f"{match[1]}-{3 * int(match[2]) - 2:02}-01"
    if match := AREA.fullmatch(text):
        return float(match[1])
    if text.endswith(" 00:00:00"):
        text = text.removesuffix(" 00:00:00")
    try:
        return float(text)
    except ValueError:
        return text


def are_same(left, right):
    """Averages may differ in their last digits."""
    if len(left) != len(right):
        return False
    return all(
        len(a) == len(b) and all(is_same_cell(x, y) for x, y in zip(a, b))
        for a, b in zip(left, right))


def is_same_cell(a, b):
    if isinstance(a, float) and isinstance(b, float):
        return abs(a - b) <= 1e-9 * max(1, abs(a), abs(b))
    return a == b


def difference(left, right):
    """Where they begin to differ."""
    for place, (a, b) in enumerate(zip(left, right)):
        if not are_same([a], [b]):
            return f"row {place}: {a} and {b}"
    return f"{len(left)} and {len(right)} rows"
