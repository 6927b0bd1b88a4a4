#!/usr/bin/env python3
"""Makes pinyin.bin from the readings of the Unihan database.

    apt-get install unicode-data
    bzcat /usr/share/unicode/Unihan_Readings.txt.bz2 | ./make-pinyin.py > ../pinyin.bin

Readings are without tones; u with two dots is v, as input methods spell it. The first kMandarin
reading of every character comes first; its others are those of kTGHZ2013 and kXHC1983, the
dictionaries of today's standard characters: 厦 is sha, and xia in 厦门. Layout, little endian:

    u16 number of syllables     u16 number of ranges
    syllables                   6 bytes each, padded with zeros
    ranges                      u32 first code point, u32 number of code points
    indexes                     u16 for each code point of the ranges in turn: 1 + syllable, 0 none
    u16 number of others
    others                      u32 code point, u16 syllable; by code point
"""
import struct
import sys
import unicodedata


def plain(reading):
    letters = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return "".join(c for c in letters if c.isascii() and c.isalpha()).lower()


readings = {0x3007: "ling"}
others = set()
for line in sys.stdin:
    if not line.startswith("U+"):
        continue
    point, key, value = line.rstrip("\n").split("\t")
    point = int(point[2:], 16)
    if key == "kMandarin":
        readings[point] = plain(value.split()[0])
    elif key in ("kTGHZ2013", "kXHC1983"):
        # 047.150:chóng 481.090:zhòng, where several places may share a reading.
        for entry in value.split():
            others.update((point, plain(one)) for one in entry.split(":")[1].split(","))
others = sorted((point, one) for point, one in others if one and one != readings.get(point))

syllables = sorted(set(readings.values()) | {one for _, one in others})
index = {syllable: number + 1 for number, syllable in enumerate(syllables)}
assert all(0 < len(syllable) <= 6 for syllable in syllables)

# A gap of up to four code points is cheaper than a new range.
ranges = []
for point in sorted(readings):
    if ranges and point - ranges[-1][1] <= 4:
        ranges[-1][1] = point
    else:
        ranges.append([point, point])

out = sys.stdout.buffer
out.write(struct.pack("<HH", len(syllables), len(ranges)))
for syllable in syllables:
    out.write(syllable.encode().ljust(6, b"\0"))
for first, last in ranges:
    out.write(struct.pack("<II", first, last - first + 1))
for first, last in ranges:
    for point in range(first, last + 1):
        out.write(struct.pack("<H", index.get(readings.get(point), 0)))
out.write(struct.pack("<H", len(others)))
for point, one in others:
    out.write(struct.pack("<IH", point, index[one] - 1))
